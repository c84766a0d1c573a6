package org.marsad.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.text.Document;

/** Which names count that share words with others. */
class NestedNamesTest {
  private static final String CATALOGUE =
      """
      entities:
        - {id: khartoum, group: place, names: {ar: الخرطوم}, not: [خرطوم المياه]}
        - {id: khartoum-airport, group: place, names: {ar: مطار الخرطوم}}
        - {id: obeid, group: place, names: {ar: الأبيض}, not: [البيت الأبيض]}
        - {id: white-house, group: body, names: {ar: البيت الأبيض}}
        - {id: security-council, group: body, names: {ar: مجلس الأمن}}
        - {id: african-council, group: body, names: {ar: مجلس الأمن الأفريقي}}
        - {id: nile, group: place, names: {ar: النيل}}
        - {id: hafez, group: person, names: {ar: شاعر النيل}}
        - id: kamil
          group: person
          names: {ar: كامل إدريس}
          person: {given: [كامل], surname: [إدريس]}
        - id: hadi
          group: person
          names: {ar: الهادي إدريس}
          person: {given: [الهادي], surname: [إدريس]}
      """;

  @TempDir private Path folder;
  private EntityTagger tagger;

  @BeforeEach
  void read() throws IOException {
    Path file = folder.resolve("entities.yaml");
    Files.writeString(file, CATALOGUE, StandardCharsets.UTF_8);
    tagger = new EntityTagger(Catalogue.read(file));
  }

  private List<String> named(String title) {
    return tagger.tag(Document.of(title, "")).stream().map(Mention::entity).distinct().toList();
  }

  @Test
  void placeKeepsItsNameInsideThatOfAnotherPlace() {
    assertThat(named("هبوط أول طائرة في مطار الخرطوم"))
        .containsExactlyInAnyOrder("khartoum", "khartoum-airport");
  }

  @Test
  void placeIsNotNamedInsideAPhraseThatNamesNothing() {
    assertThat(named("البيت الأبيض يعلن موعد القمة")).containsExactly("white-house");
  }

  @Test
  void placeIsNotNamedInsideTheNameOfSomebody() {
    assertThat(named("أمسية في ذكرى شاعر النيل")).containsExactly("hafez");
  }

  @Test
  void bodyIsNotNamedInsideALongerName() {
    assertThat(named("مجلس الأمن الأفريقي يجتمع")).containsExactly("african-council");
  }

  @Test
  void twoFamiliesMayShareASurname() {
    assertThat(named("كامل إدريس يلتقي الهادي إدريس")).containsExactly("kamil", "hadi");
  }
}
