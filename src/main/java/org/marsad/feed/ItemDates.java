package org.marsad.feed;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an item, as any dialect and module names them.
 *
 * @param published the first of pubDate, published, issued, dc:date, created … that is a date
 * @param updated the first of updated, modified … that is one, or CDF's LASTMOD
 */
record ItemDates(@Nullable Instant published, @Nullable Instant updated) {

  static ItemDates of(Fields fields, Origin origin) {
    ZoneId zone = origin.zone();
    Instant published =
        fields.date(
            zone,
            "pubdate",
            "published",
            "issued",
            "dcterms:issued",
            "dc:date",
            "created",
            "dcterms:created",
            "dcterms:available",
            "date");
    Instant updated = fields.date(zone, "updated", "modified", "dcterms:modified", "lastbuilddate");
    String stamp = Names.attribute(fields.element(), "lastmod");
    return new ItemDates(published, updated == null ? FeedDate.parse(stamp, zone) : updated);
  }

  @Nullable Instant newest() {
    return published == null ? updated : published;
  }
}
