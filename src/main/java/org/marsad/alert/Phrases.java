package org.marsad.alert;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.marsad.text.Direction;
import org.marsad.text.Html;
import org.marsad.text.Language;
import org.marsad.text.Marked;
import org.marsad.text.RightToLeft;

/**
 * All wording of the bot, one file a language beside this class: ICU message patterns in Telegram's
 * HTML. What is put into them is escaped and isolated here. Immutable; any number of threads may
 * share one.
 */
public final class Phrases {
  private static final Phrases ARABIC = new Phrases(Language.AR);
  private static final Phrases ENGLISH = new Phrases(Language.EN);

  private final Language language;
  private final Map<String, String> patterns;

  private Phrases(Language language) {
    this.language = language;
    this.patterns = Map.copyOf(read("phrases_" + language.code() + ".properties"));
  }

  /** A value that is markup of ours and goes into a phrase as it is. */
  public record Markup(String html) {}

  /** The wording in a language the bot speaks: English, or Arabic for every other. */
  public static Phrases in(Language language) {
    return language == Language.EN ? ENGLISH : ARABIC;
  }

  /** The ICU locale of a language, with Western digits. */
  public static ULocale locale(Language language) {
    return new ULocale(in(language) == ENGLISH ? "en" : "ar@numbers=latn");
  }

  /** The language spoken. */
  public Language language() {
    return language;
  }

  /** The keys there are. */
  Set<String> keys() {
    return new TreeSet<>(patterns.keySet());
  }

  /** The pattern of a key as written in the file. */
  String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no phrase " + key + " in " + language);
    }
    return pattern;
  }

  /** A phrase without values, as markup. */
  public String html(String key) {
    return html(key, Map.of());
  }

  /**
   * A phrase as markup.
   *
   * @param values what to put in by name: texts from outside as strings, numbers as numbers, markup
   *     of ours as {@link Markup}
   */
  public String html(String key, Map<String, ?> values) {
    Map<String, Object> ready = new HashMap<>();
    values.forEach((name, value) -> ready.put(name, ready(value)));
    return new MessageFormat(pattern(key), locale(language)).format(ready);
  }

  private Object ready(Object value) {
    if (value instanceof Markup markup) {
      return markup.html();
    }
    return value instanceof String text
        ? Direction.within(language, Html.escape(Marked.line(text)))
        : value;
  }

  /** A phrase without markup, for buttons and toasts. */
  public String plain(String key) {
    return plain(key, Map.of());
  }

  /** A phrase without markup, for buttons and toasts. */
  public String plain(String key, Map<String, ?> values) {
    return Html.plain(settled(html(key, values)));
  }

  /** A message of these lines of markup, every one settled in its direction. */
  public Message message(String html, List<List<Button>> buttons) {
    String settled = settled(html);
    return new Message(settled, Html.plain(settled), buttons, false);
  }

  private String settled(String html) {
    return language == Language.EN ? html : RightToLeft.lines(html);
  }

  private static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (InputStream in = Phrases.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program's file " + file + " is missing");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the program's file " + file + " cannot be read", e);
    }
    Map<String, String> patterns = new HashMap<>();
    properties.forEach((key, value) -> patterns.put((String) key, (String) value));
    return patterns;
  }
}
