package org.marsad.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.marsad.entity.Catalogue;
import org.marsad.watch.Query.Form;
import org.marsad.watch.QueryParser.Parsed;

/** The canonical form, and that nothing typed can break the parser. */
class QueryPropertiesTest {
  private static final Catalogue CATALOGUE = Samples.catalogue();
  private static final int DEPTH = 3;

  @Property(tries = 500)
  void whatIsPrintedParsesToTheSame(@ForAll("queries") Query query) {
    String printed = QueryParser.print(query);
    assertThat(QueryParser.parse(printed, CATALOGUE)).as(printed).isEqualTo(new Parsed.Ok(query));
  }

  @Property(tries = 500)
  void equalQueriesPrintTheSameWhateverTheirOrder(@ForAll("lists") List<Query> parts) {
    List<Query> turned = new java.util.ArrayList<>(parts);
    java.util.Collections.reverse(turned);
    turned.add(parts.get(0));
    assertThat(QueryParser.print(Query.all(turned))).isEqualTo(QueryParser.print(Query.all(parts)));
    assertThat(Query.any(turned)).isEqualTo(Query.any(parts));
  }

  @Property(tries = 2000)
  void whateverIsTypedIsReadOrRefusedWithAnExampleThatIsRead(@ForAll("typed") String text) {
    Parsed parsed = QueryParser.parseTyped(text, CATALOGUE);
    if (parsed instanceof Parsed.Refused refused) {
      assertThat(refused.position()).isBetween(0, text.length());
      assertThat(QueryParser.parse(refused.example(), CATALOGUE))
          .as(text + " -> " + refused)
          .isInstanceOf(Parsed.Ok.class);
    } else {
      Query query = ((Parsed.Ok) parsed).query();
      assertThat(QueryParser.parse(QueryParser.print(query), CATALOGUE))
          .as(text + " -> " + QueryParser.print(query))
          .isEqualTo(parsed);
    }
  }

  @Provide
  Arbitrary<List<Query>> lists() {
    return queries().list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<Query> queries() {
    return positive(DEPTH);
  }

  private Arbitrary<Query> positive(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<Query> inner = Arbitraries.lazy(() -> positive(depth - 1));
    Arbitrary<List<Query>> some = inner.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaves(),
        some.map(Query::all),
        some.map(Query::any),
        inner.map(Query::inTitle),
        Combinators.combine(inner, inner)
            .as((wanted, not) -> Query.all(List.of(wanted, Query.not(not)))),
        near());
  }

  private Arbitrary<Query> near() {
    return Combinators.combine(
            Arbitraries.integers().between(1, QueryParser.MAX_NEAR_WORDS),
            words().list().ofMinSize(2).ofMaxSize(3))
        .as(Query.Near::new);
  }

  private Arbitrary<Query> leaves() {
    return Arbitraries.oneOf(
        words(),
        Arbitraries.of("انقلاب", "Khalifa", "منظمه").map(Query.Prefix::new),
        Arbitraries.of("saddam-haftar", "khalifa-haftar").map(Query.OfEntity::new),
        Arbitraries.of("الجزيرة", "سكاي نيوز", "bbc.co.uk").map(Query.FromSource::new),
        Arbitraries.of("ar", "en", "fr").map(Query.InLanguage::new),
        Arbitraries.of("ly", "sd", "int").map(Query.FromCountry::new));
  }

  private Arbitrary<Query> words() {
    Arbitrary<String> word =
        Arbitraries.of("نفط", "أو", "OR", "ليس", "AND", "RSF", "هدنة", "قرب", "NEAR", "12", "على");
    return Combinators.combine(word.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(Form.values()))
        .as((words, form) -> new Query.Words(String.join(" ", words), form));
  }

  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> signs =
        Arbitraries.of(
            "(", ")", "\"", "«", "»", "|", " أو ", "-", "=", "*", "NEAR/5(", "قرب/", ",", "،",
            "عنوان:", "source:", "lang:ar", "بلد:", "جهة:", "NOT ", " AND ", "ليس ", "_", ":", "٣",
            "\u200f", "\u0000", "&");
    Arbitrary<String> words =
        Arbitraries.of("نفط", "haftar", "saddam-haftar", "ليبيا", "ابجد", "El-Fasher", " ");
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(3);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, words),
            net.jqwik.api.Tuple.of(5, signs),
            net.jqwik.api.Tuple.of(1, anything))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
