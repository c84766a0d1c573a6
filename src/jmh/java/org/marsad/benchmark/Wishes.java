package org.marsad.benchmark;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.feed.Item;

/**
 * What people ask for, as queries, no two alike: of a hundred, 55 entities or keywords, 25 phrases,
 * 15 of two to four terms with AND, OR and NOT, 4 NEAR, 1 prefix. Half of the phrases stand in a
 * news item that is like those matched. The same at every run.
 */
final class Wishes {
  private final Vocabulary vocabulary;
  private final List<String> entities;
  private final Iterator<String> keywords;
  private final List<Item> models;
  private final Random random = new Random(3);

  Wishes(Vocabulary vocabulary, Catalogue catalogue) {
    this.vocabulary = vocabulary;
    this.entities = catalogue.all().stream().map(Entity::id).map(id -> "entity:" + id).toList();
    this.keywords = vocabulary.watched().iterator();
    this.models = new News(vocabulary, catalogue, 4).items(20_000, 70);
  }

  /** So many entities. */
  Set<String> entities(int count) {
    return new LinkedHashSet<>(entities.subList(0, count));
  }

  /** So many distinct queries. */
  Set<String> queries(int count) {
    Set<String> queries = new LinkedHashSet<>();
    entities.stream().limit(count / 10).forEach(queries::add);
    while (queries.size() < count * 55 / 100) {
      queries.add(keywords.next());
    }
    while (queries.size() < count) {
      queries.add(other(random.nextInt(45)));
    }
    return queries;
  }

  private String other(int kind) {
    if (kind < 25) {
      return kind % 2 == 0 ? printed() : term() + " " + term();
    }
    return kind < 40 ? bool(kind % 5) : kind < 44 ? near() : prefix();
  }

  /** Words that stand side by side in the news. */
  private String printed() {
    String[] words = models.get(random.nextInt(models.size())).summary().split(" ");
    int from = random.nextInt(words.length - 3);
    List<String> phrase = List.of(words).subList(from, from + 2 + random.nextInt(2));
    return '"' + String.join(" ", phrase).replace("،", "") + '"';
  }

  private String term() {
    return vocabulary.used(random, Vocabulary.UNWATCHED);
  }

  private String bool(int kind) {
    return switch (kind) {
      case 0 -> term() + " AND " + term();
      case 1 -> "(" + term() + " OR " + term() + ") " + term();
      case 2 -> term() + " OR " + term() + " OR " + term();
      case 3 -> "(" + term() + " OR " + term() + ") " + term() + " -" + term();
      default -> "\"" + term() + "\" \"" + term() + "\" -" + term();
    };
  }

  private String near() {
    return "NEAR/5(" + term() + ", " + term() + ")";
  }

  private String prefix() {
    String word = term();
    while (word.length() < 5) {
      word = term();
    }
    return word.substring(0, 4 + random.nextInt(word.length() - 4)) + "*";
  }
}
