package org.marsad.playground;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code parse_mode=HTML} as Telegram's own parser does, mistakes and all: the same tags, the
 * same few character references, the same error texts with UTF-8 byte offsets. Judged by
 * html-vectors.json, that parser's answers.
 */
final class HtmlReader {
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "b",
          "strong",
          "i",
          "em",
          "s",
          "strike",
          "del",
          "u",
          "ins",
          "tg-spoiler",
          "tg-emoji",
          "tg-time",
          "span",
          "pre",
          "code",
          "blockquote");

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private final List<MessageEntity> entities = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int position;

  /** A tag not closed yet. */
  private record Open(String tag, Map<String, String> attributes, int offset) {}

  private HtmlReader(String html) {
    this.html = html;
  }

  /**
   * Reads a text.
   *
   * @throws Refused with the server's text if its markup is wrong
   */
  static FormattedText read(String html) {
    return new HtmlReader(html).read();
  }

  private FormattedText read() {
    while (position < html.length()) {
      char c = html.charAt(position);
      if (c == '<' && at(position + 1) == '/') {
        endTag();
      } else if (c == '<') {
        startTag();
      } else {
        position = HtmlReference.append(html, position, text);
      }
    }
    if (!open.isEmpty()) {
      throw wrong("Can't find end tag corresponding to start tag \"" + open.element().tag() + "\"");
    }
    if (!StandardCharsets.UTF_16.newEncoder().canEncode(text)) {
      throw wrong(
          "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units");
    }
    entities.replaceAll(HtmlReader::withoutCodeLanguage);
    entities.sort(MessageEntity.SERVER_ORDER);
    return new FormattedText(text.toString(), entities);
  }

  private void startTag() {
    int begin = position;
    int nameEnd = HtmlAttributes.tokenEnd(html, begin + 1);
    if (nameEnd == html.length()) {
      throw wrong("Unclosed start tag at byte offset " + bytesBefore(begin));
    }
    String tag = html.substring(begin + 1, nameEnd).toLowerCase(Locale.ROOT);
    if (!TAGS.contains(tag)) {
      throw wrong("Unsupported start tag \"" + tag + "\" at byte offset " + bytesBefore(begin));
    }
    HtmlAttributes attributes = new HtmlAttributes(html, tag, begin, nameEnd);
    position = attributes.read() + 1;
    if (tag.equals("span") && !"tg-spoiler".equals(attributes.values().get("class"))) {
      throw wrong(
          "Tag \"span\" must have class \"tg-spoiler\" at byte offset " + bytesBefore(begin));
    }
    open.push(new Open(tag, attributes.values(), text.length()));
  }

  private void endTag() {
    int begin = position;
    if (open.isEmpty()) {
      throw wrong("Unexpected end tag at byte offset " + bytesBefore(begin));
    }
    int nameEnd = HtmlAttributes.tokenEnd(html, begin + 2);
    String found = html.substring(Math.min(begin + 2, nameEnd), nameEnd).toLowerCase(Locale.ROOT);
    int end = HtmlAttributes.skipSpaces(html, nameEnd);
    if (at(end) != '>') {
      throw wrong("Unclosed end tag at byte offset " + bytesBefore(begin));
    }
    Open closed = open.pop();
    if (!found.isEmpty() && !found.equals(closed.tag())) {
      throw wrong(
          "Unmatched end tag at byte offset "
              + bytesBefore(begin)
              + ", expected \"</"
              + closed.tag()
              + ">\", found \"</"
              + found
              + ">\"");
    }
    position = end + 1;
    if (text.length() > closed.offset()) {
      close(closed, text.length() - closed.offset());
    }
  }

  private void close(Open tag, int length) {
    switch (tag.tag()) {
      case "b", "strong" -> add("bold", tag, length, Map.of());
      case "i", "em" -> add("italic", tag, length, Map.of());
      case "u", "ins" -> add("underline", tag, length, Map.of());
      case "s", "strike", "del" -> add("strikethrough", tag, length, Map.of());
      case "tg-spoiler", "span" -> add("spoiler", tag, length, Map.of());
      case "tg-emoji" -> emoji(tag, length);
      case "tg-time" -> time(tag, length);
      case "a" -> link(tag, length);
      case "code" -> code(tag, length);
      case "pre" -> pre(tag, length);
      default -> {
        boolean expandable = tag.attributes().containsKey("expandable");
        add(expandable ? "expandable_blockquote" : "blockquote", tag, length, Map.of());
      }
    }
  }

  private void add(String type, Open tag, int length, Map<String, String> detail) {
    entities.add(new MessageEntity(type, tag.offset(), length, detail));
  }

  private void emoji(Open tag, int length) {
    String id = tag.attributes().getOrDefault("emoji-id", "");
    if (!id.matches("-?[0-9]{1,19}") || id.matches("-?0+")) {
      throw wrong("Invalid custom emoji identifier specified");
    }
    add("custom_emoji", tag, length, Map.of("custom_emoji_id", id));
  }

  private void time(Open tag, int length) {
    add(
        "date_time",
        tag,
        length,
        Map.of(
            "unix_time", tag.attributes().getOrDefault("unix", ""),
            "date_time_format", tag.attributes().getOrDefault("format", "")));
  }

  /** A link that the server does not take is dropped in silence; its text stays. */
  private void link(Open tag, int length) {
    String href = tag.attributes().getOrDefault("href", "");
    if (href.isEmpty()) {
      href = text.substring(tag.offset());
    }
    String user = WebLink.userId(href);
    if (!user.isEmpty()) {
      add("text_mention", tag, length, Map.of("user_id", user));
      return;
    }
    if (WebLink.check(href) instanceof WebLink.Accepted accepted) {
      add("text_link", tag, length, Map.of("url", accepted.url()));
    }
  }

  private void code(Open tag, int length) {
    String type = tag.attributes().getOrDefault("class", "");
    String language = type.startsWith("language-") ? type.substring("language-".length()) : "";
    Map<String, String> detail = language.isEmpty() ? Map.of() : Map.of("language", language);
    add(
        !language.isEmpty() && removeLast("pre", tag, length) ? "pre" : "code",
        tag,
        length,
        detail);
  }

  /** A code with a language that fills a pre, or is filled by one, becomes that pre's language. */
  private void pre(Open tag, int length) {
    MessageEntity last = entities.isEmpty() ? null : entities.get(entities.size() - 1);
    boolean named = last != null && last.detail().containsKey("language");
    if (last != null && named && removeLast("code", tag, length)) {
      add("pre", tag, length, last.detail());
    } else {
      add("pre", tag, length, Map.of());
    }
  }

  /** Takes away the entity closed last, if it is of a kind and covers what this tag covers. */
  private boolean removeLast(String type, Open tag, int length) {
    MessageEntity last = entities.isEmpty() ? null : entities.get(entities.size() - 1);
    boolean same =
        last != null
            && last.type().equals(type)
            && last.offset() == tag.offset()
            && last.length() == length;
    if (same) {
      entities.remove(entities.size() - 1);
    }
    return same;
  }

  /** Only a pre keeps a language. */
  private static MessageEntity withoutCodeLanguage(MessageEntity entity) {
    return entity.type().equals("code")
        ? MessageEntity.plain("code", entity.offset(), entity.length())
        : entity;
  }

  private char at(int index) {
    return index < html.length() ? html.charAt(index) : '\0';
  }

  private int bytesBefore(int index) {
    return HtmlAttributes.bytesBefore(html, index);
  }

  static Refused wrong(String what) {
    return Refused.badRequest("can't parse entities: " + what);
  }
}
