package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marsad.playground.Bench.LAYLA;
import static org.marsad.playground.Bench.OMAR;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/** What people do reaches the bot as the real server would tell it. */
class CrowdTest {
  private static final ObjectMapper LIBRARY =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private final Bench bench = new Bench();
  private final Crowd crowd = bench.crowd;

  @Test
  void aCommandComesWithItsEntityAndTheClientsLanguage() {
    JsonNode message = bench.updates("message").get(0);
    assertThat(message.path("text").asText()).isEqualTo("/start");
    assertThat(message.path("entities").get(0).path("type").asText()).isEqualTo("bot_command");
    assertThat(message.path("from").path("language_code").asText()).isEqualTo("ar");
    assertThat(message.path("chat").path("id").asLong()).isEqualTo(LAYLA);
  }

  @Test
  void blockingAndUnblockingIsTold() {
    crowd.block(LAYLA);
    crowd.say(LAYLA, LAYLA, "لا يصل");
    crowd.unblock(LAYLA);

    List<JsonNode> changes = bench.updates("my_chat_member");
    assertThat(changes)
        .extracting(change -> change.path("new_chat_member").path("status").asText())
        .containsExactly("kicked", "member");
    assertThat(changes.get(0).path("chat").path("id").asLong()).isEqualTo(LAYLA);
    assertThat(bench.updates("message")).hasSize(1);
  }

  @Test
  void joiningAGroupIsTold() {
    long group = crowd.group("غرفة", LAYLA);
    JsonNode change = bench.updates("my_chat_member").get(0);
    assertThat(change.path("chat").path("id").asLong()).isEqualTo(group).isNegative();
    assertThat(change.path("old_chat_member").path("status").asText()).isEqualTo("left");
    assertThat(change.path("new_chat_member").path("user").path("is_bot").asBoolean()).isTrue();
  }

  @Test
  void postsInAChannelComeWithoutASender() {
    long channel = crowd.channel("قناة", LAYLA);
    crowd.say(channel, LAYLA, "قائمتي");
    JsonNode post = bench.updates("channel_post").get(0);
    assertThat(post.has("from")).isFalse();
    assertThat(post.path("chat").path("type").asText()).isEqualTo("channel");
  }

  @Test
  void messagesInATopicCarryIt() {
    long forum = crowd.forum("منتدى", LAYLA, List.of("ليبيا"));
    crowd.say(forum, 2, LAYLA, "راقب حفتر");
    JsonNode message = bench.updates("message").get(1);
    assertThat(message.path("message_thread_id").asInt()).isEqualTo(2);
    assertThat(message.path("is_topic_message").asBoolean()).isTrue();
  }

  @Test
  void withPrivacyOnlyCommandsAndAnswersToTheBotReachIt() {
    long group = crowd.supergroup("غرفة", LAYLA);
    int fromBot = bench.send(group, "مرحبًا").path("message_id").asInt();
    crowd.privacy(true);
    crowd.say(group, OMAR, "كلام بين الناس");
    crowd.say(group, OMAR, "/watches");
    crowd.reply(group, fromBot, OMAR, "نعم");
    assertThat(bench.updates("message"))
        .extracting(message -> message.path("text").asText())
        .containsExactly("/start", "/watches", "نعم");

    crowd.setBot(group, Rank.ADMINISTRATOR, LAYLA);
    crowd.say(group, OMAR, "كلام");
    assertThat(bench.updates("message")).hasSize(4);
  }

  @Test
  void aButtonThatIsNotThereCannotBePressed() {
    int id = bench.send(LAYLA, "خبر").path("message_id").asInt();
    assertThatThrownBy(() -> crowd.press(LAYLA, id, LAYLA, "لماذا؟"))
        .hasMessageContaining("لماذا؟");
  }

  @Test
  void theClientLibraryReadsEverythingTold() throws Exception {
    long forum = crowd.forum("منتدى", LAYLA, List.of("ليبيا"));
    crowd.say(forum, 2, LAYLA, "https://example.com/خبر #عاجل");
    crowd.setBot(forum, Rank.ADMINISTRATOR, LAYLA);
    crowd.setBot(forum, Rank.KICKED, LAYLA);
    crowd.say(crowd.channel("قناة", LAYLA), LAYLA, "خبر");
    int id =
        bench
            .done(
                "sendMessage",
                "chat_id",
                LAYLA,
                "text",
                "<pre><code class=\"language-java\">x</code></pre><a href=\"tg://user?id=7\">u</a><tg-time unix=\"1700000000\" format=\"r\">t</tg-time>",
                "parse_mode",
                "HTML",
                "reply_markup",
                "{\"inline_keyboard\":[[{\"text\":\"x\",\"callback_data\":\"{}\"},{\"text\":\"c\",\"copy_text\":{\"text\":\"y\"}}]]}")
            .path("message_id")
            .asInt();
    crowd.press(LAYLA, id, LAYLA, "x");

    JsonNode updates = bench.done("getUpdates");
    assertThat(updates).hasSizeGreaterThan(6);
    for (JsonNode update : updates) {
      assertThat(LIBRARY.treeToValue(update, Update.class).getUpdateId()).isPositive();
    }
    JsonNode chat = bench.done("getChat", "chat_id", LAYLA);
    assertThat(LIBRARY.treeToValue(chat, ChatFullInfo.class).getId()).isEqualTo(LAYLA);
    long group = crowd.group("غرفة", LAYLA);
    JsonNode member = bench.done("getChatMember", "chat_id", group, "user_id", LAYLA);
    assertThat(LIBRARY.treeToValue(member, ChatMember.class).getStatus()).isEqualTo("creator");
  }
}
