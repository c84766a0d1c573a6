package org.marsad.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.Item;
import org.marsad.text.Field;
import org.marsad.text.Language;
import org.marsad.watch.Place;

/** Builds alerts for tests of their wording; hits stand in double braces. */
record Telling(
    String language,
    String zone,
    Instant now,
    Instant published,
    String outlet,
    @Nullable String link,
    List<String> labels,
    String title,
    String summary) {
  private static final Pattern HIT = Pattern.compile("\\{\\{(.+?)}}");

  Alert alert() {
    List<Place> places = new ArrayList<>();
    String readTitle = read(title, Field.TITLE, places);
    String readSummary = read(summary, Field.TEXT, places);
    Item item = new Item(1, 1, "g", link, readTitle, readSummary, null, published, null, now);
    Chat chat =
        new Chat(
            1,
            new Chat.Address(1, 0),
            Chat.Kind.PRIVATE,
            "",
            language.equals("en") ? Language.EN : Language.AR,
            ZoneId.of(zone),
            Chat.State.ACTIVE);
    List<Alert.Found> found =
        labels.stream().map(label -> new Alert.Found(1, label, places)).toList();
    return new Alert(1, chat, item, outlet, found);
  }

  private static String read(String marked, Field field, List<Place> places) {
    Matcher hit = HIT.matcher(marked);
    StringBuilder plain = new StringBuilder();
    while (hit.find()) {
      hit.appendReplacement(plain, "");
      int start = plain.length();
      plain.append(hit.group(1));
      places.add(new Place(field, start, plain.length(), hit.group(1)));
    }
    return hit.appendTail(plain).toString();
  }
}
