package org.marsad.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.marsad.entity.Catalogue;
import org.marsad.feed.Item;
import org.marsad.text.Language;

/**
 * Arabic news made at random: words of the {@link Vocabulary} with what Arabic writes onto them,
 * and now and then somebody the catalogue knows, the first in it most often. The same at every run
 * for the same seed.
 */
final class News {
  private static final int TITLE_WORDS = 10;
  private static final int WORDS_TO_AN_ENTITY = 40;
  private static final String[] BEFORE = {"و", "ب", "ل", "وال", "بال", "لل", "ف", "ك"};
  private static final String[] BEHIND = {"ات", "ين", "ية", "ها", "ه", "هم", "ون", "ي"};

  private final Vocabulary vocabulary;
  private final List<String> names;
  private final Random random;

  News(Vocabulary vocabulary, Catalogue catalogue, long seed) {
    this.vocabulary = vocabulary;
    this.names = catalogue.all().stream().map(entity -> entity.name(Language.AR)).toList();
    this.random = new Random(seed);
  }

  /** Items with so many words each. */
  List<Item> items(int count, int words) {
    return items(0, count, words);
  }

  /** The same, numbered from there on. */
  List<Item> items(int first, int count, int words) {
    List<Item> items = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      items.add(item(i, text(TITLE_WORDS), text(words - TITLE_WORDS)));
    }
    return items;
  }

  static Item item(int number, String title, String text) {
    return new Item(
        number + 1L, 1, "n" + number, null, title, text, null, null, null, Instant.EPOCH);
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int left = words; left > 0; ) {
      String next = random.nextInt(WORDS_TO_AN_ENTITY) == 0 ? named(left) : word();
      text.append(next).append(random.nextInt(12) == 0 ? "، " : " ");
      left -= next.split(" ").length;
    }
    return text.toString().strip();
  }

  private String named(int room) {
    double middling = random.nextDouble() * random.nextDouble();
    String name = names.get((int) (middling * names.size()));
    return name.split(" ").length > room ? word() : name;
  }

  private String word() {
    String word = vocabulary.used(random, 0);
    if (Vocabulary.isParticle(word)) {
      return word;
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> "ال" + word;
      case 3, 4 -> BEFORE[random.nextInt(BEFORE.length)] + word;
      case 5 -> word.replace('ة', 'ت') + BEHIND[random.nextInt(BEHIND.length)];
      default -> word;
    };
  }
}
