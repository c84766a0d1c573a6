package org.marsad.chat;

import java.util.List;

/** Does what a command says. */
final class Doing {
  private final Families families;

  Doing(Families families) {
    this.families = families;
  }

  /**
   * Does it.
   *
   * @param text what stands behind the command; empty for none
   */
  List<Reply> command(Talk talk, Verb verb, String text) {
    return switch (verb) {
      case START -> families.welcome().start(talk);
      case HELP -> families.welcome().help(talk);
      case WATCH ->
          text.isEmpty() ? families.watching().menu(talk) : families.watching().watch(talk, text);
      case UNWATCH -> families.removing().remove(talk, text);
      case WATCHES -> families.listing().list(talk, 0);
      case ENTITIES -> families.browsing().groups(talk, "");
      case SOURCES -> families.sources().groups(talk, "", "");
      case TEST ->
          text.isEmpty()
              ? families.asking().ask(talk, Question.TEST)
              : families.trying().test(talk, text);
      case SEARCH ->
          text.isEmpty()
              ? families.asking().ask(talk, Question.SEARCH)
              : families.searching().search(talk, text);
      case EXPORT -> families.exporting().export(talk);
      case ADDSOURCE ->
          text.isEmpty()
              ? families.asking().ask(talk, Question.SOURCE)
              : families.adding().add(talk, text);
      case WHY -> families.reasoning().why(talk);
      case MUTE -> families.muting().mute(talk, text);
      case UNMUTE -> families.unmuting().list(talk, 0, "");
      case QUIET -> families.quieting().quiet(talk, text);
      case DIGEST -> families.digesting().digest(talk, text);
      case SETTINGS -> families.settings().show(talk);
      case STOP -> families.leaving().stop(talk);
      case RESUME -> families.leaving().resume(talk);
      case FORGET -> families.leaving().forget(talk);
      case CANCEL -> families.asking().cancel(talk);
    };
  }
}
