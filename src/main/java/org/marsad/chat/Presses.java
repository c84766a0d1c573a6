package org.marsad.chat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.marsad.archive.Turn;
import org.marsad.chat.Tap.Kind;

/** What each kind of button does. */
final class Presses {
  private final Families families;
  private final Doing doing;
  private final Map<Kind, BiFunction<Talk, Tap, List<Reply>>> all = new EnumMap<>(Kind.class);

  Presses(Families families, Doing doing) {
    this.families = families;
    this.doing = doing;
    commands();
    texts();
    watches();
    ownEntities();
    sources();
    alerts();
    mutes();
    settings();
    Set<Kind> missing = EnumSet.allOf(Kind.class);
    missing.removeAll(all.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalStateException("buttons that do nothing: " + missing);
    }
  }

  /** Does what the button says. */
  List<Reply> answer(Talk talk, Tap tap) {
    return Objects.requireNonNull(all.get(tap.kind())).apply(talk, tap);
  }

  private void on(Kind kind, BiFunction<Talk, Tap, List<Reply>> does) {
    all.put(kind, does);
  }

  private void commands() {
    on(
        Kind.DO,
        (talk, tap) ->
            tap.verb().map(verb -> doing.command(talk, verb, "")).orElseGet(() -> old(talk)));
    on(Kind.ASK, (talk, tap) -> families.asking().ask(talk, tap.value(0)));
    on(Kind.CANCEL, (talk, tap) -> families.asking().cancel(talk));
  }

  private void texts() {
    on(Kind.ADD, (talk, tap) -> carried(talk, tap, 0, families.watching()::watchLiterally));
    on(
        Kind.WORDS,
        (talk, tap) ->
            carried(
                talk,
                tap,
                1,
                (same, text) -> families.watching().words(same, tap.number(0), text)));
    on(Kind.TRY, (talk, tap) -> carried(talk, tap, 0, families.trying()::testLiterally));
    on(Kind.SEARCH, (talk, tap) -> carried(talk, tap, 0, families.searching()::searchLiterally));
    for (Kind turn : List.of(Kind.OLDER, Kind.NEWER)) {
      on(turn, (talk, tap) -> carried(talk, tap, 1, (same, text) -> turn(same, tap, text)));
    }
  }

  private void watches() {
    Browsing browsing = families.browsing();
    on(Kind.GROUP, (talk, tap) -> browsing.group(talk, tap.value(0), tap.page(1), ""));
    on(
        Kind.ENTITY,
        (talk, tap) -> browsing.tapped(talk, tap.value(2), toast -> again(talk, tap, toast)));
    on(Kind.LIST, (talk, tap) -> families.listing().list(talk, tap.page(0)));
    on(Kind.WATCH, (talk, tap) -> families.listing().card(talk, tap.number(0), tap.page(1)));
    on(Kind.REMOVE, (talk, tap) -> families.removing().remove(talk, tap.number(0), tap.page(1)));
    on(Kind.REMOVED, (talk, tap) -> families.removing().removed(talk, tap.number(0), tap.page(1)));
    Grading grading = families.grading();
    on(Kind.URGENCY, (talk, tap) -> grading.grade(talk, tap.number(0), tap.page(1), tap.value(2)));
    on(Kind.SPIKES, (talk, tap) -> grading.spikes(talk, tap.number(0), tap.page(1)));
  }

  private void ownEntities() {
    on(Kind.OWN_NEW, (talk, tap) -> families.describing().begin(talk));
    on(Kind.OWN_DONE, (talk, tap) -> families.describing().done(talk));
    Amending amending = families.amending();
    on(Kind.OWN, (talk, tap) -> amending.show(talk, tap.number(0), tap.page(1), ""));
    on(Kind.OWN_ADD, (talk, tap) -> amending.add(talk, tap.number(0), tap.value(1)));
    on(Kind.OWN_DROP, (talk, tap) -> amending.drop(talk, tap.number(0), tap.page(1), tap.value(2)));
  }

  private void sources() {
    SourceList sources = families.sources();
    on(Kind.SOURCES, (talk, tap) -> sources.groups(talk, tap.value(0), ""));
    on(Kind.SOURCEGROUP, (talk, tap) -> sources.page(talk, tap.value(0), tap.page(1), ""));
    on(Kind.SOURCE, (talk, tap) -> sources.tapped(talk, tap.value(0), tap.page(1), tap.number(2)));
    on(Kind.ALLSOURCES, (talk, tap) -> sources.all(talk, tap.value(0), tap.value(1)));
    on(Kind.FOUND, (talk, tap) -> carried(talk, tap, 0, families.adding()::add));
    on(Kind.UNADD, (talk, tap) -> families.adding().undo(talk, tap.number(0)));
  }

  private void alerts() {
    on(Kind.WHY, (talk, tap) -> families.reasoning().why(talk, tap.number(0)));
    on(Kind.NOT_MEANT, (talk, tap) -> families.doubting().notMeant(talk, tap.number(0)));
    Narrowing narrowing = families.narrowing();
    on(Kind.WITHOUT, (talk, tap) -> narrowing.without(talk, tap.number(0), tap.value(1)));
    on(Kind.WITH, (talk, tap) -> narrowing.with(talk, tap.number(0), tap.value(1)));
    on(Kind.WITH_ASKED, (talk, tap) -> narrowing.ask(talk, tap.number(0)));
    on(Kind.NOT_FROM, (talk, tap) -> narrowing.notFrom(talk, tap.number(0), tap.number(1)));
    on(Kind.AS_BEFORE, (talk, tap) -> narrowing.undo(talk, tap.number(0)));
    on(Kind.MORE, (talk, tap) -> families.digesting().more(talk, tap.value(0)));
  }

  private void mutes() {
    Muting muting = families.muting();
    on(Kind.MUTE_ALERT, (talk, tap) -> muting.of(talk, tap.number(0)));
    on(Kind.TO_MUTE, (talk, tap) -> muting.choose(talk, tap.page(0)));
    on(Kind.MUTE, (talk, tap) -> muting.howLong(talk, tap.value(0), tap.number(1)));
    on(Kind.MUTE_FOR, (talk, tap) -> muting.mute(talk, tap.value(0), tap.number(1), tap.value(2)));
    on(Kind.MUTED, (talk, tap) -> families.unmuting().list(talk, tap.page(0), ""));
    on(Kind.UNMUTE, (talk, tap) -> families.unmuting().end(talk, tap.number(0)));
  }

  private void settings() {
    Settings settings = families.settings();
    on(Kind.LANGUAGE, (talk, tap) -> settings.language(talk, tap.value(0)));
    on(Kind.ZONE, (talk, tap) -> settings.zoneById(talk, tap.value(0)));
    on(Kind.GROUP_STORIES, (talk, tap) -> settings.groupStories(talk, tap.value(0).equals("on")));
    on(Kind.QUIET, (talk, tap) -> families.quieting().tapped(talk, tap.value(0)));
    on(Kind.DIGEST, (talk, tap) -> families.digesting().tapped(talk, tap.value(0)));
    on(Kind.FORGET, (talk, tap) -> families.leaving().forget(talk, tap.value(0)));
  }

  private List<Reply> turn(Talk talk, Tap tap, String text) {
    long edge = Math.max(0, tap.number(0));
    return families.searching().turn(talk, new Turn(edge, tap.kind() == Kind.OLDER), text);
  }

  private List<Reply> carried(
      Talk talk, Tap tap, int index, BiFunction<Talk, String, List<Reply>> does) {
    return families
        .carried()
        .text(talk, tap.value(index))
        .map(text -> does.apply(talk, text))
        .orElseGet(() -> old(talk));
  }

  /** The buttons an entity was tapped among, as they are now. */
  private List<Reply> again(Talk talk, Tap tap, String toast) {
    return tap.value(0).equals(Welcome.START)
        ? families.welcome().greet(talk, toast)
        : families.browsing().group(talk, tap.value(0), tap.page(1), toast);
  }

  /** One of another version, or to whose text nothing leads any more. */
  static List<Reply> old(Talk talk) {
    return talk.toast(talk.phrases().plain("press.old"));
  }
}
