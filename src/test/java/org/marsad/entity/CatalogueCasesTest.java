package org.marsad.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entity of the catalogue that ships is found where it is named, and only there. */
@TestInstance(Lifecycle.PER_CLASS)
class CatalogueCasesTest {
  private final Catalogue catalogue = Catalogue.read(Path.of("config", "entities.yaml"));
  private final EntityTagger tagger = new EntityTagger(catalogue);
  private final List<CatalogueCase> cases = CatalogueCase.all();

  List<CatalogueCase> cases() {
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void entityIsFoundWhereItIsNamedAndOnlyThere(CatalogueCase sample) {
    boolean named =
        tagger.tag(sample.document()).stream()
            .anyMatch(mention -> mention.entity().equals(sample.entity()));

    assertThat(named)
        .as(() -> tagger.explain(sample.entity(), sample.document()).toString())
        .isEqualTo(sample.match());
  }

  @Test
  void everyEntityHasTwoCasesThatNameItAndTwoThatDoNot() {
    for (Entity entity : catalogue.all()) {
      assertThat(count(entity, true))
          .as("cases that name %s", entity.id())
          .isGreaterThanOrEqualTo(2);
      assertThat(count(entity, false))
          .as("cases without %s", entity.id())
          .isGreaterThanOrEqualTo(2);
    }
  }

  private long count(Entity entity, boolean match) {
    return cases.stream()
        .filter(sample -> sample.entity().equals(entity.id()) && sample.match() == match)
        .count();
  }
}
