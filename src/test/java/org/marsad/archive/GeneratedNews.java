package org.marsad.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.marsad.entity.Catalogue;
import org.marsad.entity.Entity;
import org.marsad.watch.Query;
import org.marsad.watch.Query.Form;
import org.marsad.watch.QueryParser;

/** Items and queries made at random from the same words, written in every way Arabic knows. */
final class GeneratedNews {
  private static final String[] WORDS = {
    "نفط", "هدنة", "ليبيا", "إيران", "مصر", "مرتزقة", "غذاء", "صحراء", "مستشفى", "قوات", "مسلحون",
    "مسؤول", "انقلاب", "انقلابات", "علي", "على", "سرت", "لبنان", "السعودية", "أزمة", "اتفاق", "لغة",
    "التزام", "ألمانيا", "حدود", "مهندسين", "وقود", "كرة", "سيسي", "فيديو", "مبدأ", "oil", "RSF",
    "Haftar", "truce", "élection", "L'ANL", "2026", "٢٠٢٦"
  };
  private static final String[] PHRASES = {
    "وقف إطلاق النار", "هجرة غير نظامية", "عبد الواحد", "عبدالواحد", "أبو ظبي", "أبوظبي",
        "أبي القاسم",
    "بورتسودان", "بور سودان", "خليفة بن زايد", "قوات الدعم السريع", "El-Fasher", "cease-fire",
        "ceasefire",
    "Libyan National Army", "حقل الشرارة"
  };
  private static final String[] NAMES = {
    "خليفة حفتر", "صدام حفتر", "المشير حفتر", "عبد الفتاح البرهان", "حميدتي", "الجيش السوداني",
    "مطار الكفرة", "الفاشر", "السيسي", "الدبيبة في طرابلس", "Khalifa Haftar", "Hemedti"
  };
  private static final String[] BEFORE = {
    "", "", "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ولل", "فال", "كال", "س", "أ",
    "وب", "مت"
  };
  private static final String[] BEHIND = {
    "", "", "", "ه", "ها", "هم", "نا", "كم", "ي", "ية", "يون", "يين", "ات", "ان", "ين", "ون", "ا",
    "ًا", "اتهم", "تها", "تان", "ييه", "و"
  };
  private static final String[] BETWEEN = {
    " ", " ", " ", " ", "، ", ". ", " «", "» ", "-", " - ", "\n", " (", "_"
  };
  private static final String[] BEGINNINGS = {
    "انقل", "إيرا", "السود", "مهند", "elec", "ceas", "ولايا"
  };

  private final Random random;
  private final List<String> entities;

  /** Asks for the entities of this catalogue that its own items name. */
  GeneratedNews(long seed, Catalogue catalogue) {
    this.random = new Random(seed);
    this.entities =
        Arrays.stream(NAMES)
            .flatMap(name -> catalogue.named(name).stream())
            .map(Entity::id)
            .distinct()
            .toList();
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** A headline, a teaser, and now and then a whole text. */
  Shelf.Text item() {
    String body = random.nextInt(4) == 0 ? text(20) : "";
    return new Shelf.Text(text(3 + random.nextInt(6)), text(random.nextInt(14)), body);
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(written()).append(one(BETWEEN));
    }
    return text.toString();
  }

  private String written() {
    return switch (random.nextInt(10)) {
      case 0 -> one(NAMES);
      case 1, 2 -> one(BEFORE) + one(PHRASES);
      case 3 -> one(WORDS);
      default -> inflected(one(WORDS));
    };
  }

  private String inflected(String word) {
    String stem =
        switch (random.nextInt(4)) {
          case 0 -> word.substring(0, word.length() - 1);
          case 1 -> word.replace("ة", "ت").replace("ء", "ئ").replace("ى", "ا");
          default -> word;
        };
    return one(BEFORE) + stem + one(BEHIND);
  }

  /** What is asked, by kind. */
  enum Kind {
    KEYWORD,
    PHRASE,
    EXACT,
    PREFIX,
    ENTITY,
    NEAR,
    TITLE,
    SOURCE,
    LANGUAGE,
    COUNTRY,
    ANY,
    NOT,
    MIXED
  }

  /** A query of this kind. */
  Query query(Kind kind) {
    return switch (kind) {
      case KEYWORD -> Query.keyword(typed());
      case PHRASE -> new Query.Words(typed(), Form.THESE_WORDS);
      case EXACT -> new Query.Words(one(WORDS), Form.EXACT);
      case PREFIX -> new Query.Prefix(one(BEGINNINGS));
      case ENTITY -> new Query.OfEntity(entities.get(random.nextInt(entities.size())));
      case NEAR -> new Query.Near(1 + random.nextInt(QueryParser.MAX_NEAR_WORDS), some(this::near));
      case TITLE -> Query.inTitle(random.nextBoolean() ? query(Kind.KEYWORD) : query(Kind.ANY));
      case SOURCE ->
          new Query.FromSource(one("النيل", "الوسط", "herald", "nile.example", "nobody"));
      case LANGUAGE -> new Query.InLanguage(one("ar", "en", "fr"));
      case COUNTRY -> new Query.FromCountry(one("ly", "eg", "int", "sd"));
      case ANY -> Query.any(some(() -> query(term())));
      case NOT -> Query.all(List.of(query(term()), Query.not(query(term()))));
      case MIXED -> Query.all(List.of(query(Kind.ANY), query(term()), Query.not(query(Kind.NEAR))));
    };
  }

  private Kind term() {
    return Kind.values()[random.nextInt(Kind.TITLE.ordinal() + 4)];
  }

  private Query near() {
    return query(random.nextInt(4) == 0 ? Kind.ENTITY : Kind.KEYWORD);
  }

  private List<Query> some(Supplier<Query> part) {
    List<Query> parts = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      parts.add(part.get());
    }
    return parts;
  }

  private String typed() {
    return switch (random.nextInt(6)) {
      case 0 -> one(PHRASES);
      case 1 -> one("ال", "و", "لل") + one(WORDS);
      case 2 -> one(WORDS) + " " + one(WORDS);
      default -> one(WORDS);
    };
  }
}
