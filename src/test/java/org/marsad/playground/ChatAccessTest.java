package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.playground.Bench.LAYLA;
import static org.marsad.playground.Bench.OMAR;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups, supergroups, forums and channels, and what the bot may do in them. */
class ChatAccessTest {
  private final Bench bench = new Bench();
  private final Crowd crowd = bench.crowd;

  private void refused(String description, long chat) {
    bench.refused(description, "sendMessage", "chat_id", chat, "text", "خبر");
  }

  @Test
  void aBotThatWasKickedOrLeftIsTold() {
    long group = crowd.group("غرفة الأخبار", LAYLA);
    long supergroup = crowd.supergroup("غرفة كبيرة", LAYLA);
    long channel = crowd.channel("قناة", LAYLA);
    for (long chat : List.of(group, supergroup, channel)) {
      bench.send(chat, "خبر");
      crowd.setBot(chat, Rank.KICKED, LAYLA);
    }
    refused("Forbidden: bot was kicked from the group chat", group);
    refused("Forbidden: bot was kicked from the supergroup chat", supergroup);
    refused("Forbidden: bot was kicked from the channel chat", channel);
    for (long chat : List.of(group, supergroup, channel)) {
      crowd.setBot(chat, Rank.LEFT, LAYLA);
    }
    refused("Forbidden: bot is not a member of the group chat", group);
    refused("Forbidden: bot is not a member of the supergroup chat", supergroup);
    refused("Forbidden: bot is not a member of the channel chat", channel);
  }

  @Test
  void inAChannelTheBotMustBeAnAdministrator() {
    long channel = crowd.channel("قناة", LAYLA);
    JsonNode post = bench.send(channel, "خبر");
    assertThat(post.has("from")).isFalse();
    assertThat(post.path("sender_chat").path("type").asText()).isEqualTo("channel");

    crowd.setBot(channel, Rank.MEMBER, LAYLA);
    refused("Bad Request: need administrator rights in the channel chat", channel);
  }

  @Test
  void aGroupMayKeepItsMembersFromWriting() {
    long group = crowd.supergroup("غرفة", LAYLA);
    crowd.membersMayWrite(group, false);
    refused("Bad Request: not enough rights to send text messages to the chat", group);

    crowd.setBot(group, Rank.ADMINISTRATOR, LAYLA);
    bench.send(group, "خبر");
  }

  @Test
  void aGroupThatGrewNamesItsNewNumberAndOneThatIsGoneSaysSo() {
    long group = crowd.group("غرفة", LAYLA);
    long grown = crowd.migrate(group);

    refused("Bad Request: group chat was upgraded to a supergroup chat", group);
    Answer answer = bench.call("sendMessage", "chat_id", group, "text", "خبر");
    assertThat(answer.body().path("parameters").path("migrate_to_chat_id").asLong())
        .isEqualTo(grown);
    bench.send(grown, "خبر");
    assertThat(bench.updates("message"))
        .anySatisfy(
            message -> assertThat(message.path("migrate_to_chat_id").asLong()).isEqualTo(grown))
        .anySatisfy(
            message -> assertThat(message.path("migrate_from_chat_id").asLong()).isEqualTo(group));

    long gone = crowd.group("أخرى", LAYLA);
    crowd.deleteGroup(gone);
    refused("Forbidden: the group chat was deleted", gone);
  }

  @Test
  void topicsAreKnownByNumberAndTheGeneralOneHasNone() {
    long forum = crowd.forum("منتدى", LAYLA, List.of("ليبيا", "السودان"));

    JsonNode inTopic =
        bench.done("sendMessage", "chat_id", forum, "text", "خبر", "message_thread_id", 2);
    assertThat(inTopic.path("message_thread_id").asInt()).isEqualTo(2);
    assertThat(inTopic.path("is_topic_message").asBoolean()).isTrue();
    assertThat(inTopic.path("chat").path("is_forum").asBoolean()).isTrue();
    assertThat(bench.send(forum, "خبر").has("message_thread_id")).isFalse();
    for (int topic : new int[] {1, 9}) {
      bench.refused(
          "Bad Request: message thread not found",
          "sendMessage",
          "chat_id",
          forum,
          "text",
          "خبر",
          "message_thread_id",
          topic);
    }
    JsonNode elsewhere =
        bench.done("sendMessage", "chat_id", LAYLA, "text", "خبر", "message_thread_id", 9);
    assertThat(elsewhere.has("message_thread_id")).isFalse();
  }

  @Test
  void chatsAreFoundByNumberOrByNameButPeopleNotByName() {
    long channel = crowd.channel("قناة", LAYLA);
    crowd.name(channel, "akhbar");
    bench.done("sendMessage", "chat_id", "@Akhbar", "text", "خبر");
    for (String nobody : List.of("@nobody", "77", "قناة", "1e3")) {
      bench.refused("Bad Request: chat not found", "sendMessage", "chat_id", nobody, "text", "خبر");
    }
  }

  @Test
  void membersAndAdministratorsAreTold() {
    long group = crowd.supergroup("غرفة", LAYLA);
    crowd.setPerson(group, OMAR, Rank.MEMBER);

    assertThat(status(group, LAYLA)).isEqualTo("creator");
    assertThat(status(group, OMAR)).isEqualTo("member");
    crowd.setPerson(group, OMAR, Rank.ADMINISTRATOR);
    assertThat(status(group, OMAR)).isEqualTo("administrator");
    assertThat(bench.done("getChatAdministrators", "chat_id", group)).hasSize(2);
    bench.refused(
        "Bad Request: there are no administrators in the private chat",
        "getChatAdministrators",
        "chat_id",
        LAYLA);
    bench.refused(
        "Bad Request: member not found", "getChatMember", "chat_id", group, "user_id", 123_456);
    bench.refused("Bad Request: invalid user_id specified", "getChatMember", "chat_id", group);
    assertThat(bench.done("getChat", "chat_id", group).path("title").asText()).isEqualTo("غرفة");
  }

  private String status(long chat, long person) {
    return bench.done("getChatMember", "chat_id", chat, "user_id", person).path("status").asText();
  }
}
