package org.marsad.story;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.entity.EntityTagger;
import org.marsad.entity.Mention;
import org.marsad.text.Document;
import org.marsad.text.Field;
import org.marsad.text.Folded;
import org.marsad.text.Token;

/**
 * A report read once for all comparisons. Immutable.
 *
 * @param whole headline and text
 * @param keys what its words can be matched by
 * @param wider what they have in common with others beyond their meaning
 * @param negated the same of those under a negation
 * @param letter its text by the letter
 * @param site who published it
 */
record Account(
    Passage title,
    Passage text,
    Passage whole,
    Set<String> keys,
    Set<String> wider,
    Set<String> negated,
    Letter letter,
    String site,
    @Nullable Instant at) {

  /**
   * A report by the letter.
   *
   * @param title the words of its headline as folded, without those that say nothing
   * @param text the same of its text
   * @param wording its text with its small words
   * @param isCut whether its text breaks off
   */
  record Letter(List<String> title, List<String> text, Wording wording, boolean isCut) {}

  /** The same without its headline. */
  Account untitled() {
    return new Account(
        Passage.EMPTY,
        text,
        text,
        text.keys(),
        Wider.of(text),
        negated(text),
        new Letter(List.of(), letter.text(), letter.wording(), letter.isCut()),
        site,
        at);
  }

  static Account of(Report report, EntityTagger tagger, Known known) {
    String site = site(report.host());
    Document document =
        Document.of(Wrapping.title(report.title(), site), Wrapping.text(report.text(), site));
    List<Mention> mentions = tagger.tag(document);
    Passage title = passage(document, Field.TITLE, mentions, known);
    Passage text = passage(document, Field.TEXT, mentions, known);
    Passage whole = title.and(text);
    Letter letter =
        new Letter(
            forms(document.title()),
            forms(document.text()),
            Wording.of(document.text()),
            isCut(report.text().strip()));
    return new Account(
        title,
        text,
        whole,
        whole.keys(),
        Wider.of(whole),
        negated(whole),
        letter,
        site,
        report.at());
  }

  private static Passage passage(
      Document document, Field field, List<Mention> mentions, Known known) {
    List<Mention> here = mentions.stream().filter(one -> one.field() == field).toList();
    return new PassageReader(document.field(field), here, known).read();
  }

  private static Set<String> negated(Passage passage) {
    Set<String> keys = new HashSet<>();
    passage.atoms().stream().filter(Atom::negated).forEach(atom -> keys.addAll(atom.keys()));
    keys.addAll(passage.denied());
    keys.addAll(Wider.classes(keys));
    return keys;
  }

  private static boolean isCut(String text) {
    return text.endsWith("…") || text.endsWith("..") || text.endsWith("[…]");
  }

  private static List<String> forms(Folded folded) {
    return folded.tokens().stream().filter(Account::tells).map(Token::form).toList();
  }

  private static boolean tells(Token token) {
    Sense sense = Senses.of(token);
    return sense == null || !(sense.kind() == Kind.SAY || sense.kind() == Kind.FUNC);
  }

  /** The part of a host that names its owner: {@code arabic.example.co.uk} is example.co.uk. */
  private static String site(String host) {
    List<String> labels = List.of(host.toLowerCase(Locale.ROOT).split("\\."));
    int size = labels.size();
    int kept = size > 2 && labels.get(size - 2).length() <= 3 ? 3 : 2;
    return String.join(".", labels.subList(Math.max(0, size - kept), size));
  }
}
