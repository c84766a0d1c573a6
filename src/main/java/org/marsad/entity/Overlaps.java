package org.marsad.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.marsad.text.Field;

/**
 * Candidates by the words they cover, so that each is held only against those it shares words with:
 * work grows with the text's length, not with its square. One thread.
 */
final class Overlaps {
  private record Word(Field field, int index) {}

  private final Map<Word, List<Candidate>> byWord = new HashMap<>();

  void add(Candidate candidate) {
    for (int i = candidate.from(); i < candidate.to(); i++) {
      at(candidate, i).add(candidate);
    }
  }

  /** The first of those that share a word with this one and are as asked for. */
  Optional<Candidate> first(Candidate candidate, Predicate<Candidate> kind) {
    for (int i = candidate.from(); i < candidate.to(); i++) {
      for (Candidate other : at(candidate, i)) {
        if (kind.test(other)) {
          return Optional.of(other);
        }
      }
    }
    return Optional.empty();
  }

  private List<Candidate> at(Candidate candidate, int index) {
    Word word = new Word(candidate.side().field(), index);
    return byWord.computeIfAbsent(word, any -> new ArrayList<>(2));
  }
}
