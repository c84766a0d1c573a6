package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.entity.Entity;
import org.marsad.feed.FeedTrouble;
import org.marsad.feed.Followed;
import org.marsad.feed.Reason;
import org.marsad.text.Language;
import org.marsad.text.Running;
import org.marsad.text.TelegramHtml;
import org.marsad.watch.QueryParser;

/** The wording: whole in both languages, right in its plurals, set from right to left. */
class PhrasesTest {
  private static final Phrases ARABIC = Phrases.in(Language.AR);
  private static final Phrases ENGLISH = Phrases.in(Language.EN);
  private static final Set<String> SIX = Set.of("zero", "one", "two", "few", "many", "other");
  private static final List<Integer> COUNTS =
      List.of(0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000);

  /** Keys that are put together from an enum's name where they are used. */
  private static final Pattern PUT_TOGETHER =
      Pattern.compile(
          "(?:problem|reason|verdict|group|groups|verb|run|ask|add|trouble|trouble\\.over|spikes|urgency|urgency\\.sign|button\\.mute|sources\\.by)\\.[A-Z_]+|button\\.language\\..*");

  private static final Pattern ASKED_FOR =
      Pattern.compile("(?:html|plain|button)\\(\\s*\"([a-z]{2,}(?:\\.[a-z]+)*)\"[,)]");

  static Stream<String> keys() {
    return ARABIC.keys().stream();
  }

  @Test
  void everyKeyIsInBothLanguages() {
    assertThat(ENGLISH.keys()).isEqualTo(ARABIC.keys());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void bothLanguagesAreGivenTheSameValues(String key) {
    assertThat(arguments(ENGLISH.pattern(key))).isEqualTo(arguments(ARABIC.pattern(key)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void arabicPluralsHaveAllSixForms(String key) {
    MessagePattern pattern = new MessagePattern(ARABIC.pattern(key));
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPart(i).getArgType() == ArgType.PLURAL
          && pattern.getPart(i).getType() == Part.Type.ARG_START) {
        assertThat(forms(pattern, i)).as(key).isEqualTo(SIX);
      }
    }
  }

  private static Set<String> forms(MessagePattern pattern, int start) {
    Set<String> forms = new HashSet<>();
    int limit = pattern.getLimitPartIndex(start);
    for (int i = start; i < limit; i++) {
      if (pattern.getPart(i).getType() == Part.Type.ARG_SELECTOR) {
        forms.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return forms;
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyPhraseIsWellFormedAndRunsFromTheRightForEveryNumber(String key) {
    for (int count : COUNTS) {
      Message message =
          ARABIC.message(ARABIC.html(key, values(ARABIC.pattern(key), count)), List.of());
      String shown = TelegramHtml.read(message.html());

      assertThat(shown).isEqualTo(message.plain());
      assertThat(Running.hasBareLatinOrDigit(shown)).as(shown).isFalse();
      assertThat(shown.lines().filter(line -> !line.isBlank())).allMatch(Running::rightToLeft);
      TelegramHtml.read(ENGLISH.html(key, values(ENGLISH.pattern(key), count)));
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void numbersAreWrittenInWesternDigits(String key) {
    String shown = ARABIC.plain(key, values(ARABIC.pattern(key), 12));

    assertThat(shown).doesNotContainPattern("[٠-٩]");
  }

  private static Map<String, Object> values(String pattern, int count) {
    Map<String, Object> values = new HashMap<>();
    Set<String> plurals = plurals(pattern);
    for (String name : arguments(pattern)) {
      boolean number =
          plurals.contains(name)
              || Set.of("n", "i", "chars", "terms", "depth", "letters", "near").contains(name);
      values.put(name, number ? count : "RSF <قوات> & \"1\"");
    }
    return values;
  }

  private static Set<String> plurals(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPart(i).getType() == Part.Type.ARG_START
          && pattern.getPart(i).getArgType() == ArgType.PLURAL) {
        names.add(pattern.getSubstring(pattern.getPart(i + 1)));
      }
    }
    return names;
  }

  private static Set<String> arguments(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPart(i).getType() == Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({
    "0, لا أخبار",
    "1, خبر واحد",
    "2, خبران",
    "3, 3 أخبار",
    "10, 10 أخبار",
    "11, 11 خبرًا",
    "99, 99 خبرًا",
    "100, 100 خبر",
    "101, 101 خبر",
    "103, 103 أخبار",
    "111, 111 خبرًا"
  })
  void nounsAgreeWithTheirNumbers(int count, String words) {
    assertThat(
            ARABIC
                .plain("list.row", Map.of("i", 1, "what", "نفط", "n", count))
                .replaceAll("[\\u2066\\u2069]", ""))
        .endsWith("نفط: " + words);
  }

  @ParameterizedTest
  @CsvSource({
    "1, في قائمتك متابعة واحدة",
    "2, في قائمتك متابعتان",
    "5, في قائمتك 5 متابعات",
    "40, في قائمتك 40 متابعة"
  })
  void theFeminineToo(int count, String words) {
    assertThat(ARABIC.plain("resume.done", Map.of("n", count)).replaceAll("[\\u2066\\u2069]", ""))
        .contains(words);
  }

  @Test
  void everyCaseOfAnEnumHasItsWords() {
    assertThat(ARABIC.keys())
        .containsAll(names("problem.", QueryParser.Problem.values()))
        .containsAll(names("reason.", Reason.values()))
        .containsAll(names("group.", Entity.Group.values()))
        .containsAll(names("groups.", Entity.Group.values()))
        .containsAll(names("add.", Followed.Outcome.values()))
        .containsAll(names("trouble.", FeedTrouble.values()))
        .containsAll(names("trouble.over.", FeedTrouble.values()));
  }

  private static Set<String> names(String prefix, Enum<?>[] cases) {
    return Stream.of(cases).map(one -> prefix + one.name()).collect(Collectors.toSet());
  }

  @Test
  void everyKeyIsAskedForAndEveryKeyAskedForExists() throws IOException {
    String program = program();

    assertThat(ARABIC.keys().stream().filter(key -> !PUT_TOGETHER.matcher(key).matches()))
        .allSatisfy(key -> assertThat(program).contains('"' + key + '"'));
    assertThat(ASKED_FOR.matcher(program).results().map(asked -> asked.group(1)))
        .hasSizeGreaterThan(50)
        .allSatisfy(key -> assertThat(ARABIC.keys()).contains(key));
  }

  private static String program() throws IOException {
    StringBuilder program = new StringBuilder();
    for (String room : List.of("alert", "chat")) {
      try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/marsad", room))) {
        for (Path source : sources.toList()) {
          program.append(Files.readString(source));
        }
      }
    }
    return program.toString();
  }

  @Test
  void whatIsPutInIsEscapedAndIsolated() {
    assertThat(ARABIC.html("watch.exists", Map.of("what", "<b>RSF</b>\u202E")))
        .contains("<b>\u2066&lt;b&gt;RSF&lt;/b&gt;\u2069</b>");
    assertThat(ENGLISH.html("watch.exists", Map.of("what", "هدنة")))
        .startsWith("<b>\u2068هدنة\u2069</b>");
  }
}
