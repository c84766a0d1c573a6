package org.marsad.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marsad.entity.Condition.Flag;
import org.marsad.text.Folding;

/**
 * The tagger without one of its rules: the words or the parts of the catalogue that a rule lives on
 * are left out; a class of folding is undone by writing its letters, everywhere, as letters that
 * nothing folds.
 */
public final class Without {
  private static final Set<String> NONE = Set.of();

  private final Path file;
  private final Map<String, Variant> variants = new LinkedHashMap<>();

  /**
   * A tagger without a rule, and how a text must be written for it.
   *
   * @param tagger made without the rule
   * @param written a text of a case as this tagger must be given it
   */
  public record Variant(EntityTagger tagger, UnaryOperator<String> written) {}

  /** Takes rules from the catalogue in this file. */
  public Without(Path file) {
    this.file = file;
    variants.put("nothing left out", variant(UnaryOperator.identity()));
    Unfolded.all().forEach((rule, written) -> variants.put(rule, variant(written)));
    words();
    people();
    conditions();
  }

  /** By the name of the rule that is left out, beginning with none. */
  public Map<String, Variant> variants() {
    return variants;
  }

  private Variant variant(UnaryOperator<String> written) {
    Vocabulary own = Vocabulary.own();
    Map<Role, List<String>> roles = new LinkedHashMap<>();
    own.roles().forEach((role, words) -> roles.put(role, words.stream().map(written).toList()));
    Map<String, Map<String, List<Object>>> countries = new LinkedHashMap<>();
    own.countries()
        .forEach(
            (id, table) -> {
              Map<String, List<Object>> other = new LinkedHashMap<>();
              table.forEach(
                  (key, words) ->
                      other.put(
                          key,
                          words.stream()
                              .map(word -> (Object) written.apply(String.valueOf(word)))
                              .toList()));
              countries.put(id, other);
            });
    Definitions definitions = definitions(written);
    return new Variant(
        new EntityTagger(new Compiled(definitions, new Vocabulary(roles, countries))), written);
  }

  private Definitions definitions(UnaryOperator<String> written) {
    try {
      Path copy = Files.createTempFile("entities", ".yaml");
      Files.writeString(copy, written.apply(Files.readString(file)));
      try {
        return Catalogue.read(copy).definitions();
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void words() {
    roles("titles", Role.TITLES);
    roles("foreign first names", Role.GIVEN);
    roles("occupations", Role.OCCUPATIONS);
    roles("kin", Role.KIN, Role.KINSFOLK);
    roles("words beside kin", Role.BESIDE_KIN, Role.ONE_OF, Role.OF);
    roles("belongings of the head", Role.BELONGINGS);
    roles("compound names: عبد, أبو", Role.HALF_NAMES);
    roles("links: بن, ابن", Role.LINKS);
    roles("lists of first names", Role.ANDS);
    roles("ties by preposition", Role.PREPOSITIONS, Role.BETWEEN, Role.PLACE_NOUNS);
    roles("ties by an owner", Role.OWNED);
    roles("words for places", Role.WHEREABOUTS);
    roles("capitalised words that are no names", Role.NO_NAMES);
  }

  private void roles(String rule, Role... without) {
    Vocabulary own = Vocabulary.own();
    Map<Role, List<String>> roles = new LinkedHashMap<>(own.roles());
    List.of(without).forEach(roles::remove);
    Definitions definitions = definitions(UnaryOperator.identity());
    put(rule, definitions, new Vocabulary(roles, own.countries()));
  }

  private void put(String rule, Definitions definitions, Vocabulary vocabulary) {
    EntityTagger tagger = new EntityTagger(new Compiled(definitions, vocabulary));
    variants.put(rule, new Variant(tagger, UnaryOperator.identity()));
  }

  private void people() {
    families("patronymics", f -> new FamilyRule(f.surname(), List.of(), f.relatives()));
    families(
        "relatives who are common words", f -> new FamilyRule(f.surname(), f.middle(), List.of()));
    entities(
        "ranks of the head",
        one ->
            withPerson(
                one, p -> new PersonRule(p.family(), p.given(), p.bare(), List.of(), p.full())));
    entities(
        "bare surnames",
        one ->
            withPerson(
                one, p -> new PersonRule(p.family(), p.given(), List.of(), p.rank(), p.full())));
    families(
        "transliteration",
        f -> new FamilyRule(arabic(f.surname()), arabic(f.middle()), arabic(f.relatives())));
  }

  private static List<String> arabic(List<String> spellings) {
    return spellings.stream().filter(one -> Folding.fold(one).tokens().get(0).isArabic()).toList();
  }

  private static Definition withPerson(Definition one, UnaryOperator<PersonRule> change) {
    PersonRule person = one.person();
    return new Definition(
        one.entity(),
        one.aliases(),
        one.not(),
        person == null ? null : change.apply(person),
        one.line());
  }

  private void families(String rule, UnaryOperator<FamilyRule> change) {
    Definitions all = definitions(UnaryOperator.identity());
    Map<String, FamilyRule> families = new LinkedHashMap<>();
    all.families().forEach((id, family) -> families.put(id, change.apply(family)));
    put(rule, new Definitions(all.contexts(), families, all.entities()), Vocabulary.own());
  }

  private void entities(String rule, UnaryOperator<Definition> change) {
    Definitions all = definitions(UnaryOperator.identity());
    List<Definition> entities = new ArrayList<>(all.entities());
    entities.replaceAll(change);
    put(rule, new Definitions(all.contexts(), all.families(), entities), Vocabulary.own());
  }

  private void conditions() {
    entities(
        "homograph guards: not",
        one -> new Definition(one.entity(), one.aliases(), List.of(), one.person(), one.line()));
    condition(
        "country gates",
        c ->
            new Condition(
                NONE,
                c.or(),
                c.needs(),
                c.unless(),
                c.but(),
                c.notBeside(),
                c.languages(),
                c.flags(),
                c.rivals()));
    condition(
        "contexts that are needed",
        c ->
            new Condition(
                c.countries(),
                c.or(),
                NONE,
                c.unless(),
                c.but(),
                c.notBeside(),
                c.languages(),
                c.flags(),
                c.rivals()));
    condition(
        "contexts that speak against",
        c ->
            new Condition(
                c.countries(),
                c.or(),
                c.needs(),
                NONE,
                c.but(),
                c.notBeside(),
                c.languages(),
                c.flags(),
                c.rivals()));
    condition(
        "contexts that allow it still",
        c ->
            new Condition(
                c.countries(),
                c.or(),
                c.needs(),
                c.unless(),
                NONE,
                c.notBeside(),
                c.languages(),
                c.flags(),
                c.rivals()));
    condition(
        "neighbours that speak against",
        c ->
            new Condition(
                c.countries(),
                c.or(),
                c.needs(),
                c.unless(),
                c.but(),
                NONE,
                c.languages(),
                c.flags(),
                c.rivals()));
    condition(
        "languages",
        c ->
            new Condition(
                c.countries(),
                c.or(),
                c.needs(),
                c.unless(),
                c.but(),
                c.notBeside(),
                Set.of(),
                c.flags(),
                c.rivals()));
    for (Flag flag : Flag.values()) {
      condition(
          "mark: " + flag.name().toLowerCase(Locale.ROOT),
          c ->
              new Condition(
                  c.countries(),
                  c.or(),
                  c.needs(),
                  c.unless(),
                  c.but(),
                  c.notBeside(),
                  c.languages(),
                  others(c.flags(), flag),
                  c.rivals()));
    }
  }

  private static Set<Flag> others(Set<Flag> flags, Flag without) {
    return flags.stream().filter(flag -> flag != without).collect(Collectors.toSet());
  }

  private void condition(String rule, UnaryOperator<Condition> change) {
    UnaryOperator<AliasRule> alias =
        one -> new AliasRule(one.spellings(), change.apply(one.condition()), one.of());
    entities(
        rule,
        one ->
            withPerson(
                new Definition(
                    one.entity(),
                    one.aliases().stream().map(alias).toList(),
                    one.not(),
                    one.person(),
                    one.line()),
                p ->
                    new PersonRule(
                        p.family(),
                        p.given(),
                        p.bare().stream().map(alias).toList(),
                        p.rank(),
                        change.apply(p.full()))));
  }
}
