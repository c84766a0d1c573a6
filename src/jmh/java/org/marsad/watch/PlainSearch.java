package org.marsad.watch;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.feed.Feed;
import org.marsad.text.Document;
import org.marsad.text.Field;
import org.marsad.text.Folded;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Token;

/**
 * Plain search for strings (Aho-Corasick) in items folded beforehand, then the program's own
 * evaluation of the queries: what looking for words costs without clitics, inflections and tagging.
 * For benchmarks.
 */
public final class PlainSearch {
  private static final Feed FEED = Feed.unread(URI.create("https://news.example/rss"), "", "", "");

  private static final Document EMPTY = Document.of("", "");

  private final Index index = new Index();
  private final AhoCorasickDoubleArrayTrie<Atom[]> strings = new AhoCorasickDoubleArrayTrie<>();

  /** Looks for these queries. */
  public PlainSearch(Catalogue catalogue, Set<String> queries) {
    Map<String, Atom[]> found = new TreeMap<>();
    for (String text : queries) {
      Query query = ((QueryParser.Parsed.Ok) QueryParser.parse(text, catalogue)).query();
      index.ask(query);
      query.forEachLeaf(
          leaf ->
              found.merge(string(leaf, catalogue), new Atom[] {atom(leaf)}, PlainSearch::united));
    }
    strings.build(found);
  }

  private Atom atom(Query leaf) {
    return (Atom) index.condition(leaf);
  }

  private static Atom[] united(Atom[] some, Atom[] more) {
    List<Atom> all = new ArrayList<>(List.of(some));
    all.add(more[0]);
    return all.stream().distinct().toArray(Atom[]::new);
  }

  private static String string(Query leaf, Catalogue catalogue) {
    if (leaf instanceof Query.Prefix prefix) {
      return " " + prefix.stem();
    }
    if (leaf instanceof Query.OfEntity entity) {
      String name = catalogue.find(entity.id()).map(found -> name(found)).orElseThrow();
      return joined(Folding.fold(name));
    }
    return joined(Folding.fold(((Query.Words) leaf).text()));
  }

  private static String name(Entity entity) {
    return entity.name(Language.AR);
  }

  /** Its words with a space before, between and behind. */
  private static String joined(Folded text) {
    StringBuilder joined = new StringBuilder(" ");
    text.tokens().forEach(token -> joined.append(token.form()).append(' '));
    return joined.toString();
  }

  /** How many queries an item satisfies. */
  public int hits(Document document) {
    Index.Seen seen = index.see(EMPTY, List.of(), FEED);
    for (Field field : Field.values()) {
      search(field, document.field(field).tokens(), joined(document.field(field)), seen);
    }
    List<List<Place>> hits = new ArrayList<>();
    index.forEachHit(seen, asked -> hits.add(asked.places(seen.sightings())));
    return hits.size();
  }

  private void search(Field field, List<Token> tokens, String text, Index.Seen seen) {
    int[] words = new int[text.length()];
    for (int i = 1, word = 0; i < text.length(); i++) {
      words[i] = word;
      word += text.charAt(i) == ' ' ? 1 : 0;
    }
    strings.parseText(
        text,
        (begin, end, atoms) -> {
          int first = words[begin + 1];
          int last = words[end - 1];
          Span span =
              new Span(field, first, last, tokens.get(first).start(), tokens.get(last).end());
          for (Atom atom : atoms) {
            seen.sightings().add(atom, span);
          }
        });
  }
}
