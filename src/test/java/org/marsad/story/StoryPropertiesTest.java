package org.marsad.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.marsad.entity.Catalogue;
import org.marsad.story.Verdict.Relation;

/** What holds for any report. */
class StoryPropertiesTest {
  private static final StoryJudge JUDGE =
      new StoryJudge(Catalogue.read(Path.of("config", "entities.yaml")));
  private static final List<Report> REPORTS =
      StoryPair.all().stream().map(StoryPair::told).distinct().toList();
  private static final String HARAKAT = "\u064b\u064e\u064f\u0650\u0651\u0652";

  @Provide
  Arbitrary<Report> reports() {
    return Arbitraries.of(REPORTS);
  }

  private static Relation relation(Report told, String title, String text) {
    return JUDGE.judge(told, new Report(title, text, "another.example", told.at())).relation();
  }

  @Property
  void aReportIsACopyOfItself(@ForAll("reports") Report report) {
    assertThat(relation(report, report.title(), report.text())).isEqualTo(Relation.COPY);
  }

  @Property
  void whatOutletsWrapAroundItDoesNotMatter(@ForAll("reports") Report report) {
    String title = "عاجل | " + report.title() + " - نبض نيوز";
    String text = "القاهرة (رويترز) - " + report.text() + " المصدر: وكالات";
    assertThat(relation(report, title, text)).isEqualTo(Relation.COPY);
  }

  @Property
  void harakatDoNotMatter(@ForAll("reports") Report report, @ForAll @IntRange(max = 5) int mark) {
    String title = report.title().replaceAll("([بتثجحخدسشعفقكلمن])", "$1" + HARAKAT.charAt(mark));
    assertThat(relation(report, title, report.text())).isEqualTo(Relation.COPY);
  }

  @Property
  void aNumberMoreIsNews(
      @ForAll("reports") Report report, @ForAll @IntRange(min = 601, max = 989) int number) {
    String text = report.text() + " وبلغ العدد " + number + ".";
    assertThat(relation(report, report.title(), text)).isEqualTo(Relation.NEWS);
  }

  @Property
  void anotherNumberIsNews(@ForAll("reports") Report report) {
    String title = report.title().replaceAll("[0-9]+", "777");
    String text = report.text().replaceAll("[0-9]+", "777");
    boolean changed = !title.equals(report.title()) || !text.equals(report.text());
    assertThat(relation(report, title, text) == Relation.NEWS || !changed).isTrue();
  }

  @Property
  void aDeniedHeadlineIsNews(@ForAll("reports") Report report) {
    assertThat(relation(report, "نفي " + report.title(), report.text())).isEqualTo(Relation.NEWS);
  }

  @Property
  void aNameMoreInTheHeadlineIsNews(@ForAll("reports") Report report) {
    String title = report.title() + " في زرنوقة";
    assertThat(relation(report, title, report.text())).isEqualTo(Relation.NEWS);
  }

  @Property
  void aWordMoreThatSaysLaterIsNews(@ForAll("reports") Report report) {
    assertThat(relation(report, report.title() + " مجددا", report.text())).isEqualTo(Relation.NEWS);
  }
}
