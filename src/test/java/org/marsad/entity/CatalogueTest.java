package org.marsad.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.text.Document;
import org.marsad.text.Language;

final class CatalogueTest {
  private static final Path SHIPPED = Path.of("config/entities.yaml");

  @TempDir Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("entities.yaml"), yaml);
  }

  private void assertFault(String yaml, String... parts) {
    assertThatThrownBy(() -> Catalogue.read(file(yaml)))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void theShippedCatalogueReads() {
    Catalogue catalogue = Catalogue.read(SHIPPED);
    assertThat(catalogue.all()).hasSizeGreaterThanOrEqualTo(18);
    assertThat(catalogue.find("el-fasher"))
        .hasValueSatisfying(
            entity -> {
              assertThat(entity.name(Language.AR)).isEqualTo("الفاشر");
              assertThat(entity.group()).isEqualTo(Entity.Group.PLACE);
            });
    assertThat(catalogue.find("nobody")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "صدام حفتر,saddam-haftar",
    "#صدام_حفتر,saddam-haftar",
    "Seddam Hifter,saddam-haftar",
    "حفتر,khalifa-haftar",
    "خليفه حفتر,khalifa-haftar",
    "حميدتى,hemedti",
    "الدعم السريع,rsf-sudan",
    "rsf,rsf-sudan",
    "El-Facher,el-fasher",
    "مطار الكُفرة,kufra-airport",
    "UNSMIL,un-libya-mission",
  })
  void whatAPersonTypesNamesAnEntity(String typed, String id) {
    assertThat(Catalogue.read(SHIPPED).named(typed)).extracting(Entity::id).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "صدام", "حفتر يزور روما", "قوات", "؟"})
  void whatIsNoNameNamesNobody(String typed) {
    assertThat(Catalogue.read(SHIPPED).named(typed)).isEmpty();
  }

  @Test
  void anEntityIsAddedByALineAlone() throws IOException {
    Path file =
        file(
            """
            entities:
              - {id: ghadames, group: place, names: {ar: غدامس}, aliases: ['ghad[ae]mes']}
            """);
    EntityTagger tagger = new EntityTagger(Catalogue.read(file));
    assertThat(tagger.tag(Document.of("أمطار على غدامس", "Ghadamès sous la pluie")))
        .extracting(Mention::entity)
        .containsExactly("ghadames", "ghadames");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Catalogue.read(folder.resolve("none.yaml")))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("none.yaml");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertFault("", "entities.yaml", "empty");
  }

  @Test
  void brokenYamlIsNamedWithItsLine() {
    assertFault("entities:\n  - {id: a, names: [}\n", "entities.yaml:2", "no YAML");
  }

  @Test
  void entitiesMustBeAList() {
    assertFault("contexts: {a: [ب]}\n", "entities.yaml:1", "'entities' is missing");
  }

  static Stream<String[]> faults() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/catalogue/faults.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" => ", 2));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aMistakeNamesLineEntityAndFault(String entity, String fault) {
    assertFault("entities:\n  - {" + entity + "}\n", "entities.yaml:2: ", fault);
  }

  @Test
  void anIdStandsOnce() {
    assertFault(
        """
        entities:
          - {id: sebha, group: place, names: {ar: سبها}}
          - {id: sebha, group: place, names: {ar: سبها}}
        """,
        "entities.yaml:3: ",
        "id 'sebha' stands in line 2 already");
  }

  @Test
  void anAliasThatAlwaysCountsNamesOneEntity() {
    assertFault(
        """
        entities:
          - {id: sebha, group: place, names: {ar: سبها}, aliases: [Sabha]}
          - {id: sabha-sa, group: place, names: {ar: صبحا}, aliases: [sabha]}
        """,
        "entities.yaml:3: sabha-sa: ",
        "always names sebha too");
  }

  @Test
  void aNameIsAnAliasThatAlwaysCounts() {
    assertFault(
        """
        entities:
          - {id: sebha, group: place, names: {ar: سبها, en: Sabha}}
          - {id: sabha-sa, group: place, names: {ar: صبحا}, aliases: [sabha]}
        """,
        "entities.yaml:3: sabha-sa: ",
        "always names sebha too");
  }

  @Test
  void aNameWithAConditionMayBeAnothersToo() throws IOException {
    Path file =
        file(
            """
            entities:
              - {id: sebha, group: place, names: {ar: سبها}, aliases: [{is: سبها, country: libya}]}
              - {id: sabha-sa, group: place, names: {ar: صبحا}, aliases: [سبها]}
            """);
    assertThat(Catalogue.read(file).all()).hasSize(2);
  }

  @Test
  void aBareSurnameHasOneOwner() {
    assertFault(
        """
        families: {haftar: {surname: [حفتر]}}
        entities:
          - {id: a, group: person, names: {ar: أ ب}, person: {family: haftar, given: [خليفة], bare: true}}
          - {id: b, group: person, names: {ar: أ ج}, person: {family: haftar, given: [صدام], bare: true}}
        """,
        "entities.yaml:4: b: ",
        "is a's already");
  }

  @Test
  void aFamilyMemberHasNoSurnameOfHisOwn() {
    assertFault(
        """
        families: {haftar: {surname: [حفتر]}}
        entities:
          - {id: a, group: person, names: {ar: أ ب}, person: {family: haftar, given: [خليفة], surname: [x]}}
        """,
        "belong to the family");
  }

  @Test
  void tooManySpellingsAreRefused() {
    assertFault(
        "entities:\n  - {id: a, group: place, names: {ar: أ}, aliases: ['"
            + "[abcdefgh]".repeat(5)
            + "']}\n",
        "more than 3000 spellings");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertFault(
        """
        entities:
          - {id: a, names: {ar: أ}}
          - {id: b, group: place}
        """,
        "entities.yaml:2: a: 'group' is missing",
        "entities.yaml:3: b: the Arabic name is missing");
  }
}
