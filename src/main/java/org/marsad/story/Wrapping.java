package org.marsad.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.text.Folding;
import org.marsad.text.Token;

/**
 * Takes off what outlets wrap around the same news: their name behind the headline, the place and
 * agency a text begins with, who wrote it, where more is to be read. Pure functions.
 */
final class Wrapping {
  private static final Set<String> OUTLETS = outlets();
  private static final Pattern TAIL =
      Pattern.compile("^(.*\\S)\\s+[-–—|]+\\s+([^-–—|]{2,40})$", Pattern.DOTALL);

  /** Up to a dash, for which U+0640 stands as well, a colon, a stroke or a bracket's end. */
  private static final Pattern HEAD =
      Pattern.compile("^(.{2,70}?)(?:\\s*[-–—:/\u0640]|\\))\\s+", Pattern.DOTALL);

  private static final Pattern BYLINE =
      Pattern.compile(
          "^(?:كتبت?|إعداد|تحرير|ترجمة|By|Par)\\s*[:：–—-]?\\s+([^.:\\-–—\\n]{3,40})[.:\\-–—\\n]+\\s*");
  private static final Pattern MORE =
      Pattern.compile(
          "(?:اقرأ أيض|إقرأ أيض|اقرأ المزيد|للمزيد|تابعونا|المصدر\\s*[:：]|Read (?:more|also)|Lire aussi|Source\\s*:).*$",
          Pattern.DOTALL);
  private static final Pattern ENDING = Pattern.compile("[a-z]+(?:news|times|post|tv|press)");
  private static final int MIN_SITE_CHARS = 4;
  private static final int MAX_HEAD_CHARS = 70;
  private static final int MAX_HEAD_WORDS = 8;

  private Wrapping() {}

  /** The headline without its outlet's name. */
  static String title(String title, String site) {
    Matcher tail = TAIL.matcher(title.strip());
    if (tail.matches() && isOutlet(tail.group(2), site)) {
      return tail.group(1);
    }
    return title;
  }

  /** The text without dateline, byline and what stands behind it. */
  static String text(String text, String site) {
    String bare = MORE.matcher(text.strip()).replaceFirst("");
    bare = withoutHead(bare, site);
    bare = BYLINE.matcher(bare).replaceFirst("");
    return withoutHead(bare, site);
  }

  private static String withoutHead(String text, String site) {
    Matcher head = HEAD.matcher(text);
    int behind = 0;
    int from = 0;
    while (from <= MAX_HEAD_CHARS && head.region(from, text.length()).lookingAt()) {
      String words = text.substring(from, head.end(1));
      if (Folding.fold(words).tokens().size() <= MAX_HEAD_WORDS && isOutlet(words, site)) {
        behind = head.end();
      }
      from = head.end();
    }
    return text.substring(behind);
  }

  /** Whether an outlet or agency is named there, or who published it. */
  private static boolean isOutlet(String words, String site) {
    List<String> forms = Folding.fold(words).tokens().stream().map(Token::form).toList();
    String all = " " + String.join(" ", forms) + " ";
    String joined = String.join("", forms);
    return forms.stream().anyMatch(form -> ENDING.matcher(form).matches())
        || OUTLETS.stream().anyMatch(name -> all.contains(" " + name + " "))
        || (joined.length() >= MIN_SITE_CHARS && site.replace("-", "").contains(joined));
  }

  private static Set<String> outlets() {
    Set<String> names = new HashSet<>();
    for (List<String> line : Tables.lines("outlets.txt")) {
      line.forEach(name -> names.add(Tables.folded(name)));
    }
    return Set.copyOf(names);
  }
}
