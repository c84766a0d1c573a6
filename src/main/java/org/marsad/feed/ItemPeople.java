package org.marsad.feed;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Who signed an item: Atom's persons, RSS's "mail (name)", Dublin Core, iTunes. */
final class ItemPeople {
  private static final int MAX_CHARS = 300;
  private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+ \\((.+)\\)");

  private ItemPeople() {}

  /** Their names, with commas between, or null where nobody is named. */
  static @Nullable String of(Fields fields) {
    return Stream.of("author", "dc:creator", "itunes:author", "dc:author", "media:credit")
        .map(kind -> named(fields.all(kind).stream().map(ItemPeople::name)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Several names as one text. */
  static @Nullable String named(Stream<String> people) {
    String names =
        people
            .map(PlainText::line)
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : PlainText.cut(names, MAX_CHARS);
  }

  private static String name(Element person) {
    for (Element child : person.children()) {
      if (child.tagName().endsWith("name")) {
        return PlainText.of(child);
      }
    }
    String name = PlainText.of(person);
    Matcher mail = MAIL_AND_NAME.matcher(name);
    return mail.matches() ? mail.group(1) : name;
  }
}
