package org.marsad.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.marsad.alert.Button;
import org.marsad.alert.Chat;
import org.marsad.alert.Phrases.Markup;
import org.marsad.alert.Times;
import org.marsad.alert.Urgency;
import org.marsad.text.Cut;
import org.marsad.watch.OwnEntity;
import org.marsad.watch.Watch;

/** Shows the watchlist and single watches. */
final class Listing {
  private static final int MAX_LABEL = 150;

  private final Desk desk;
  private final Carried carried;

  Listing(Desk desk, Carried carried) {
    this.desk = desk;
    this.carried = carried;
  }

  /** The list, numbered from 1; a number's button shows the watch. */
  List<Reply> list(Talk talk, int page) {
    return list(talk, page, "list.legend", Tap.Kind.WATCH);
  }

  /** The list, its buttons removing. */
  List<Reply> removals(Talk talk) {
    return list(talk, 0, "list.remove", Tap.Kind.REMOVE);
  }

  private List<Reply> list(Talk talk, int wanted, String legend, Tap.Kind does) {
    List<Watch> all = desk.watches().of(talk.chat().id());
    if (all.isEmpty()) {
      return talk.show(
          talk.html("list.empty"),
          new Keyboard().row(talk.run(Verb.ENTITIES), talk.run(Verb.WATCH)));
    }
    Map<Long, Integer> hits = desk.watches().hitsSince(talk.chat().id(), weekAgo(talk));
    Map<Long, Urgency> urgencies = desk.manners().habits().urgencies(talk.chat().id());
    Page<Watch> page = Page.of(all, wanted);
    List<String> lines = new ArrayList<>();
    lines.add(talk.html("list.title", Map.of("n", all.size())));
    List<Button> numbers = new ArrayList<>();
    IntStream.range(0, page.items().size())
        .forEach(
            i -> {
              Watch watch = page.items().get(i);
              int number = page.first() + i + 1;
              lines.add(
                  row(
                      talk,
                      number,
                      watch,
                      hits.getOrDefault(watch.id(), 0),
                      urgencies.getOrDefault(watch.id(), Urgency.INSTANT)));
              numbers.add(
                  Button.callback(
                      Integer.toString(number), Tap.of(does, watch.id(), page.number()).data()));
            });
    lines.add("\n" + talk.html(legend) + page.footer(talk));
    if (talk.chat().state() == Chat.State.PAUSED) {
      lines.add(talk.html("watch.paused"));
    }
    Keyboard keyboard =
        new Keyboard()
            .grid(numbers, Page.SIZE / 2)
            .grid(page.turns(talk, to -> Tap.of(Tap.Kind.LIST, to)), 2)
            .row(talk.run(Verb.WATCH));
    return talk.show(String.join("\n", lines), keyboard);
  }

  private static String row(Talk talk, int number, Watch watch, int hits, Urgency urgency) {
    return talk.html(
        "list.row",
        Map.of(
            "i",
            number,
            "what",
            Cut.atWord(watch.label(), MAX_LABEL),
            "n",
            hits,
            "urgency",
            new Markup(talk.html("urgency.sign." + urgency))));
  }

  /** One watch with what can be done about it; the list, with a word, if it is gone. */
  List<Reply> card(Talk talk, long watchId, int page) {
    Optional<Watch> found = find(talk, watchId);
    if (found.isEmpty()) {
      return gone(talk, page);
    }
    Watch watch = found.get();
    int hits =
        desk.watches().hitsSince(talk.chat().id(), weekAgo(talk)).getOrDefault(watch.id(), 0);
    Markup span = new Markup(talk.html("span", Map.of("n", Trying.WEEK)));
    String html =
        talk.html(
            "card",
            Map.of(
                "what",
                watch.label(),
                "hits",
                new Markup(talk.html("hits", Map.of("n", hits, "span", span))),
                "ago",
                Times.ago(talk.language(), watch.createdAt(), talk.now())));
    Keyboard keyboard =
        new Keyboard()
            .row(
                talk.button("button.try", carried.tap(talk, watch.query(), Tap.Kind.TRY)),
                talk.button("button.remove", Tap.of(Tap.Kind.REMOVE, watch.id(), page)));
    Optional<OwnEntity> own = own(watch);
    if (own.isPresent()) {
      keyboard.row(talk.button("button.edit", Tap.of(Tap.Kind.OWN, watch.id(), page)));
    }
    keyboard
        .pairs(Grading.choices(talk, desk, watch.id(), page))
        .row(Grading.spikes(talk, desk, watch, page))
        .row(talk.button("button.back", Tap.of(Tap.Kind.LIST, page)));
    String described = own.map(entity -> "\n\n" + Description.lines(talk, entity)).orElse("");
    return talk.show(html + described, keyboard);
  }

  private Optional<OwnEntity> own(Watch watch) {
    return desk.watches().ownOf(watch.chatId()).contains(watch.id())
        ? Draft.entity(watch.query(), desk.matcher().catalogue())
        : Optional.empty();
  }

  /** A button of a watch that is gone: the list as it is now. */
  List<Reply> gone(Talk talk, int page) {
    Reply list = list(talk, page).get(0);
    return List.of(new Reply(list.message(), list.replaces(), talk.phrases().plain("remove.gone")));
  }

  /** A watch of this chat. */
  Optional<Watch> find(Talk talk, long watchId) {
    return desk.watches().find(talk.chat().id(), watchId);
  }

  private static Instant weekAgo(Talk talk) {
    return talk.now().minus(Duration.ofDays(Trying.WEEK));
  }
}
