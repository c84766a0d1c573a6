package org.marsad.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers of Telegram's own parser (TDLib 1.8.65), one after the other. */
class HtmlVectorsTest {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("Bold", "bold"),
          Map.entry("Italic", "italic"),
          Map.entry("Underline", "underline"),
          Map.entry("Strikethrough", "strikethrough"),
          Map.entry("Spoiler", "spoiler"),
          Map.entry("BlockQuote", "blockquote"),
          Map.entry("ExpandableBlockQuote", "expandable_blockquote"),
          Map.entry("TextUrl", "text_link"),
          Map.entry("MentionName", "text_mention"),
          Map.entry("Code", "code"),
          Map.entry("Pre", "pre"),
          Map.entry("PreCode", "pre"),
          Map.entry("CustomEmoji", "custom_emoji"),
          Map.entry("DateTime", "date_time"),
          Map.entry("BotCommand", "bot_command"),
          Map.entry("Hashtag", "hashtag"),
          Map.entry("Mention", "mention"),
          Map.entry("Url", "url"),
          Map.entry("EmailAddress", "email"));

  static Stream<JsonNode> html() throws IOException {
    return vectors("html");
  }

  static Stream<JsonNode> find() throws IOException {
    return vectors("find");
  }

  private static Stream<JsonNode> vectors(String part) throws IOException {
    try (InputStream file =
        HtmlVectorsTest.class.getResourceAsStream("/telegram/html-vectors.json")) {
      JsonNode all = new ObjectMapper().readTree(file).path(part);
      assertThat(all).isNotEmpty();
      return StreamSupport.stream(all.spliterator(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("html")
  void markupIsReadAsTelegramReadsIt(JsonNode vector) {
    String in = vector.path("in").asText();
    if (vector.has("description")) {
      Refused refused = catchThrowableOfType(Refused.class, () -> HtmlReader.read(in));
      assertThat(refused).hasMessage(vector.path("description").asText());
      assertThat(refused.answer().status()).isEqualTo(vector.path("error_code").asInt());
      return;
    }
    FormattedText read = HtmlReader.read(in);
    assertThat(read.text()).isEqualTo(vector.path("text").asText());
    assertThat(read.entities()).isEqualTo(expected(vector));
  }

  @ParameterizedTest
  @MethodSource("find")
  void commandsTagsAndAddressesAreFoundAsTelegramFindsThem(JsonNode vector) {
    assertThat(FoundEntities.in(vector.path("in").asText(), List.of())).isEqualTo(expected(vector));
  }

  private static List<MessageEntity> expected(JsonNode vector) {
    return StreamSupport.stream(vector.path("entities").spliterator(), false)
        .map(HtmlVectorsTest::entity)
        .toList();
  }

  private static MessageEntity entity(JsonNode node) {
    Map<String, String> detail =
        switch (node.path("t").asText()) {
          case "TextUrl" -> Map.of("url", node.path("url").asText());
          case "MentionName" -> Map.of("user_id", node.path("user_id").asText());
          case "PreCode" -> Map.of("language", node.path("language").asText());
          case "CustomEmoji" -> Map.of("custom_emoji_id", node.path("custom_emoji_id").asText());
          case "DateTime" ->
              Map.of("unix_time", node.path("unix_time").asText(), "date_time_format", "r");
          default -> Map.of();
        };
    return new MessageEntity(
        NAMES.get(node.path("t").asText()), node.path("o").asInt(), node.path("l").asInt(), detail);
  }
}
