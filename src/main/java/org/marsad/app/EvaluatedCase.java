package org.marsad.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.marsad.feed.Feed;
import org.marsad.feed.Item;
import org.marsad.watch.Query;

/**
 * One labelled case.
 *
 * @param id its own name
 * @param rule what is looked for
 * @param item what it is looked for in
 * @param feed where the item would come from
 * @param match whether the item should be a hit
 * @param tag what the case is about
 * @param note the tag with what was added to it
 */
record EvaluatedCase(
    String id, Query rule, Item item, Feed feed, boolean match, String tag, String note) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static EvaluatedCase read(String line) {
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    String why = json.path("why").asText();
    int colon = why.indexOf(':');
    return new EvaluatedCase(
        text(json, "id"),
        rule(json.path("rule")),
        item(text(json, "title"), text(json, "text")),
        feed(text(json, "lang")),
        truth(json.path("match")),
        colon < 0 ? why : why.substring(0, colon),
        why);
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no text under \"" + name + "\"");
    }
    return value.asText();
  }

  private static boolean truth(JsonNode match) {
    if (!match.isBoolean()) {
      throw new IllegalArgumentException("\"match\" must be true or false");
    }
    return match.asBoolean();
  }

  private static Query rule(JsonNode rule) {
    if (rule.has("entity")) {
      return new Query.OfEntity(text(rule, "entity"));
    }
    if (rule.has("keyword")) {
      return keyword(text(rule, "keyword"));
    }
    List<Query> parts = new ArrayList<>(rules(rule.path("all")));
    List<Query> any = rules(rule.path("any"));
    if (!any.isEmpty()) {
      parts.add(Query.any(any));
    }
    rules(rule.path("not")).forEach(part -> parts.add(Query.not(part)));
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "a rule needs \"entity\", \"keyword\", or a list under \"all\", \"any\" or \"not\": "
              + rule);
    }
    return Query.all(parts);
  }

  private static Query keyword(String text) {
    Query.Words words = new Query.Words(text, Query.Form.ANY_FORM);
    if (words.text().isEmpty()) {
      throw new IllegalArgumentException("a keyword without a letter: \"" + text + '"');
    }
    return words;
  }

  private static List<Query> rules(JsonNode list) {
    List<Query> rules = new ArrayList<>();
    list.forEach(rule -> rules.add(rule(rule)));
    return rules;
  }

  private static Item item(String title, String text) {
    return new Item(0, 0, "", null, title, text, null, null, null, Instant.EPOCH);
  }

  private static Feed feed(String language) {
    return Feed.unread(URI.create("https://feed.invalid/"), "", language, "");
  }
}
