package org.marsad.feed;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A feed read from its tree: what describes it as a whole, and its items.
 *
 * @param tree the document
 * @param rome what Rome reads of it
 * @param origin where it came from
 */
record XmlFeed(XmlTree tree, RomeReading rome, Origin origin) {
  static final int MAX_TITLE_CHARS = 300;

  Parsed.Ok read(String charset) {
    Fields channel = Fields.of(tree.channel(), tree.names());
    return new Parsed.Ok(read(channel, charset), Hub.of(channel, origin));
  }

  private ParsedFeed read(Fields channel, String charset) {
    String home = ItemLink.of(channel, origin);
    String title = channel.text("title", "dc:title", "media:title", "itunes:title");
    return new ParsedFeed(
        PlainText.cut(title.isEmpty() && home != null ? home : title, MAX_TITLE_CHARS),
        charset,
        home,
        language(channel),
        Wishes.of(channel),
        items(channel, home));
  }

  private List<Item> items(Fields channel, @Nullable String home) {
    Origin from = origin.orHome(home);
    String language = language(channel);
    List<Element> all = tree.items();
    List<Fields> fields = all.stream().map(item -> Fields.of(item, tree.names())).toList();
    IntStream newest = Newest.of(fields, item -> ItemDates.of(item, from), from.readAt());
    return newest
        .mapToObj(i -> new XmlItem(fields.get(i), rome.entry(i, all.size()), from, language).read())
        .toList();
  }

  private @Nullable String language(Fields channel) {
    String stated = channel.raw("language", "dc:language");
    String lang = stated.isEmpty() ? Names.attribute(tree.root(), "lang") : stated;
    return lang.isEmpty() ? null : PlainText.cut(lang, XmlItem.MAX_LANGUAGE_CHARS);
  }
}
