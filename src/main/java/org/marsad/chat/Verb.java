package org.marsad.chat;

import java.util.List;
import java.util.Locale;

/**
 * What a command does. Telegram allows only Latin names; the Arabic words do the same when typed.
 */
enum Verb {
  WATCH(true, true, List.of("watch"), "راقب", "تابع"),
  WATCHES(false, false, List.of("watches"), "قائمتي"),
  UNWATCH(true, true, List.of("unwatch"), "احذف"),
  ENTITIES(false, false, List.of("entities"), "الجهات"),
  SOURCES(false, false, List.of("sources"), "المصادر"),
  ADDSOURCE(true, true, List.of("addsource"), "أضف مصدر", "أضف مصدرا", "أضف المصدر"),
  EXPORT(false, false, List.of("export"), "تصدير", "صدّر"),
  TEST(false, true, List.of("test"), "جرّب"),
  SEARCH(false, true, List.of("search"), "ابحث"),
  WHY(false, false, List.of("why"), "لماذا"),
  MUTE(true, true, List.of("mute"), "اكتم"),
  UNMUTE(true, false, List.of("unmute"), "ألغ الكتم"),
  QUIET(true, true, List.of("quiet"), "ساعات الهدوء"),
  DIGEST(true, true, List.of("digest"), "موجز", "الموجز"),
  SETTINGS(true, false, List.of("settings"), "الإعدادات"),
  STOP(true, false, List.of("stop", "pause"), "أوقف"),
  RESUME(true, false, List.of("resume"), "استأنف"),
  HELP(false, false, List.of("help"), "مساعدة", "المساعدة"),
  START(true, false, List.of("start"), "ابدأ"),
  FORGET(true, false, List.of("forget"), "انسني"),
  CANCEL(false, false, List.of("cancel"), "إلغاء");

  private final boolean changes;
  private final boolean takesText;
  private final List<String> names;
  private final List<String> words;

  Verb(boolean changes, boolean takesText, List<String> names, String... words) {
    this.changes = changes;
    this.takesText = takesText;
    this.names = names;
    this.words = List.of(words);
  }

  /** Whether it changes the chat's set-up, which only some may do in a group. */
  boolean changes() {
    return changes;
  }

  /** Whether its Arabic word is followed by a text; the others stand alone or are no command. */
  boolean takesText() {
    return takesText;
  }

  /** Its Latin names, the one of the menu first. */
  List<String> names() {
    return names;
  }

  /** Its Arabic words, in any spelling; one may be of several words. */
  List<String> words() {
    return words;
  }

  /** Its Latin name with the slash. */
  String slashed() {
    return "/" + names.get(0);
  }

  /** The key of a phrase about it. */
  String key(String group) {
    return group + "." + name().toUpperCase(Locale.ROOT);
  }
}
