package org.marsad.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.marsad.alert.Chat;
import org.marsad.alert.Phrases;
import org.marsad.archive.Turn;

/** Answers a button press. */
final class Pressing {
  private final Desk desk;
  private final Families families;
  private final Doing doing;
  private final Membership membership;

  Pressing(Desk desk, Families families, Doing doing, Membership membership) {
    this.desk = desk;
    this.families = families;
    this.doing = doing;
    this.membership = membership;
  }

  /**
   * Does what the button says. A chat that was forgotten is not stored again for an old button
   * pressed in it.
   */
  List<Reply> pressed(Incoming incoming, String data) {
    Optional<Chat> known = desk.chats().find(incoming.address());
    if (known.isEmpty()) {
      String words = Phrases.in(incoming.language()).plain("forget.nothing");
      return List.of(new Reply(null, null, words));
    }
    Talk talk = membership.begin(incoming);
    Optional<Tap> tap = Tap.read(data);
    if (tap.isEmpty()) {
      return old(talk);
    }
    return mayNot(incoming, tap.get())
        ? talk.toast(talk.phrases().plain("group.admins.short"))
        : press(talk, tap.get());
  }

  private static boolean mayNot(Incoming incoming, Tap tap) {
    boolean changes =
        tap.kind() == Tap.Kind.DO
            ? verb(tap).map(Verb::changes).orElse(false)
            : tap.kind().changes();
    return changes && !incoming.mayChange();
  }

  private static Optional<Verb> verb(Tap tap) {
    return Arrays.stream(Verb.values())
        .filter(verb -> verb.name().equals(tap.value(0)))
        .findFirst();
  }

  private List<Reply> press(Talk talk, Tap tap) {
    return switch (tap.kind()) {
      case DO -> verb(tap).map(verb -> doing.command(talk, verb, "")).orElseGet(() -> old(talk));
      case ASK -> families.asking().ask(talk, tap.value(0));
      case CANCEL -> families.asking().cancel(talk);
      case ADD -> carried(talk, tap, 0, families.watching()::watchLiterally);
      case WORDS ->
          carried(
              talk, tap, 1, (same, text) -> families.watching().words(same, tap.number(0), text));
      case TRY -> carried(talk, tap, 0, families.trying()::testLiterally);
      case SEARCH -> carried(talk, tap, 0, families.searching()::searchLiterally);
      case OLDER, NEWER -> carried(talk, tap, 1, (same, text) -> turn(same, tap, text));
      case GROUP -> families.browsing().group(talk, tap.value(0), tap.page(1), "");
      case ENTITY ->
          families.browsing().tapped(talk, tap.value(2), toast -> again(talk, tap, toast));
      case LIST -> families.listing().list(talk, tap.page(0));
      case WATCH -> families.listing().card(talk, tap.number(0), tap.page(1));
      case REMOVE -> families.removing().remove(talk, tap.number(0), tap.page(1));
      case REMOVED -> families.removing().removed(talk, tap.number(0), tap.page(1));
      case SOURCES -> families.sources().groups(talk, tap.value(0), "");
      case SOURCEGROUP -> families.sources().page(talk, tap.value(0), tap.page(1), "");
      case SOURCE -> families.sources().tapped(talk, tap.value(0), tap.page(1), tap.number(2));
      case ALLSOURCES -> families.sources().all(talk, tap.value(0), tap.value(1));
      case FOUND -> carried(talk, tap, 1, (same, all) -> families.adding().chosen(same, tap, all));
      case UNADD -> families.adding().undo(talk, tap.number(0));
      case LANGUAGE -> families.settings().language(talk, tap.value(0));
      case ZONE -> families.settings().zoneById(talk, tap.value(0));
      case GROUP_STORIES -> families.settings().groupStories(talk, tap.value(0).equals("on"));
      case FORGET -> families.leaving().forget(talk, tap.value(0));
      case WHY -> families.reasoning().why(talk, tap.number(0));
      case NOT_MEANT -> families.doubting().notMeant(talk, tap.number(0));
      case WITHOUT -> families.narrowing().without(talk, tap.number(0), tap.value(1));
      case WITH -> families.narrowing().with(talk, tap.number(0), tap.value(1));
      case WITH_ASKED -> families.narrowing().ask(talk, tap.number(0));
      case NOT_FROM -> families.narrowing().notFrom(talk, tap.number(0), tap.number(1));
      case AS_BEFORE -> families.narrowing().undo(talk, tap.number(0));
      case MUTE_ALERT -> families.muting().of(talk, tap.number(0));
      case MUTE -> families.muting().howLong(talk, tap.value(0), tap.number(1));
      case MUTE_FOR -> families.muting().mute(talk, tap.value(0), tap.number(1), tap.value(2));
      case UNMUTE -> families.muting().unmute(talk, tap.number(0));
      case QUIET -> families.quieting().tapped(talk, tap.value(0));
      case DIGEST -> families.digesting().tapped(talk, tap.value(0));
      case URGENCY -> families.grading().grade(talk, tap.number(0), tap.page(1), tap.value(2));
      case SPIKES -> families.grading().spikes(talk, tap.number(0), tap.page(1));
      case MORE -> families.digesting().more(talk, tap.value(0));
      case OWN_NEW -> families.describing().begin(talk);
      case OWN_DONE -> families.describing().done(talk);
      case OWN -> families.amending().show(talk, tap.number(0), tap.page(1), "");
      case OWN_ADD -> families.amending().add(talk, tap.number(0), tap.value(1));
      case OWN_DROP -> families.amending().drop(talk, tap.number(0), tap.page(1), tap.value(2));
    };
  }

  private List<Reply> turn(Talk talk, Tap tap, String text) {
    long edge = Math.max(0, tap.number(0));
    return families.searching().turn(talk, new Turn(edge, tap.kind() == Tap.Kind.OLDER), text);
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

  private static List<Reply> old(Talk talk) {
    return talk.toast(talk.phrases().plain("press.old"));
  }
}
