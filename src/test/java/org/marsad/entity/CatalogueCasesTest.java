package org.marsad.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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

  /** A word that speaks against a name must not silence an item that names it all the same. */
  @Test
  void whatSpeaksAgainstANameElsewhereInTheItemDoesNotSilenceIt() {
    Compiled compiled = new Compiled(catalogue.definitions(), Vocabulary.own());
    for (Definition definition : catalogue.definitions().entities()) {
      Set<String> against = against(definition);
      if (!against.isEmpty()) {
        assertThat(cases)
            .as("a case that names %s and holds one of %s", definition.entity().id(), against)
            .anyMatch(
                sample ->
                    sample.entity().equals(definition.entity().id())
                        && sample.match()
                        && holds(compiled, sample, against));
      }
    }
  }

  private static Set<String> against(Definition definition) {
    Set<String> against = new TreeSet<>();
    conditions(definition)
        .forEach(
            condition -> {
              against.addAll(condition.unless());
              against.addAll(condition.notBeside());
            });
    return against;
  }

  private static Stream<Condition> conditions(Definition definition) {
    Stream<AliasRule> rules = Stream.concat(definition.aliases().stream(), bare(definition));
    return Stream.concat(
        rules.map(AliasRule::condition),
        Stream.ofNullable(definition.person()).map(PersonRule::full));
  }

  private static Stream<AliasRule> bare(Definition definition) {
    return Stream.ofNullable(definition.person()).flatMap(person -> person.bare().stream());
  }

  private static boolean holds(Compiled compiled, CatalogueCase sample, Set<String> contexts) {
    BitSet numbers = new BitSet();
    contexts.forEach(id -> numbers.set(compiled.subject(id)));
    Evidence evidence = new Evidence(compiled, sample.document());
    return evidence.any(numbers, new Spot(evidence.sides().get(0), 0, 0, ""));
  }

  private long count(Entity entity, boolean match) {
    return cases.stream()
        .filter(sample -> sample.entity().equals(entity.id()) && sample.match() == match)
        .count();
  }
}
