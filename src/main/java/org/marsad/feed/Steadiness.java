package org.marsad.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges whether what a feed tells its items apart by still does so. Pure functions. */
final class Steadiness {
  /** Headlines below which one link for all of them may be chance. */
  private static final int MIN_HEADLINES = 3;

  private Steadiness() {}

  /**
   * The judgement.
   *
   * @param identity what tells the items apart from here on
   * @param why it is no longer what it was, in words for the operator; empty where it still is
   */
  record Verdict(Identity identity, String why) {}

  /** Judges one document against what was seen of the feed before. */
  static Verdict of(Identity before, List<Keyed> document, SeenItems seen) {
    boolean guids = document.stream().anyMatch(one -> !one.keys().guid().isEmpty());
    if (before == Identity.GUID && guids) {
      return isGuidRepeated(document)
          ? new Verdict(Identity.LINK, "one guid stands for several items")
          : isGuidChanged(document, seen)
              ? new Verdict(Identity.LINK, "an item came again under another guid")
              : new Verdict(Identity.GUID, "");
    }
    return before != Identity.TEXT && isOneLinkForAll(document)
        ? new Verdict(Identity.TEXT, "several items have one link")
        : new Verdict(before, "");
  }

  /** In one document, for items that are not the same by their links and headlines. */
  private static boolean isGuidRepeated(List<Keyed> document) {
    Map<String, Keyed> first = new HashMap<>();
    for (Keyed one : document) {
      Keyed other = first.putIfAbsent(one.keys().guid(), one);
      if (other != null && !one.keys().guid().isEmpty() && !isSame(one, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Keyed one, Keyed other) {
    String link = one.keys().link();
    return one.item().title().equals(other.item().title())
        || (!link.isEmpty() && link.equals(other.keys().link()));
  }

  /**
   * A known link under an unknown guid, for what is plainly the same item. It says nothing where
   * the feed gives several items one link, or another item the link of an old one (a live page).
   */
  private static boolean isGuidChanged(List<Keyed> document, SeenItems seen) {
    Telling telling = Telling.of(document, seen);
    Set<String> guids = document.stream().map(one -> one.keys().guid()).collect(Collectors.toSet());
    Map<String, Long> links =
        document.stream()
            .collect(Collectors.groupingBy(one -> one.keys().link(), Collectors.counting()));
    return document.stream()
        .filter(
            one -> links.getOrDefault(one.keys().link(), 0L) == 1 && !one.keys().guid().isEmpty())
        .filter(one -> !seen.hasGuid(one.keys().guid()))
        .anyMatch(
            one ->
                seen.withLink(one.keys().link()).stream()
                    .filter(old -> !old.keys().guid().isEmpty())
                    .filter(old -> !guids.contains(old.keys().guid()))
                    .anyMatch(old -> isSame(one, old, telling)));
  }

  private static boolean isSame(Keyed one, Seen old, Telling telling) {
    return one.keys().text().equals(old.keys().text())
        || (!old.title().isEmpty() && old.title().equals(one.item().title()))
        || telling.isSame(one.item(), old)
        || stem(one.keys().guid()).equals(stem(old.keys().guid()));
  }

  /** A guid up to the part in which the BBC counts its changes ("…/c123#4"). */
  private static String stem(String guid) {
    int end = guid.lastIndexOf('#');
    return end < 0 ? guid : guid.substring(0, end);
  }

  private static boolean isOneLinkForAll(List<Keyed> document) {
    Set<String> links = new HashSet<>();
    Set<String> headlines = new HashSet<>();
    for (Keyed one : document) {
      if (!one.keys().link().isEmpty()) {
        links.add(one.keys().link());
        headlines.add(one.item().title());
      }
    }
    return headlines.size() >= MIN_HEADLINES && links.size() * 2 <= headlines.size();
  }
}
