package org.marsad.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedParser;
import org.marsad.feed.Fetched;
import org.marsad.feed.Item;
import org.marsad.feed.Parsed;
import org.marsad.feed.ParsedFeed;
import org.marsad.feed.Validators;

/**
 * The command {@code parse}: what the parser makes of files and addresses, as one line of JSON a
 * feed. Nothing is stored.
 */
public final class Parse {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Prints a line for each file, address or line of the manifest, in that order.
   *
   * @param filesOrUrls what to read; an address starts with http:// or https://
   * @param manifest lines of JSON with {@code file} (relative to the manifest), and optionally
   *     {@code headers} and {@code base}
   * @return the exit code: 0 if every one was parsed, else 1
   */
  public int run(
      List<String> filesOrUrls,
      @Nullable Path manifest,
      PrintStream out,
      FeedParser parser,
      FeedFetcher fetcher) {
    boolean good = true;
    for (String name : filesOrUrls) {
      boolean web = name.toLowerCase(Locale.ROOT).matches("https?://.*");
      good &= print(web ? fetched(name, parser, fetcher) : file(name, parser), out);
    }
    good &= manifest == null || listed(manifest, out, parser);
    return good ? 0 : 1;
  }

  private static boolean listed(Path manifest, PrintStream out, FeedParser parser) {
    boolean good = true;
    for (String line : lines(manifest)) {
      good &= line.isBlank() || print(listed(line, manifest, parser), out);
    }
    return good;
  }

  private static boolean print(ObjectNode line, PrintStream out) {
    out.println(line);
    return line.path("ok").asBoolean();
  }

  private static List<String> lines(Path manifest) {
    try {
      return Files.readAllLines(manifest, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + manifest + ": " + e.getMessage(), e);
    }
  }

  private static ObjectNode file(String name, FeedParser parser) {
    Path path = Path.of(name);
    return read(name, path, null, path.toUri(), parser);
  }

  private static ObjectNode fetched(String url, FeedParser parser, FeedFetcher fetcher) {
    try {
      Fetched fetched = fetcher.fetch(URI.create(url), Validators.NONE);
      if (fetched instanceof Fetched.Body body) {
        return line(url, parser.parse(body.bytes(), body.contentType(), body.finalUrl()));
      }
      return fetched instanceof Fetched.Failed failed
          ? failed(url, failed.reason().words() + ": " + failed.detail())
          : failed(url, "nothing came");
    } catch (IllegalArgumentException e) {
      return failed(url, "not an address: " + e.getMessage());
    }
  }

  private static ObjectNode listed(String line, Path manifest, FeedParser parser) {
    try {
      JsonNode row = JSON.readTree(line);
      String name = row.path("file").asText();
      Path path = manifest.resolveSibling(name);
      URI base = uri(row.path("base").asText());
      String location = header(row, "content-location");
      URI from = location == null ? base : base.resolve(uri(location));
      return read(name, path, header(row, "content-type"), from, parser);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return failed(line, "not a line of a manifest: " + e.getMessage());
    }
  }

  private static URI uri(String address) {
    return URI.create(address.strip().replace(" ", "%20"));
  }

  private static @Nullable String header(JsonNode row, String name) {
    for (Map.Entry<String, JsonNode> header : row.path("headers").properties()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue().asText();
      }
    }
    return null;
  }

  private static ObjectNode read(
      String name, Path path, @Nullable String contentType, URI base, FeedParser parser) {
    try {
      return line(name, parser.parse(Files.readAllBytes(path), contentType, base));
    } catch (IOException e) {
      return failed(name, "cannot read the file: " + e);
    }
  }

  private static ObjectNode failed(String file, String error) {
    return JSON.createObjectNode().put("file", file).put("ok", false).put("error", error);
  }

  private static ObjectNode line(String file, Parsed parsed) {
    if (parsed instanceof Parsed.Failed failed) {
      return failed(file, failed.reason());
    }
    ParsedFeed feed = ((Parsed.Ok) parsed).feed();
    ObjectNode line = JSON.createObjectNode().put("file", file).put("ok", true);
    line.put("charset", feed.charset()).put("title", feed.title());
    var items = line.putArray("items");
    feed.items().forEach(item -> items.add(item(item)));
    return line;
  }

  private static ObjectNode item(Item item) {
    return JSON.createObjectNode()
        .put("guid", item.guid())
        .put("link", item.link())
        .put("title", item.title())
        .put("summary", item.summary())
        .put("published", text(item.publishedAt()))
        .put("updated", text(item.updatedAt()));
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
