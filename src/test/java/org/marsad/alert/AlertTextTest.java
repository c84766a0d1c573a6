package org.marsad.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.text.Field;
import org.marsad.text.Running;
import org.marsad.text.TelegramHtml;
import org.marsad.watch.Place;

class AlertTextTest {
  private static final Instant NOW = Instant.parse("2026-03-03T12:34:10Z");
  private static final Path EXAMPLES = Path.of("src/test/resources/alerts");

  private static Telling telling(String title, String summary) {
    return new Telling(
        "ar",
        "Africa/Tripoli",
        NOW,
        NOW,
        "المرصد",
        "https://news.example/1",
        List.of("نفط"),
        title,
        summary);
  }

  static Stream<Path> examples() throws IOException {
    return Files.list(EXAMPLES).filter(file -> file.toString().endsWith(".json"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readsAsTheExampleBesideIt(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(Files.readString(file));
    List<String> labels = new ArrayList<>();
    json.get("labels").forEach(label -> labels.add(label.asText()));
    Telling telling =
        new Telling(
            json.get("language").asText(),
            json.get("zone").asText(),
            Instant.parse(json.get("now").asText()),
            Instant.parse(json.get("published").asText()),
            json.get("outlet").asText(),
            json.get("link").asText(),
            labels,
            json.get("title").asText(),
            json.get("summary").asText());

    String html = AlertText.of(telling.alert(), telling.now()).html();

    assertThat(visible(html))
        .isEqualTo(Files.readString(Path.of(file.toString().replace(".json", ".html"))).strip());
  }

  private static String visible(String html) {
    return html.replace('\u2066', '⟦')
        .replace('\u2067', '⦗')
        .replace('\u2068', '⟪')
        .replace('\u2069', '⟧')
        .replace('\u200F', '⟵');
  }

  @Test
  void theButtonOpensTheItem() {
    assertThat(AlertText.of(telling("خبر", "").alert(), NOW).buttons().get(0))
        .containsExactly(Button.link("اقرأ الخبر", "https://news.example/1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/x",
        "javascript:alert(1)",
        "https://example",
        "ftp://example.org/x",
        "https://user@example.org/",
        "https://example.org:99999/",
        "https://exa mple.org/",
        "/relative"
      })
  void noButtonThatWouldMakeTheServerRefuseTheAlert(String link) {
    Alert alert =
        new Telling("ar", "UTC", NOW, NOW, "المرصد", link, List.of("نفط"), "خبر", "").alert();

    assertThat(AlertText.of(alert, NOW).buttons().stream().flatMap(List::stream))
        .noneMatch(button -> button.kind() == Button.Kind.LINK);
    assertThat(AlertText.of(alert, NOW).html()).contains("<b>خبر</b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/x",
        "https://example.org/خبر/1",
        "https://موقع.مصر",
        "HTTPS://EXAMPLE.ORG?x=1#y"
      })
  void addressesTheServerTakesAreKept(String link) {
    Alert alert =
        new Telling("ar", "UTC", NOW, NOW, "المرصد", link, List.of("نفط"), "خبر", "").alert();

    assertThat(AlertText.of(alert, NOW).buttons().get(0))
        .containsExactly(Button.link("اقرأ الخبر", link));
  }

  @Test
  void signsThatNoAddressHasAreWrittenAsPercent() {
    Alert alert =
        new Telling(
                "ar", "UTC", NOW, NOW, "و", "https://a.example/?q=\"x\"|y", List.of(), "خبر", "")
            .alert();

    assertThat(AlertText.of(alert, NOW).buttons().get(0).get(0).value())
        .isEqualTo("https://a.example/?q=%22x%22%7Cy");
  }

  @Test
  void sixtyWatchesAndAnEndlessTextFit() {
    List<String> labels =
        IntStream.range(0, 60)
            .mapToObj(i -> "متابعة طويلة الاسم رقم " + i + " من قائمة طويلة")
            .toList();
    String summary = "{{نفط}} 1 " + "كلمة2 ".repeat(10_000);
    Alert alert =
        new Telling(
                "ar",
                "UTC",
                NOW,
                NOW,
                "صحيفة ".repeat(60),
                "https://news.example/" + "a".repeat(2000),
                labels,
                "عنوان 1 ".repeat(300),
                summary)
            .alert();

    String shown = TelegramHtml.read(AlertText.of(alert, NOW).html());

    assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(4096);
    assertThat(shown).contains("متابعة طويلة الاسم رقم").contains("متابعة أخرى").contains("…");
  }

  @Test
  void aHitDeepInAnEndlessSentenceIsShown() {
    String summary = "كلمة ".repeat(5000) + "{{النفط}} " + "كلمة ".repeat(5000);

    assertThat(AlertText.of(telling("خبر", summary).alert(), NOW).html())
        .contains("<blockquote>…كلمة ")
        .contains("<b>النفط</b> كلمة ");
  }

  @Test
  void aSummaryThatRepeatsTheHeadlineIsNotSaidTwice() {
    assertThat(AlertText.of(telling("ارتفاع {{النفط}}", "ارتفاع  {{النفط}}").alert(), NOW).html())
        .doesNotContain("blockquote");
  }

  @Test
  void placesThatPointNowhereHurtNobody() {
    Alert good = telling("خبر", "نص").alert();
    List<Place> wrong =
        List.of(
            new Place(Field.TITLE, 2, 99, "x"),
            new Place(Field.TEXT, -1, 2, "x"),
            new Place(Field.TEXT, 2, 1, "x"));
    Alert alert =
        new Alert(1, good.chat(), good.item(), "المرصد", List.of(new Alert.Found(1, "نفط", wrong)));

    assertThat(AlertText.of(alert, NOW).html()).contains(">خبر</a>").doesNotContain("<u>");
  }

  @Provide
  Arbitrary<String> feedTexts() {
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(300);
    Arbitrary<String> nasty =
        Arbitraries.of(
                "<b>",
                "</b>",
                "<script>",
                "&amp;",
                "&",
                "\"",
                "'",
                "RSF",
                "12",
                "٣",
                "حفتر ",
                "النفط. ",
                "\u202E",
                "\u2066",
                "\u2069",
                "\u200F",
                "\n",
                "…",
                "«",
                "👨\u200D👩\u200D👧",
                "\uD83D",
                " ",
                "(",
                "1")
            .list()
            .ofMaxSize(200)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(anything, nasty);
  }

  @Test
  void otherOutletsAreNamedUpToEight() {
    Alert bare =
        new Telling(
                "ar",
                "Asia/Baghdad",
                NOW,
                NOW,
                "الأولى",
                "https://e.example/1",
                List.of("نفط"),
                "خبر",
                "نص")
            .alert();
    List<String> outlets =
        List.of(
            "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة", "عاشرة",
            "أخيرة");
    Alert alert = new Alert(1, bare.chat(), bare.item(), bare.outlet(), bare.found(), outlets);
    String shown = AlertText.of(alert, NOW).plain().replace("\u200f", "");
    String last = shown.lines().reduce((first, second) -> second).orElseThrow();

    assertThat(last).startsWith("➕ تناولته أيضًا: ثانية، ثالثة").contains("تاسعة");
    assertThat(last).doesNotContain("عاشرة").endsWith("ومصدران آخران");
  }

  private static List<Alert.Found> found(List<String> labels, List<Place> places) {
    return labels.stream().map(label -> new Alert.Found(1, label, places)).toList();
  }

  @Property(tries = 500)
  void whateverAFeedSaysTheAlertIsSafe(
      @ForAll("feedTexts") String title,
      @ForAll("feedTexts") String summary,
      @ForAll("feedTexts") String outlet,
      @ForAll @Size(max = 60) List<String> labels) {
    Telling telling =
        new Telling(
            "ar",
            "Asia/Baghdad",
            NOW,
            NOW,
            outlet,
            "https://e.example/\"<x>",
            labels,
            title,
            summary);
    List<Place> places =
        List.of(
            new Place(Field.TITLE, title.length() / 3, title.length() / 2, "x"),
            new Place(Field.TEXT, summary.length() / 3, summary.length() / 2, "x"));
    Alert bare = telling.alert();
    Alert alert = new Alert(1, bare.chat(), bare.item(), outlet, found(labels, places), labels);

    Message message = AlertText.of(alert, NOW);
    String shown = TelegramHtml.read(message.html());

    assertThat(shown).isEqualTo(message.plain());
    assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(4096);
    assertThat(Running.hasBareLatinOrDigit(shown)).isFalse();
    assertThat(Running.balanced(shown)).isTrue();
    assertThat(shown.lines()).allMatch(Running::rightToLeft);
    assertThat(shown).doesNotContainPattern("[\\u202A-\\u202E\\u2028\\u2029]");
  }
}
