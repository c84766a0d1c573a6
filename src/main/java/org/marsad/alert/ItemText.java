package org.marsad.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.marsad.feed.Item;
import org.marsad.text.Direction;
import org.marsad.text.Field;
import org.marsad.text.Html;
import org.marsad.text.Language;
import org.marsad.text.Marked;
import org.marsad.watch.Place;

/** An item's own words as messages of one language show them, with hits marked. Pure functions. */
public final class ItemText {
  private static final int MAX_TITLE = 300;

  /** A feed's clock may go wrong by this much before its word for the time is not believed. */
  private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

  private final Language language;
  private final Item item;
  private final List<Place> places;

  /**
   * Shows an item.
   *
   * @param language of the message
   * @param places what to mark; one that points outside its field is passed over
   */
  public ItemText(Language language, Item item, List<Place> places) {
    this.language = language;
    this.item = item;
    this.places = List.copyOf(places);
  }

  /** The headline, linked where Telegram takes the link, with hits between these tags. */
  public String title(String tag) {
    Marked title = marked(item.title(), Field.TITLE).cut(MAX_TITLE);
    String html =
        title.text().isEmpty()
            ? Phrases.in(language).html("item.untitled")
            : Direction.line(language, title.html(tag));
    return link().map(to -> "<a href=\"" + Html.escape(to) + "\">" + html + "</a>").orElse(html);
  }

  /**
   * When an item was published: the feed's word for it, or when it was read where the feed says
   * nothing or a time to come.
   */
  public static Instant when(Item item) {
    Instant published = item.publishedAt();
    return published == null || published.isAfter(item.seenAt().plus(CLOCK_SLACK))
        ? item.seenAt()
        : published;
  }

  /** The address of the item, where Telegram takes it. */
  public Optional<String> link() {
    return WebLink.accepted(item.link());
  }

  /** Whether a hit stands in the headline. */
  public boolean isHitInTitle() {
    return places.stream().anyMatch(place -> place.field() == Field.TITLE);
  }

  /**
   * The sentences of the hits, or the first ones if the headline alone was hit; empty where there
   * is no more to say than the headline does.
   */
  public Optional<String> excerpt(int maxCodePoints) {
    Marked text = marked(item.text(), Field.TEXT);
    boolean nothingNew = text.text().isEmpty() || text.text().equals(Marked.line(item.title()));
    return nothingNew
        ? Optional.empty()
        : Optional.of(Direction.line(language, Excerpt.of(text, maxCodePoints)));
  }

  private Marked marked(String raw, Field field) {
    BitSet marks = new BitSet();
    for (Place place : places) {
      boolean inside =
          place.field() == field
              && place.start() >= 0
              && place.start() < place.end()
              && place.end() <= raw.length();
      if (inside) {
        marks.set(place.start(), place.end());
      }
    }
    return Marked.of(raw, marks);
  }
}
