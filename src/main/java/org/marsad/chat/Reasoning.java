package org.marsad.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marsad.alert.Alert;
import org.marsad.alert.ItemText;
import org.marsad.alert.Past;
import org.marsad.alert.Phrases.Markup;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.text.Cut;
import org.marsad.text.Field;
import org.marsad.text.Html;
import org.marsad.watch.Explanation;
import org.marsad.watch.Explanation.Reason;
import org.marsad.watch.Explanation.Verdict;
import org.marsad.watch.Place;
import org.marsad.watch.Query;
import org.marsad.watch.QueryParser;
import org.marsad.watch.Watch;

/** Says why an alert came: which watch, what of it, in which field, in which words. */
final class Reasoning {
  private static final int MAX_PLACES = 6;
  private static final int MAX_WATCHES = 6;

  /** Of a watch's: with the longest of all, one watch is never more than all may have. */
  private static final int MAX_REASONS = 10;

  private static final int MAX_TERM = 100;
  private static final int MAX_QUERY = 300;

  /** Of the watches' all together: with headline and the rest a message has 4096. */
  private static final int MAX_CHARS = 3400;

  private final Desk desk;

  Reasoning(Desk desk) {
    this.desk = desk;
  }

  /** The command: written as a reply to an alert; else how that is done. */
  List<Reply> why(Talk talk) {
    if (!(talk.incoming().act() instanceof Incoming.Text text) || text.replyTo() == null) {
      return talk.say(talk.html("why.use"), new Keyboard().row(talk.run(Verb.HELP)));
    }
    return desk.past()
        .inMessage(talk.chat(), text.replyTo())
        .map(told -> answer(talk, told))
        .orElseGet(
            () ->
                talk.say(
                    talk.html("why.no.alert") + "\n\n" + talk.html("why.use"),
                    new Keyboard().row(talk.run(Verb.HELP))));
  }

  /** The button under an alert. */
  List<Reply> why(Talk talk, long alertId) {
    return desk.past()
        .alert(talk.chat(), alertId)
        .map(told -> answer(talk, told))
        .orElseGet(() -> talk.toast(talk.phrases().plain("why.gone")));
  }

  private List<Reply> answer(Talk talk, Past.Told told) {
    Alert alert = told.alert();
    List<String> lines = new ArrayList<>();
    ItemText item = new ItemText(talk.language(), alert.item(), List.of());
    lines.add(
        talk.html(
            "why.title", Map.of("title", new Markup(item.title("b")), "outlet", alert.outlet())));
    if (told.changed()) {
      lines.add(talk.html("why.changed"));
    }
    int shown = 0;
    int chars = 0;
    for (Alert.Found found : alert.found().stream().limit(MAX_WATCHES).toList()) {
      String block = found(talk, alert, found);
      chars += Html.plain(block).length();
      if (chars > MAX_CHARS) {
        break;
      }
      lines.add("\n" + block);
      shown++;
    }
    if (shown < alert.found().size()) {
      lines.add("\n" + talk.html("alert.more", Map.of("n", alert.found().size() - shown)));
    }
    for (String line : new Comparing(talk, desk.past()).lines(alert)) {
      chars += Html.plain(line).length();
      if (chars <= MAX_CHARS) {
        lines.add(line);
      }
    }
    String urgency = talk.html("urgency." + told.urgency());
    lines.add("\n" + talk.html("why.class", Map.of("urgency", new Markup(urgency))));
    return talk.say(String.join("\n", lines));
  }

  private String found(Talk talk, Alert alert, Alert.Found found) {
    Optional<Watch> watch = watch(talk, found);
    Optional<Explanation> now = watch.flatMap(one -> explain(one, alert.item()));
    List<String> lines = new ArrayList<>();
    lines.add(talk.html("why.watch", Map.of("what", Cut.atWord(found.label(), MAX_TERM))));
    watch
        .filter(one -> !one.label().equals(one.query()))
        .filter(one -> !(isEntity(one)))
        .map(one -> Cut.atWord(one.query(), MAX_QUERY))
        .ifPresent(query -> lines.add(talk.html("why.query", Map.of("query", query))));
    if (now.isPresent() && now.get().hit()) {
      List<String> reasons =
          now.get().reasons().stream()
              .flatMap(reason -> lines(talk, alert.item(), reason).stream())
              .toList();
      lines.addAll(reasons.subList(0, Math.min(reasons.size(), MAX_REASONS)));
      if (reasons.size() > MAX_REASONS) {
        lines.add(talk.html("why.more", Map.of("n", reasons.size() - MAX_REASONS)));
      }
    } else if (found.places().isEmpty()) {
      lines.add(talk.html("why.story.other"));
    } else {
      lines.add(talk.html(watch.isEmpty() ? "why.watch.gone" : "why.watch.changed"));
      lines.addAll(places(talk, alert.item(), found.places()));
    }
    return String.join("\n", lines);
  }

  private boolean isEntity(Watch watch) {
    return Meaning.literal(watch.query(), desk.matcher().catalogue())
            instanceof Meaning.Wanted wanted
        && wanted.entity(desk.matcher().catalogue()).isPresent();
  }

  /** Alerts of before keep no id of their watch; its name tells it. */
  private Optional<Watch> watch(Talk talk, Alert.Found found) {
    return desk.watches().of(talk.chat().id()).stream()
        .filter(
            watch ->
                found.watch() == 0
                    ? watch.label().equals(found.label())
                    : watch.id() == found.watch())
        .findFirst();
  }

  private Optional<Explanation> explain(Watch watch, Item item) {
    Optional<Feed> feed = desk.feeds().find(item.feedId());
    return feed.isPresent()
            && Meaning.literal(watch.query(), desk.matcher().catalogue())
                instanceof Meaning.Wanted wanted
        ? Optional.of(desk.matcher().explain(wanted.query(), item, feed.get()))
        : Optional.empty();
  }

  private List<String> lines(Talk talk, Item item, Reason reason) {
    if (reason.verdict() == Verdict.ABSENT && reason.part() instanceof Query.FromSource source) {
      return List.of(talk.html("why.not.from", Map.of("what", title(talk, source.name()))));
    }
    String part = Cut.atWord(QueryParser.print(reason.part()), MAX_TERM);
    if (reason.verdict() == Verdict.ABSENT) {
      return List.of(talk.html("why.absent", Map.of("what", part)));
    }
    if (reason.verdict() != Verdict.FOUND) {
      return List.of(); // another side of an OR, which is not why
    }
    return reason.places().isEmpty()
        ? List.of(talk.html("why.attribute", Map.of("what", part)))
        : places(talk, item, reason.places());
  }

  /** What a source is called, where a query names it by its address. */
  private String title(Talk talk, String name) {
    return desk.heardBy(talk.chat()).stream()
        .filter(feed -> feed.url().toString().equals(name))
        .map(Feed::title)
        .findFirst()
        .orElse(name);
  }

  private static List<String> places(Talk talk, Item item, List<Place> places) {
    Set<String> lines = new LinkedHashSet<>();
    for (Place place : places) {
      String text = place.field() == Field.TITLE ? item.title() : item.text();
      if (place.end() <= text.length()) {
        lines.add(
            talk.html(
                "why.place",
                Map.of(
                    "term",
                    Cut.atWord(place.term(), MAX_TERM),
                    "words",
                    Cut.atWord(text.substring(place.start(), place.end()), MAX_TERM),
                    "field",
                    new Markup(field(item, place)))));
      }
    }
    List<String> all = List.copyOf(lines);
    return all.subList(0, Math.min(all.size(), MAX_PLACES));
  }

  /** The text is the body, behind the summary where the body does not repeat that. */
  private static String field(Item item, Place place) {
    if (place.field() == Field.TITLE) {
      return "title";
    }
    boolean begins = item.text().startsWith(item.summary());
    return begins && place.end() <= item.summary().length() ? "summary" : "body";
  }
}
