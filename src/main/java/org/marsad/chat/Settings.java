package org.marsad.chat;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.alert.Button;
import org.marsad.alert.Chat;
import org.marsad.alert.Times;
import org.marsad.entity.Catalogue;
import org.marsad.text.Language;
import org.marsad.watch.Watch;

/** The chat's language, time zone, and whether stories are grouped. */
final class Settings {
  private static final List<Language> SPOKEN = List.of(Language.AR, Language.EN);
  private static final int MAX_CHOICES = 18;

  private final Desk desk;

  Settings(Desk desk) {
    this.desk = desk;
  }

  /** What they are, with buttons to change them. */
  List<Reply> show(Talk talk) {
    return show(talk, "");
  }

  private List<Reply> show(Talk talk, String toast) {
    List<Button> languages =
        SPOKEN.stream()
            .map(
                language ->
                    Button.callback(
                        (language == talk.language() ? "✓ " : "") + name(talk, language),
                        Tap.of(Tap.Kind.LANGUAGE, language.code()).data()))
            .toList();
    String html =
        talk.html(
            "settings",
            Map.of(
                "language",
                name(talk, talk.language()),
                "zone",
                ZoneNames.name(talk.chat().zone(), talk.language()),
                "time",
                clock(talk, talk.chat().zone())));
    boolean groups = desk.chats().groupsStories(talk.chat().id());
    Tap other = Tap.of(Tap.Kind.GROUP_STORIES, groups ? "off" : "on");
    Keyboard keyboard =
        new Keyboard()
            .grid(languages, 2)
            .row(talk.button("button.zone", Tap.of(Tap.Kind.ASK, Question.ZONE)))
            .row(talk.button(groups ? "button.group.off" : "button.group.on", other));
    String grouping = talk.html(groups ? "settings.grouped" : "settings.each");
    return talk.show(html + "\n" + grouping, keyboard, toast);
  }

  /** Sets whether one event from several sources is one alert. */
  List<Reply> groupStories(Talk talk, boolean groups) {
    desk.chats().groupsStories(talk.chat().id(), groups);
    return show(talk, talk.phrases().plain("settings.saved"));
  }

  private static String name(Talk talk, Language language) {
    return talk.phrases().html("button.language." + language.code());
  }

  private static String clock(Talk talk, ZoneId zone) {
    return Times.at(talk.language(), zone, talk.now(), talk.now());
  }

  /** Sets the language; watches on entities are called by their names in it from now on. */
  List<Reply> language(Talk talk, String code) {
    Optional<Language> wanted =
        SPOKEN.stream().filter(language -> language.code().equals(code)).findFirst();
    if (wanted.isEmpty()) {
      return talk.toast(talk.phrases().plain("press.old"));
    }
    desk.chats().language(talk.chat().id(), wanted.get());
    rename(talk.chat().id(), wanted.get());
    Talk after = with(talk, wanted.get(), talk.chat().zone());
    return show(after, after.phrases().plain("settings.saved"));
  }

  private void rename(long chatId, Language language) {
    Catalogue catalogue = desk.matcher().catalogue();
    for (Watch watch : desk.watches().of(chatId)) {
      if (Meaning.literal(watch.query(), catalogue) instanceof Meaning.Wanted wanted) {
        wanted
            .entity(catalogue)
            .flatMap(entity -> desk.watches().rename(watch, entity.name(language)))
            .ifPresent(desk.matcher()::add);
      }
    }
  }

  private static Talk with(Talk talk, Language language, ZoneId zone) {
    Chat chat = talk.chat();
    return new Talk(
        new Chat(
            chat.id(), chat.address(), chat.kind(), chat.title(), language, zone, chat.state()),
        talk.incoming(),
        talk.now());
  }

  /** Zones to choose from. */
  static Keyboard zones(Talk talk, List<ZoneId> zones) {
    return new Keyboard()
        .grid(
            zones.stream()
                .limit(MAX_CHOICES)
                .map(
                    zone ->
                        Button.callback(
                            ZoneNames.name(zone, talk.language()),
                            Tap.of(Tap.Kind.ZONE, zone.getId()).data()))
                .toList(),
            3);
  }

  /** Whether a text means a zone, one or several. */
  static boolean isZone(String typed) {
    return !ZoneNames.find(typed).isEmpty();
  }

  /** Sets the zone a typed text means; asks where it means several or none. */
  List<Reply> zone(Talk talk, String typed) {
    List<ZoneId> found = ZoneNames.find(typed);
    if (found.size() == 1) {
      return set(talk, found.get(0));
    }
    return found.isEmpty()
        ? talk.say(
            talk.html("zone.unknown", Map.of("what", Talk.echo(typed))),
            zones(talk, ZoneNames.LIKELY))
        : talk.say(talk.html("zone.which"), zones(talk, found));
  }

  /** Sets the zone of a pressed button. */
  List<Reply> zoneById(Talk talk, String id) {
    try {
      return set(talk, ZoneId.of(id));
    } catch (DateTimeException e) {
      return talk.toast(talk.phrases().plain("press.old"));
    }
  }

  private List<Reply> set(Talk talk, ZoneId zone) {
    desk.manners().habits().zone(talk.chat().id(), zone, talk.now());
    return talk.show(
        talk.html(
            "zone.saved",
            Map.of("zone", ZoneNames.name(zone, talk.language()), "time", clock(talk, zone))),
        new Keyboard().row(talk.run(Verb.SETTINGS)));
  }
}
