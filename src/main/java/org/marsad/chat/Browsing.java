package org.marsad.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marsad.alert.Button;
import org.marsad.entity.Entity;
import org.marsad.watch.Watch;

/** Browses the catalogue of entities by group; a tap follows one. */
final class Browsing {
  private final Desk desk;
  private final Carried carried;
  private final Watching watching;
  private final Listing listing;

  Browsing(Desk desk, Carried carried, Watching watching, Listing listing) {
    this.desk = desk;
    this.carried = carried;
    this.watching = watching;
    this.listing = listing;
  }

  /** The groups there are, with a word over the pressed button. */
  List<Reply> groups(Talk talk, String toast) {
    Map<Entity.Group, Long> counts =
        desk.matcher().catalogue().all().stream()
            .collect(
                Collectors.groupingBy(Entity::group, LinkedHashMap::new, Collectors.counting()));
    if (counts.isEmpty()) {
      return talk.show(talk.html("entities.none"), new Keyboard(), toast);
    }
    List<Button> buttons =
        Arrays.stream(Entity.Group.values())
            .filter(counts::containsKey)
            .map(
                group ->
                    Button.callback(
                        talk.phrases()
                            .plain(
                                "choice",
                                Map.of(
                                    "name", talk.html("groups." + group), "n", counts.get(group))),
                        Tap.of(Tap.Kind.GROUP, group.name(), 0).data()))
            .toList();
    return talk.show(talk.html("entities.title"), new Keyboard().grid(buttons, 2), toast);
  }

  /** A page of one group; the groups if there is none of this name. */
  List<Reply> group(Talk talk, String name, int wanted, String toast) {
    List<Entity> all =
        desk.matcher().catalogue().all().stream()
            .filter(entity -> entity.group().name().equals(name))
            .toList();
    if (all.isEmpty()) {
      return groups(talk, toast);
    }
    Page<Entity> page = Page.of(all, wanted);
    Keyboard keyboard =
        choices(talk, page.items(), name, page.number())
            .grid(page.turns(talk, to -> Tap.of(Tap.Kind.GROUP, name, to)), 2)
            .row(
                talk.button("button.back", Tap.of(Tap.Kind.DO, Verb.ENTITIES)),
                talk.run(Verb.WATCHES));
    String html =
        talk.html("entities.page", Map.of("group", talk.html("groups." + name)))
            + page.footer(talk);
    return talk.show(html, keyboard, toast);
  }

  /** A button for each entity, with a sign on those that are followed. */
  Keyboard choices(Talk talk, List<Entity> entities, String place, int page) {
    Map<String, Watch> followed = followed(talk);
    List<Button> buttons = new ArrayList<>();
    for (Entity entity : entities) {
      String query = Meaning.entity(entity).canonical();
      String sign = followed.containsKey(query) ? "✓ " : "";
      buttons.add(
          Button.callback(
              sign + entity.name(talk.language()),
              carried.tap(talk, query, Tap.Kind.ENTITY, place, page).data()));
    }
    return new Keyboard().pairs(buttons);
  }

  private Map<String, Watch> followed(Talk talk) {
    return desk.watches().of(talk.chat().id()).stream()
        .collect(Collectors.toMap(Watch::query, Function.identity()));
  }

  /**
   * An entity was tapped: follows it, or shows its watch if it is followed.
   *
   * @param again shows the buttons again, with what is told over the pressed one
   */
  List<Reply> tapped(Talk talk, String token, Function<String, List<Reply>> again) {
    Optional<Meaning.Wanted> wanted =
        carried
            .text(talk, token)
            .map(query -> Meaning.literal(query, desk.matcher().catalogue()))
            .filter(Meaning.Wanted.class::isInstance)
            .map(Meaning.Wanted.class::cast)
            .filter(known -> known.entity(desk.matcher().catalogue()).isPresent());
    if (wanted.isEmpty()) {
      return again.apply(talk.phrases().plain("entities.gone"));
    }
    Watching.Added added = watching.add(talk, wanted.get(), "");
    if (added.before().isPresent()) {
      return listing.card(talk, added.before().get().id(), 0);
    }
    String key = added.watch().isPresent() ? "entities.followed" : "watch.full";
    String name = added.watch().map(Watch::label).orElse("");
    return again.apply(talk.phrases().plain(key, Map.of("what", name, "n", Watching.MAX_WATCHES)));
  }
}
