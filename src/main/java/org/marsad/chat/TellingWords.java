package org.marsad.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.feed.Item;
import org.marsad.text.Field;
import org.marsad.text.Folding;
import org.marsad.text.Proclitics;
import org.marsad.text.Token;
import org.marsad.watch.Place;

/**
 * Words that tell what is not meant from what is: those beside a hit, and those that other hits
 * share. Pure functions.
 */
final class TellingWords {
  /** Words on either side of a hit. */
  private static final int BESIDE = 4;

  private static final int MIN_LETTERS = 3;
  private static final int MAX_LETTERS = 18;
  private static final String ARTICLE = "ال";

  /** Words of grammar, folded, which tell nothing. */
  private static final Set<String> GRAMMAR =
      Folding.fold(
              """
              من إلى على في عن مع هذا هذه ذلك تلك التي الذي الذين اللذين كان كانت يكون تكون ليس لن لم قد
              إن أن لأن لكن حتى منذ عند بعد قبل بين خلال ضد نحو حول دون غير كل بعض أي ما لا ثم أو أم بل
              هو هي هم نحن أنا كما حيث إذا لو مثل فوق تحت أمام وراء عبر لدى قال قالت يقول وقال أكد أعلن
              اليوم أمس غدا عام العام سنة شهر يوم خبر عاجل جديد الجديد أكثر أقل جدا
              the and for with from that this these those was were are has have had not but will would
              after before over under into its his her their said says new today about more than who""")
          .tokens()
          .stream()
          .map(Token::form)
          .collect(Collectors.toSet());

  private TellingWords() {}

  private record Beside(String word, int distance) {}

  /** The words beside hits, the nearest first; none that is part of a hit. */
  static List<String> beside(Item item, List<Place> places, int most) {
    List<Beside> found = new ArrayList<>();
    for (Field field : Field.values()) {
      List<Place> here = places.stream().filter(place -> place.field() == field).toList();
      String text = field == Field.TITLE ? item.title() : item.text();
      List<Token> tokens = here.isEmpty() ? List.of() : Folding.fold(text).tokens();
      for (int i = 0; i < tokens.size(); i++) {
        int distance = distance(tokens, i, here);
        if (distance > 0 && distance <= BESIDE && tells(tokens.get(i))) {
          found.add(new Beside(plain(tokens.get(i)), distance));
        }
      }
    }
    found.sort(Comparator.comparingInt(Beside::distance));
    Map<String, String> distinct = new LinkedHashMap<>();
    found.forEach(one -> distinct.putIfAbsent(Spelling.folded(one.word()), one.word()));
    return distinct.values().stream().limit(most).toList();
  }

  /** How many words away the nearest hit is; 0 within one. */
  private static int distance(List<Token> tokens, int i, List<Place> places) {
    int least = Integer.MAX_VALUE;
    for (int j = Math.max(0, i - BESIDE); j < Math.min(tokens.size(), i + BESIDE + 1); j++) {
      Token token = tokens.get(j);
      boolean hit =
          places.stream()
              .anyMatch(place -> token.start() < place.end() && token.end() > place.start());
      least = hit ? Math.min(least, Math.abs(i - j)) : least;
    }
    return least;
  }

  /** Words that at least two of the headlines share and that are not in the item, most first. */
  static List<String> shared(List<String> headlines, Item item, String query, int most) {
    Set<String> absent =
        Folding.fold(item.title() + " " + item.text() + " " + query).tokens().stream()
            .map(token -> Spelling.folded(plain(token)))
            .collect(Collectors.toSet());
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (String headline : headlines) {
      Map<String, String> once = new LinkedHashMap<>();
      Folding.fold(headline).tokens().stream()
          .filter(TellingWords::tells)
          .map(token -> plain(token))
          .forEach(word -> once.putIfAbsent(Spelling.folded(word), word));
      once.forEach(words::putIfAbsent);
      once.keySet().forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return words.entrySet().stream()
        .filter(
            word -> !absent.contains(word.getKey()) && counts.getOrDefault(word.getKey(), 0) > 1)
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<String, String> word) -> -counts.getOrDefault(word.getKey(), 0)))
        .map(Map.Entry::getValue)
        .limit(most)
        .toList();
  }

  private static boolean tells(Token token) {
    String word = plain(token);
    return word.length() >= MIN_LETTERS
        && word.length() <= MAX_LETTERS
        && word.chars().allMatch(Character::isLetter)
        && !GRAMMAR.contains(token.form())
        && !GRAMMAR.contains(Spelling.folded(word));
  }

  /** Without what is written onto the article: والكرة, بالكرة and للكرة are الكرة. */
  private static String plain(Token token) {
    return Proclitics.of(token).stream()
        .filter(reading -> !reading.proclitics().isEmpty() && reading.base().startsWith(ARTICLE))
        .filter(reading -> reading.base().length() >= ARTICLE.length() + MIN_LETTERS)
        .findFirst()
        .map(reading -> written(token, reading.base()))
        .orElseGet(token::written);
  }

  /** A base with the letters as they are written, where folding left each in its place. */
  private static String written(Token token, String base) {
    String behind = base.substring(ARTICLE.length());
    String written = token.written();
    return written.length() == token.form().length()
        ? ARTICLE + written.substring(written.length() - behind.length())
        : base;
  }
}
