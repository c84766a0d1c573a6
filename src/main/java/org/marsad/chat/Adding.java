package org.marsad.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.marsad.alert.Button;
import org.marsad.alert.Message;
import org.marsad.alert.Phrases.Markup;
import org.marsad.feed.Followed;
import org.marsad.feed.FoundFeed;
import org.marsad.feed.Looked;
import org.marsad.feed.TypedAddress;
import org.marsad.text.Cut;

/** Adds a source by its address, or by that of its site. */
final class Adding {
  /** Sites looked at at a time; each keeps a thread for up to a minute. */
  private static final int MAX_AT_A_TIME = 8;

  private static final int MAX_SHOWN = 80;

  private final Desk desk;
  private final Carried carried;
  private final Semaphore turns = new Semaphore(MAX_AT_A_TIME);

  Adding(Desk desk, Carried carried) {
    this.desk = desk;
    this.carried = carried;
  }

  /**
   * Adds the source a text means: one that is known at once, any other after a look at it, also one
   * of several that was chosen, which may have gone meanwhile.
   */
  List<Reply> add(Talk talk, String typed) {
    List<URI> meant = TypedAddress.of(typed);
    if (meant.isEmpty()) {
      return talk.say(talk.html("add.no.address", Map.of("what", Cut.atWord(typed, MAX_SHOWN))));
    }
    return known(talk, meant)
        .map(followed -> List.of(new Reply(told(talk, followed, ""), null, "")))
        .orElseGet(
            () ->
                talk.begin(
                    talk.html("add.looking", Map.of("what", shown(meant.get(0)))),
                    screen -> look(talk, meant, screen)));
  }

  private Optional<Followed> known(Talk talk, List<URI> meant) {
    Sourcing sourcing = desk.sourcing();
    Optional<Followed> known =
        meant.stream()
            .flatMap(
                url ->
                    sourcing
                        .followed()
                        .followKnown(talk.chat().id(), url, sourcing.quota(), talk.now())
                        .stream())
            .findFirst();
    known.ifPresent(this::poll);
    return known;
  }

  private void poll(Followed followed) {
    if (followed.outcome() == Followed.Outcome.ADDED) {
      desk.sourcing().added().accept(followed.feedId());
    }
  }

  private static String shown(URI url) {
    return Cut.atWord(url.toString().replaceFirst("^https?://", ""), MAX_SHOWN);
  }

  private void look(Talk talk, List<URI> meant, Errand.Screen screen) {
    if (!turns.tryAcquire()) {
      screen.show(message(talk, "add.busy", Map.of(), new Keyboard()));
      return;
    }
    try {
      Looked looked =
          desk.sourcing()
              .finder()
              .look(
                  meant,
                  () ->
                      screen.show(
                          message(
                              talk,
                              "add.places",
                              Map.of("what", shown(meant.get(0))),
                              new Keyboard())));
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("stopped while a source was looked for");
      }
      screen.show(answer(talk, meant.get(0), looked));
    } finally {
      turns.release();
    }
  }

  private Message answer(Talk talk, URI asked, Looked looked) {
    Map<String, String> what = Map.of("what", shown(asked));
    if (looked instanceof Looked.Unread unread) {
      Markup reason = new Markup(talk.html("reason." + unread.reason()));
      return message(
          talk, "add.unread", Map.of("what", shown(asked), "reason", reason), new Keyboard());
    }
    if (looked instanceof Looked.NoFeed) {
      return message(talk, "add.none", what, new Keyboard().row(talk.run(Verb.SOURCES)));
    }
    List<FoundFeed> found = ((Looked.Found) looked).feeds();
    return found.size() == 1 ? follow(talk, found.get(0)) : choices(talk, found);
  }

  private Message follow(Talk talk, FoundFeed found) {
    Sourcing sourcing = desk.sourcing();
    Followed followed =
        sourcing.followed().follow(talk.chat().id(), found, sourcing.quota(), talk.now());
    poll(followed);
    return told(talk, followed, proof(talk, found));
  }

  /** What it holds at this moment: that it works. */
  private static String proof(Talk talk, FoundFeed found) {
    int items = found.content().items().size();
    return items == 0
        ? talk.html("add.proof.empty")
        : talk.html(
            "add.proof", Map.of("n", items, "newest", Cut.atWord(found.newest(), 2 * MAX_SHOWN)));
  }

  private Message told(Talk talk, Followed followed, String proof) {
    Map<String, Object> values =
        Map.of(
            "what",
            Cut.atWord(followed.title(), MAX_SHOWN),
            "n",
            desk.sourcing().quota(),
            "proof",
            new Markup(proof.isEmpty() ? "" : "\n" + proof));
    Keyboard keyboard = new Keyboard();
    if (followed.outcome() == Followed.Outcome.ADDED) {
      keyboard.row(talk.button("button.undo", Tap.of(Tap.Kind.UNADD, followed.feedId())));
    }
    return message(talk, "add." + followed.outcome(), values, keyboard.row(talk.run(Verb.SOURCES)));
  }

  private Message choices(Talk talk, List<FoundFeed> found) {
    List<Button> buttons = new ArrayList<>();
    StringBuilder html = new StringBuilder(talk.html("add.which", Map.of("n", found.size())));
    for (FoundFeed feed : found) {
      int number = buttons.size() + 1;
      String title = Cut.atWord(feed.title(), MAX_SHOWN);
      html.append("\n\n").append(number).append(". ");
      html.append(
          talk.html("add.choice", Map.of("what", title, "proof", new Markup(proof(talk, feed)))));
      Tap tap = carried.tap(talk, feed.url().toString(), Tap.Kind.FOUND);
      buttons.add(talk.button("add.choose", number + ". " + feed.title(), tap));
    }
    return talk.phrases().message(html.toString(), new Keyboard().grid(buttons, 1).rows());
  }

  private static Message message(Talk talk, String key, Map<String, ?> values, Keyboard keyboard) {
    return talk.phrases().message(talk.html(key, values), keyboard.rows());
  }

  /** Takes back what was added. */
  List<Reply> undo(Talk talk, long feedId) {
    desk.sourcing().followed().drop(talk.chat().id(), feedId);
    return talk.show(talk.html("add.undone"), new Keyboard().row(talk.run(Verb.SOURCES)));
  }
}
