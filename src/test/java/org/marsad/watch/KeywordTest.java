package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.marsad.entity.EntityTagger;

/** What a keyword finds and what it does not: {@code watch/keywords.txt}. */
class KeywordTest {
  private static final EntityTagger TAGGER = new EntityTagger(Samples.catalogue());

  record Judged(String keyword, String text, boolean match) {}

  static Stream<Judged> judged() throws IOException {
    List<Judged> judged = new ArrayList<>();
    String keyword = "";
    for (String line : lines()) {
      if (line.startsWith("+ ") || line.startsWith("- ")) {
        for (String text : line.substring(2).split(" / ")) {
          judged.add(new Judged(keyword, text, line.startsWith("+")));
        }
      } else {
        keyword = line;
      }
    }
    return judged.stream();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = KeywordTest.class.getResourceAsStream("/watch/keywords.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("judged")
  void aKeywordFindsItsWordAndNoOther(Judged judged) {
    Trial trial = new Trial(Query.keyword(judged.keyword()), TAGGER);
    assertThat(trial.on(Samples.item(judged.text()), Samples.feed()).isPresent())
        .as(judged.keyword() + " in " + judged.text())
        .isEqualTo(judged.match());
  }
}
