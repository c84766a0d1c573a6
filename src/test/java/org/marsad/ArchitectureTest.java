package org.marsad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The floors of the house, and the one home of each library. */
class ArchitectureTest {
  private static final JavaClasses MARSAD =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.marsad");

  private static final List<List<String>> FLOORS =
      List.of(
          List.of("text"),
          List.of("entity", "feed"),
          List.of("watch", "story"),
          List.of("alert", "archive"),
          List.of("chat", "poll"),
          List.of("telegram", "web", "playground"),
          List.of("app"));

  private static final Map<String, List<String>> HOMES =
      Map.ofEntries(
          Map.entry("org.telegram..", List.of("telegram")),
          Map.entry("com.rometools..", List.of("feed")),
          Map.entry("org.jdom2..", List.of("feed")),
          Map.entry("org.jsoup..", List.of("feed")),
          Map.entry("net.dankito..", List.of("feed")),
          Map.entry("okhttp3..", List.of("feed", "telegram")),
          Map.entry("org.apache.lucene..", List.of("archive")),
          Map.entry("io.javalin..", List.of("web", "playground")),
          Map.entry("org.eclipse.jetty..", List.of("web", "playground")),
          Map.entry("io.github.bucket4j..", List.of("alert")),
          Map.entry("org.yaml..", List.of("entity", "app")),
          Map.entry("org.quartz..", List.of("app")),
          Map.entry("org.flywaydb..", List.of("app")),
          Map.entry("com.zaxxer..", List.of("app")),
          Map.entry("io.smallrye..", List.of("app")),
          Map.entry("picocli..", List.of("app")),
          Map.entry("io.micrometer.prometheusmetrics..", List.of("app")));

  static Stream<String> rooms() {
    return FLOORS.stream().flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyFloorsBelowItsOwn(String room) {
    int floor = floorOf(room);
    String[] above =
        FLOORS.subList(floor, FLOORS.size()).stream()
            .flatMap(List::stream)
            .filter(other -> !other.equals(room))
            .map(other -> "org.marsad." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.marsad." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .allowEmptyShould(true)
        .check(MARSAD);
  }

  private static int floorOf(String room) {
    for (int i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(room)) {
        return i;
      }
    }
    throw new AssertionError(room);
  }

  static Stream<Map.Entry<String, List<String>>> homes() {
    return HOMES.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void eachLibraryHasItsHome(Map.Entry<String, List<String>> home) {
    String[] rooms =
        home.getValue().stream().map(room -> "org.marsad." + room + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(home.getKey())
        .check(MARSAD);
  }

  @Test
  void noRoomStandsInACircle() {
    SlicesRuleDefinition.slices()
        .matching("org.marsad.(*)..")
        .should()
        .beFreeOfCycles()
        .check(MARSAD);
  }

  @Test
  void onlyTextFoldsArabic() throws IOException {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.marsad.text..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.text.Normalizer")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("com\\.ibm\\.icu\\.text\\.(Normalizer2|Transliterator)")
        .check(MARSAD);
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/marsad"))) {
      assertThat(
              sources.filter(
                  file -> file.toString().endsWith(".java") && !file.toString().contains("/text/")))
          .allSatisfy(
              file ->
                  assertThat(file)
                      .content()
                      .as("folding of alef, ya or ta marbuta in " + file)
                      .doesNotContainPattern("replace[A-Za-z]*\\(['\"]?\\[?[أإآىة]"));
    }
  }

  @Test
  void nobodyButTheProgramKnowsThePlayground() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.marsad.playground..", "org.marsad.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.marsad.playground..")
        .check(MARSAD);
  }

  @Test
  void everyRoomHasAContractAndAFloor() throws IOException {
    try (Stream<Path> found = Files.list(Path.of("src/main/java/org/marsad"))) {
      assertThat(found.filter(Files::isDirectory))
          .allSatisfy(
              room -> {
                assertThat(rooms()).contains(room.getFileName().toString());
                assertThat(room.resolve("package-info.java")).content().contains("@NullMarked");
              });
    }
  }
}
