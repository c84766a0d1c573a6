package org.marsad.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.story.Report;
import org.marsad.story.Verdict;

/**
 * One labelled pair of reports.
 *
 * @param id its own name
 * @param label what the fresh report is to the told one: one of {@link #LABELS}
 * @param told the one that was told before
 * @param fresh the later one
 */
record StoryCase(String id, String label, Report told, Report fresh) {
  static final List<String> LABELS =
      List.of("copy", "same", "update", "contradiction", "different");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A day without a time begins it; a time without a zone is UTC's. */
  private static final DateTimeFormatter DAY_AND_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static StoryCase read(String line) {
    JsonNode pair;
    try {
      pair = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
    String label = text(pair, "label");
    if (!LABELS.contains(label)) {
      throw new IllegalArgumentException("\"label\" must be one of " + LABELS + ": " + label);
    }
    return new StoryCase(
        pair.path("id").asText(), label, report(pair.path("a")), report(pair.path("b")));
  }

  private static Report report(JsonNode side) {
    return new Report(
        text(side, "title"),
        side.path("text").asText(""),
        side.path("host").asText(""),
        instant(side.path("published").asText("")));
  }

  private static @Nullable Instant instant(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      TemporalAccessor read =
          DAY_AND_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (read instanceof OffsetDateTime moment) {
        return moment.toInstant();
      }
      LocalDateTime local =
          read instanceof LocalDateTime time ? time : ((LocalDate) read).atStartOfDay();
      return local.toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"published\" is no ISO 8601 date: " + text, e);
    }
  }

  /** The answer as a line of JSON. */
  String answer(Verdict verdict) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("answer", verdict.relation().answer())
        .toString();
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no text under \"" + name + "\"");
    }
    return value.asText();
  }

  boolean isNews() {
    return !label.equals("copy") && !label.equals("same");
  }

  /** The pair with what was decided, to be read by people. */
  String words(Verdict verdict) {
    return String.join(
            " ",
            id,
            label + ":",
            verdict.relation().answer(),
            verdict.reason().name(),
            verdict.detail())
        + System.lineSeparator()
        + String.join(System.lineSeparator(), line(told), line(fresh));
  }

  private static String line(Report report) {
    return "    " + report.title() + " | " + report.text();
  }
}
