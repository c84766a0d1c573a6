package org.marsad.watch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedUrl;
import org.marsad.text.Folding;

/**
 * The names of sources that queries ask for, by their first word, their host or their very address.
 * One thread at a time may change it; any number read meanwhile without waiting.
 */
final class Sources {
  /** In an address, and in no host and no word. */
  private static final String ADDRESS = "://";

  private final Map<String, Slots<Source>> byKey = new ConcurrentHashMap<>();

  /** A name and the atom that stands for it. */
  private record Source(List<String> words, Atom atom) implements Slots.Hashed {
    @Override
    public int hash() {
      return Stem.spread(words.hashCode());
    }
  }

  void add(Query.FromSource name, Atom atom) {
    Source source = new Source(words(name.name()), atom);
    byKey.computeIfAbsent(key(name.name(), source.words()), key -> new Slots<>()).add(source);
  }

  void remove(Query.FromSource name, Atom atom) {
    String key = key(name.name(), words(name.name()));
    Slots<Source> sources = byKey.getOrDefault(key, new Slots<>());
    sources.forEach(
        source -> {
          if (source.atom() == atom) {
            sources.remove(source);
          }
        });
    if (sources.size() == 0) {
      byKey.remove(key);
    }
  }

  /** The atoms of all names by which this feed can be called. */
  void of(Feed feed, Consumer<Atom> to) {
    if (byKey.isEmpty()) {
      return;
    }
    byKey
        .getOrDefault(ADDRESS + FeedUrl.key(feed.url()), new Slots<>())
        .forEach(source -> to.accept(source.atom()));
    String host = host(feed.url());
    for (int dot = 0; dot >= 0; dot = host.indexOf('.', dot + 1)) {
      String suffix = host.substring(dot == 0 ? 0 : dot + 1);
      byKey.getOrDefault(suffix, new Slots<>()).forEach(source -> toIf(isHost(suffix), source, to));
    }
    List<String> title = words(feed.title());
    for (int i = 0; i < title.size(); i++) {
      List<String> rest = title.subList(i, title.size());
      byKey
          .getOrDefault(title.get(i), new Slots<>())
          .forEach(source -> toIf(begins(rest, source.words()), source, to));
    }
  }

  private static void toIf(boolean right, Source source, Consumer<Atom> to) {
    if (right) {
      to.accept(source.atom());
    }
  }

  private static boolean begins(List<String> words, List<String> with) {
    return words.size() >= with.size() && words.subList(0, with.size()).equals(with);
  }

  private static String key(String name, List<String> words) {
    Optional<URI> address = address(name);
    if (address.isPresent()) {
      return ADDRESS + FeedUrl.key(address.get());
    }
    return isHost(name) ? name.toLowerCase(Locale.ROOT) : words.get(0);
  }

  /** An address means the one source that is read there. */
  private static Optional<URI> address(String name) {
    try {
      return name.contains(ADDRESS) ? Optional.of(new URI(name)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isHost(String name) {
    return name.indexOf('.') > 0 && name.indexOf(' ') < 0;
  }

  private static String host(URI url) {
    return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
  }

  /** With or without article it is the same name. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    Folding.fold(name)
        .tokens()
        .forEach(
            word -> {
              String form = word.form();
              words.add(form.startsWith("ال") && form.length() > 4 ? form.substring(2) : form);
            });
    return words;
  }
}
