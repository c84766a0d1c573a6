package org.marsad.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Arabic words made of roots and patterns, the commonest first, and how often each is used: the
 * n-th as often as 1/n (Zipf). The same at every run. Immutable.
 */
final class Vocabulary {
  /** More than a million watches have keywords. */
  static final int SIZE = 700_000;

  private static final String CONSONANTS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي";
  private static final List<String> PATTERNS =
      List.of(
          "123", "123ة", "12ا3", "1ا23", "12ي3", "12و3", "م12و3", "م12ا3", "م123ة", "ت12ي3",
          "1ا23ة", "12ا3ة", "12ي3ة", "ا1ت2ا3", "ا12ا3", "است12ا3", "من12ا3", "م1ا23ة", "مت12ا3",
          "ت1ا23", "ان12ا3", "12وا3", "1وا23", "م1ت23", "مست123", "م12و3ة", "123اء", "م1ا2ي3",
          "ا1ت2ا3ة", "ت12ي3ة", "مت1ا23", "12ا3ي", "123ان", "ا12و3ة", "م12ي3", "1ي23", "12و3ة",
          "م1ت2ا3", "ت12ا3", "ا12ي3");

  /** The commonest words are watched by nobody. */
  static final int UNWATCHED = 1_000;

  /** The words every text is full of. */
  private static final List<String> PARTICLES =
      List.of(
          "في", "من", "على", "إلى", "أن", "التي", "عن", "الذي", "مع", "هذا", "هذه", "ما", "لا",
          "كان", "بعد", "بين", "قد", "أو", "كما", "لم", "ذلك", "كل", "قبل", "حيث", "خلال", "غير",
          "كانت", "حتى", "منذ", "عند", "إذ", "أي", "لكن", "ثم", "أكثر", "هو", "هي", "عام", "يوم",
          "أمس");

  private final List<String> words;
  private final double[] upTo = new double[SIZE];

  Vocabulary() {
    List<String> made = new ArrayList<>(made());
    Collections.shuffle(made, new Random(1));
    Set<String> all = new LinkedHashSet<>(PARTICLES);
    all.addAll(made);
    words = all.stream().limit(SIZE).toList();
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  private static Set<String> made() {
    Set<String> made = new LinkedHashSet<>();
    for (char first : CONSONANTS.toCharArray()) {
      for (char second : CONSONANTS.toCharArray()) {
        for (char third : CONSONANTS.toCharArray()) {
          for (String pattern : first == second || second == third ? List.<String>of() : PATTERNS) {
            made.add(pattern.replace('1', first).replace('2', second).replace('3', third));
          }
        }
      }
    }
    return made;
  }

  /** A word as texts use them; at least the n-th. */
  String used(Random random, int least) {
    double from = least == 0 ? 0 : upTo[least - 1];
    return words.get(rank(from + random.nextDouble() * (upTo[SIZE - 1] - from)));
  }

  /** The n-th commonest word, from 0. */
  String word(int n) {
    return words.get(n);
  }

  /** Whether a word is one of those every text is full of. */
  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  private int rank(double sum) {
    int low = 0;
    int high = SIZE - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] < sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * All words but particles in the order in which people come to watch them: common ones sooner.
   */
  List<String> watched() {
    Random random = new Random(2);
    double[] turn = random.doubles(SIZE).map(u -> -Math.log(1 - u)).toArray();
    return IntStream.range(UNWATCHED, SIZE)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> turn[i] * i))
        .map(words::get)
        .toList();
  }
}
