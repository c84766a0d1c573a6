package org.marsad.chat;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.alert.Button;
import org.marsad.alert.Phrases;
import org.marsad.alert.Phrases.Markup;
import org.marsad.alert.Times;
import org.marsad.feed.Feed;
import org.marsad.feed.Reason;
import org.marsad.text.Cut;

/** Shows the sources by country with the health of each; a tap drops or follows one. */
final class SourceList {
  private static final int MAX_TITLE = 80;
  private static final String INTERNATIONAL = "int";

  private final Desk desk;

  SourceList(Desk desk) {
    this.desk = desk;
  }

  /** The countries there are sources in, with a word over the pressed button. */
  List<Reply> countries(Talk talk, String toast) {
    List<Feed> feeds = desk.feeds().all();
    if (feeds.isEmpty()) {
      return talk.show(talk.html("sources.none"), new Keyboard(), toast);
    }
    Map<String, Long> counts =
        feeds.stream()
            .collect(
                Collectors.groupingBy(Feed::country, LinkedHashMap::new, Collectors.counting()));
    List<Button> buttons = new ArrayList<>();
    counts.forEach(
        (country, count) ->
            buttons.add(
                Button.callback(
                    talk.phrases().plain("choice", Map.of("name", name(talk, country), "n", count)),
                    Tap.of(Tap.Kind.COUNTRY, country, 0).data())));
    return talk.show(
        talk.html("sources.title", Map.of("n", feeds.size())),
        new Keyboard().grid(buttons, 2),
        toast);
  }

  private static String name(Talk talk, String country) {
    if (country.isEmpty() || country.equals(INTERNATIONAL)) {
      return talk.html(country.isEmpty() ? "sources.elsewhere" : "sources.international");
    }
    return ULocale.getDisplayCountry("und-" + country, Phrases.locale(talk.language()));
  }

  /** A page of one country; the countries if it has no sources. */
  List<Reply> country(Talk talk, String country, int wanted, String toast) {
    List<Feed> all =
        desk.feeds().all().stream().filter(feed -> feed.country().equals(country)).toList();
    if (all.isEmpty()) {
      return countries(talk, toast);
    }
    Set<Long> dropped = desk.feeds().droppedBy(talk.chat().id());
    Page<Feed> page = Page.of(all, wanted);
    List<String> lines = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    for (int i = 0; i < page.items().size(); i++) {
      Feed feed = page.items().get(i);
      int number = page.first() + i + 1;
      String mark = dropped.contains(feed.id()) ? "✕" : "✓";
      lines.add(row(talk, feed, number, mark));
      buttons.add(
          Button.callback(
              mark + " " + number,
              Tap.of(Tap.Kind.SOURCE, country, page.number(), feed.id()).data()));
    }
    String html =
        talk.html("sources.page", Map.of("country", name(talk, country)))
            + "\n\n"
            + String.join("\n", lines)
            + page.footer(talk);
    Keyboard keyboard =
        new Keyboard()
            .grid(buttons, Page.SIZE / 2)
            .grid(page.turns(talk, to -> Tap.of(Tap.Kind.COUNTRY, country, to)), 2)
            .row(talk.button("button.back", Tap.of(Tap.Kind.DO, Verb.SOURCES)));
    return talk.show(html, keyboard, toast);
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
            new Markup(health(talk, feed))));
  }

  private static String health(Talk talk, Feed feed) {
    String reason = feed.failures() == 0 ? "" : reason(talk, feed.lastOutcome());
    if (feed.lastSuccessAt() == null) {
      return feed.failures() == 0
          ? talk.html("source.new")
          : talk.html("source.never", Map.of("reason", reason));
    }
    String ago = Times.ago(talk.language(), feed.lastSuccessAt(), talk.now());
    return feed.failures() == 0
        ? talk.html("source.well", Map.of("ago", ago))
        : talk.html(
            feed.isStopped() ? "source.stopped" : "source.failing",
            Map.of("reason", reason, "ago", ago));
  }

  /** The stored outcome begins with the words of its reason. */
  private static String reason(Talk talk, String outcome) {
    for (Reason reason : Reason.values()) {
      if (outcome.startsWith(reason.words())) {
        return talk.html("reason." + reason);
      }
    }
    return talk.html("reason.other");
  }

  /** A source was tapped: dropped if it was heard, heard again if it was dropped. */
  List<Reply> tapped(Talk talk, String country, int page, long feedId) {
    return desk.feeds()
        .find(feedId)
        .map(feed -> country(talk, country, page, turned(talk, feed)))
        .orElseGet(() -> country(talk, country, page, talk.phrases().plain("source.gone")));
  }

  private String turned(Talk talk, Feed feed) {
    long chat = talk.chat().id();
    boolean dropped = desk.feeds().droppedBy(chat).contains(feed.id());
    if (dropped) {
      desk.feeds().follow(chat, feed.id());
    } else {
      desk.feeds().drop(chat, feed.id());
    }
    String key = dropped ? "source.followed" : "source.dropped";
    return talk.phrases().plain(key, Map.of("what", Cut.atWord(feed.title(), MAX_TITLE)));
  }
}
