package org.marsad.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.alert.Button;
import org.marsad.alert.Phrases.Markup;
import org.marsad.chat.SourceGroup.By;
import org.marsad.feed.Feed;
import org.marsad.text.Cut;

/**
 * Shows the sources by country, language or topic, and the chat's own, with the health of each; a
 * tap drops or follows one, or a whole group.
 */
final class SourceList {
  private static final int MAX_TITLE = 80;
  private static final String FOLLOWED = "1";

  private final Desk desk;
  private final Carried carried;

  SourceList(Desk desk, Carried carried) {
    this.desk = desk;
    this.carried = carried;
  }

  /** The sources a chat may hear: the catalogue's, and its own beside it. */
  private record Shelf(List<Feed> open, List<Feed> own, Set<Long> heard) {
    private List<Feed> all() {
      return Stream.concat(open.stream(), own.stream()).toList();
    }

    private List<Feed> of(SourceGroup group) {
      return group.of(all(), own.stream().map(Feed::id).collect(Collectors.toSet()));
    }

    private boolean isHeard(Feed feed) {
      return heard.contains(feed.id());
    }
  }

  private Shelf shelf(Talk talk) {
    long chat = talk.chat().id();
    Set<Long> own = desk.sourcing().followed().ownOf(chat);
    Set<Long> open = desk.sourcing().followed().catalogue();
    List<Feed> all = desk.feeds().all();
    return new Shelf(
        all.stream().filter(feed -> open.contains(feed.id())).toList(),
        all.stream().filter(feed -> own.contains(feed.id())).toList(),
        desk.sourcing().followed().heardBy(chat));
  }

  /**
   * The groups there are sources in.
   *
   * @param by a code of {@link By}; by country for any other
   * @param toast a word over the pressed button
   */
  List<Reply> groups(Talk talk, String by, String toast) {
    return groups(talk, by, toast, List.of());
  }

  private List<Reply> groups(Talk talk, String by, String toast, List<Button> undo) {
    Shelf shelf = shelf(talk);
    if (shelf.all().isEmpty()) {
      Keyboard adding = new Keyboard().grid(undo, 1).row(talk.run(Verb.ADDSOURCE));
      return talk.show(talk.html("sources.none"), adding, toast);
    }
    By chosen = By.of(by);
    List<Button> buttons =
        SourceGroup.of(chosen, shelf.open()).stream()
            .map(group -> button(talk, group, shelf.of(group).size()))
            .toList();
    Keyboard keyboard =
        new Keyboard().grid(buttons, 2).grid(others(talk, chosen, shelf), 2).grid(undo, 1);
    if (!shelf.own().isEmpty()) {
      keyboard.row(button(talk, new SourceGroup(By.OWN, ""), shelf.own().size()));
    }
    Map<String, Integer> counts = Map.of("n", shelf.all().size(), "heard", shelf.heard().size());
    return talk.show(
        talk.html("sources.title", counts), keyboard.row(talk.run(Verb.ADDSOURCE)), toast);
  }

  private static Button button(Talk talk, SourceGroup group, int count) {
    return Button.callback(
        talk.phrases().plain("choice", Map.of("name", group.name(talk), "n", count)),
        Tap.of(Tap.Kind.SOURCEGROUP, group.token(), 0).data());
  }

  /** The other ways to group them, where there is more than one group. */
  private static List<Button> others(Talk talk, By chosen, Shelf shelf) {
    return Stream.of(By.COUNTRY, By.LANGUAGE, By.TOPIC)
        .filter(by -> by != chosen && SourceGroup.of(by, shelf.open()).size() > 1)
        .map(by -> talk.button("sources.by." + by, Tap.of(Tap.Kind.SOURCES, by.code())))
        .toList();
  }

  /** A page of one group; the groups if it has no sources. */
  List<Reply> page(Talk talk, String token, int wanted, String toast) {
    return page(talk, token, wanted, toast, List.of());
  }

  private List<Reply> page(Talk talk, String token, int wanted, String toast, List<Button> undo) {
    Shelf shelf = shelf(talk);
    Optional<SourceGroup> group = SourceGroup.read(token, shelf.all());
    List<Feed> all = group.map(shelf::of).orElse(List.of());
    if (all.isEmpty()) {
      return groups(talk, "", toast, undo);
    }
    Page<Feed> page = Page.of(all, wanted);
    List<String> lines = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    for (int i = 0; i < page.items().size(); i++) {
      Feed feed = page.items().get(i);
      int number = page.first() + i + 1;
      String mark = shelf.isHeard(feed) ? "✓" : "✕";
      lines.add(row(talk, feed, number, mark));
      buttons.add(
          Button.callback(
              mark + " " + number,
              Tap.of(Tap.Kind.SOURCE, token, page.number(), feed.id()).data()));
    }
    Keyboard keyboard =
        new Keyboard()
            .grid(buttons, Page.SIZE / 2)
            .grid(page.turns(talk, to -> Tap.of(Tap.Kind.SOURCEGROUP, token, to)), 2)
            .grid(whole(talk, group.get(), all, shelf), 2)
            .grid(undo, 1)
            .row(talk.button("button.back", Tap.of(Tap.Kind.SOURCES, back(group.get()))));
    String html =
        talk.html("sources.page", Map.of("group", group.get().name(talk)))
            + "\n\n"
            + String.join("\n", lines)
            + page.footer(talk);
    return talk.show(html, keyboard, toast);
  }

  /** To the groups of its kind; the chat's own stand below all of them. */
  private static String back(SourceGroup group) {
    return group.by() == By.OWN ? By.COUNTRY.code() : group.by().code();
  }

  /** Follow all, drop all: of a group of the catalogue, as far as there is something to change. */
  private static List<Button> whole(Talk talk, SourceGroup group, List<Feed> all, Shelf shelf) {
    if (group.by() == By.OWN || all.size() < 2) {
      return List.of();
    }
    return Stream.of(true, false)
        .filter(follow -> all.stream().anyMatch(feed -> shelf.isHeard(feed) != follow))
        .map(
            follow ->
                talk.button(
                    follow ? "sources.follow.all" : "sources.drop.all",
                    Tap.of(Tap.Kind.ALLSOURCES, group.token(), follow ? FOLLOWED : "0")))
        .toList();
  }

  private static String row(Talk talk, Feed feed, int number, String mark) {
    return talk.html(
        "sources.row",
        Map.of(
            "mark",
            mark,
            "i",
            number,
            "what",
            Cut.atWord(feed.title(), MAX_TITLE),
            "health",
            new Markup(SourceHealth.of(talk, feed))));
  }

  /** A source was tapped: dropped if it was heard, heard again if it was dropped. */
  List<Reply> tapped(Talk talk, String token, int page, long feedId) {
    Shelf shelf = shelf(talk);
    Optional<Feed> found = shelf.all().stream().filter(feed -> feed.id() == feedId).findFirst();
    if (found.isEmpty()) {
      return page(talk, token, page, talk.phrases().plain("source.gone"));
    }
    Feed feed = found.get();
    long chat = talk.chat().id();
    if (!shelf.isHeard(feed)) {
      desk.sourcing().followed().hearAll(chat, List.of(feedId));
      return page(talk, token, page, toast(talk, "source.followed", feed));
    }
    desk.sourcing().followed().drop(chat, feedId);
    // One of the chat's own leaves the list: its address brings it back.
    List<Button> undo =
        shelf.open().contains(feed)
            ? List.of()
            : List.of(
                talk.button(
                    "source.undo",
                    feed.title(),
                    carried.tap(talk, feed.url().toString(), Tap.Kind.FOUND)));
    return page(talk, token, page, toast(talk, "source.dropped", feed), undo);
  }

  private static String toast(Talk talk, String key, Feed feed) {
    return talk.phrases().plain(key, Map.of("what", Cut.atWord(feed.title(), MAX_TITLE)));
  }

  /** Drops or follows all sources of a group of the catalogue. */
  List<Reply> all(Talk talk, String token, String followed) {
    Shelf shelf = shelf(talk);
    List<Long> ids =
        SourceGroup.read(token, shelf.open())
            .filter(group -> group.by() != By.OWN)
            .map(group -> shelf.of(group).stream().map(Feed::id).toList())
            .orElse(List.of());
    boolean follows = followed.equals(FOLLOWED);
    if (follows) {
      desk.sourcing().followed().hearAll(talk.chat().id(), ids);
    } else {
      desk.sourcing().followed().dropAll(talk.chat().id(), ids);
    }
    String key = follows ? "sources.followed.all" : "sources.dropped.all";
    return page(talk, token, 0, talk.phrases().plain(key, Map.of("n", ids.size())));
  }
}
