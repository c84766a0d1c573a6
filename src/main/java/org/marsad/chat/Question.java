package org.marsad.chat;

import java.util.Arrays;
import java.util.Optional;

/** What the bot may ask for. */
enum Question {
  KEYWORD(Verb.WATCH),
  QUERY(Verb.WATCH),
  TEST(Verb.TEST),
  SEARCH(Verb.SEARCH),
  SOURCE(Verb.ADDSOURCE),
  ZONE(Verb.SETTINGS),
  OWN_NAME(Verb.WATCH),
  OWN_ALIAS(Verb.WATCH),
  OWN_CONTEXT(Verb.WATCH),
  MUST_HAVE(Verb.WATCH),
  QUIET(Verb.QUIET),
  DIGEST(Verb.DIGEST);

  private final Verb verb;

  Question(Verb verb) {
    this.verb = verb;
  }

  /** The command that takes the answer in one line. */
  Verb verb() {
    return verb;
  }

  /** The one of this name. */
  static Optional<Question> named(String name) {
    return Arrays.stream(values()).filter(question -> question.name().equals(name)).findFirst();
  }
}
