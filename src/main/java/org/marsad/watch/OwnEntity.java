package org.marsad.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.marsad.watch.Query.Form;
import org.marsad.watch.Query.Words;

/**
 * An entity a chat describes itself, as a query: one of its names stands in the item and, where
 * there are context words, one of those too. Names take what Arabic writes before a word (لشركة,
 * والشركة) and no inflection; context words take both.
 *
 * @param names one or more, each {@link Form#THESE_WORDS} or, where letter case counts, {@link
 *     Form#EXACT}
 * @param contexts {@link Form#ANY_FORM}; empty where a name is enough
 * @param others what else must hold, such as words that must not be there
 */
public record OwnEntity(List<Words> names, List<Words> contexts, List<Query> others) {
  /** Names an entity may have. */
  public static final int MAX_NAMES = 15;

  /** Context words an entity may have. */
  public static final int MAX_CONTEXTS = 10;

  /** Copies the lists; one order, as in queries. */
  public OwnEntity {
    names = List.copyOf(names);
    contexts = List.copyOf(contexts);
    others = List.copyOf(others);
  }

  /** An entity of one name. */
  public static OwnEntity named(String name) {
    return new OwnEntity(List.of(name(name)), List.of(), List.of());
  }

  /** A name as typed; with {@code =} before it its letter case counts. */
  public static Words name(String typed) {
    String text = typed.strip();
    return text.startsWith("=") ? new Words(text, Form.EXACT) : new Words(text, Form.THESE_WORDS);
  }

  /** What a query says of an own entity; empty if it has another shape. */
  public static Optional<OwnEntity> of(Query query) {
    List<Words> names = new ArrayList<>();
    List<Words> contexts = new ArrayList<>();
    List<Query> others = new ArrayList<>();
    for (Query part : query instanceof Query.All all ? all.parts() : List.of(query)) {
      if (names.isEmpty() && isAny(part, OwnEntity::isName)) {
        names.addAll(words(part));
      } else if (contexts.isEmpty() && isAny(part, word -> !isName(word))) {
        contexts.addAll(words(part));
      } else {
        others.add(part);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new OwnEntity(names, contexts, others));
  }

  private static boolean isName(Words words) {
    return words.form() != Form.ANY_FORM;
  }

  private static boolean isAny(Query part, Predicate<Words> right) {
    List<Query> each = part instanceof Query.Any any ? any.parts() : List.of(part);
    return each.stream().allMatch(one -> one instanceof Words words && right.test(words));
  }

  private static List<Words> words(Query part) {
    List<Query> each = part instanceof Query.Any any ? any.parts() : List.of(part);
    return each.stream().map(Words.class::cast).toList();
  }

  /** The query that finds it. */
  public Query query() {
    List<Query> parts = new ArrayList<>();
    parts.add(Query.any(List.copyOf(names)));
    if (!contexts.isEmpty()) {
      parts.add(Query.any(List.copyOf(contexts)));
    }
    parts.addAll(others);
    return Query.all(parts);
  }

  /** The same with one more name. */
  public OwnEntity withName(Words name) {
    return new OwnEntity(with(names, name), contexts, others);
  }

  /** The same with one more context word. */
  public OwnEntity withContext(Words context) {
    return new OwnEntity(names, with(contexts, context), others);
  }

  /** The same without a name, a context word or another part; a last name stays. */
  public OwnEntity without(Query part) {
    return new OwnEntity(
        names.size() > 1 ? without(names, part) : names,
        without(contexts, part),
        without(others, part));
  }

  private static <T> List<T> with(List<T> list, T one) {
    List<T> longer = new ArrayList<>(list);
    longer.add(one);
    return longer;
  }

  private static <T> List<T> without(List<T> list, Query one) {
    return list.stream().filter(each -> !each.equals(one)).toList();
  }
}
