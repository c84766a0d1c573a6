package org.marsad.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.marsad.text.Document;

/** Sentences of our own, and whom each names; the rule and tag of each are the guideline's. */
final class SentencesTest {
  private static final EntityTagger TAGGER =
      new EntityTagger(Catalogue.read(Path.of("config/entities.yaml")));

  private record Sentence(String rule, Document document, String title, String judgements) {}

  @TestFactory
  Stream<DynamicTest> everySentenceNamesWhomItNames() {
    return sentences().stream()
        .map(sentence -> dynamicTest(sentence.rule + ": " + sentence.title, () -> judge(sentence)));
  }

  private static void judge(Sentence sentence) {
    Set<String> named =
        TAGGER.tag(sentence.document).stream().map(Mention::entity).collect(Collectors.toSet());
    for (String judgement : sentence.judgements.split(" ")) {
      String entity = judgement.substring(1);
      assertThat(named.contains(entity))
          .as(() -> judgement + " because " + TAGGER.explain(entity, sentence.document))
          .isEqualTo(judgement.charAt(0) == '+');
    }
  }

  @Test
  void everyEntityAndRuleHasItsSentences() {
    Map<String, Integer> judged = new TreeMap<>();
    for (Sentence sentence : sentences()) {
      for (String judgement : sentence.judgements.split(" ")) {
        judged.merge(judgement, 1, Integer::sum);
      }
    }
    assertThat(judged.keySet()).contains("+saddam-haftar", "-saddam-haftar");
    assertThat(judged)
        .allSatisfy(
            (judgement, count) -> {
              if (!judgement.endsWith("belqasem-haftar")) {
                assertThat(count).as(judgement).isGreaterThanOrEqualTo(10);
              }
            });
  }

  private static List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/entity"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(SentencesTest::sentence)
            .forEach(sentences::add);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return sentences;
  }

  private static Sentence sentence(String line) {
    String[] parts = line.split("\\|", -1);
    assertThat(parts).as(line).hasSize(5);
    String title = parts[2].strip();
    return new Sentence(
        parts[0].strip(), Document.of(title, parts[3].strip()), title, parts[4].strip());
  }
}
