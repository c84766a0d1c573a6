package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.marsad.alert.Attachment;
import org.marsad.alert.Button;
import org.marsad.alert.Chat;
import org.marsad.alert.Chats;
import org.marsad.alert.Digests;
import org.marsad.alert.Habits;
import org.marsad.alert.Message;
import org.marsad.alert.Mutes;
import org.marsad.alert.Outbox;
import org.marsad.alert.Past;
import org.marsad.alert.Spikes;
import org.marsad.app.Database;
import org.marsad.app.TestDatabase;
import org.marsad.archive.Archive;
import org.marsad.entity.Catalogue;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feed;
import org.marsad.feed.FeedFetcher;
import org.marsad.feed.FeedFinder;
import org.marsad.feed.FeedParser;
import org.marsad.feed.Feeds;
import org.marsad.feed.FetchLimits;
import org.marsad.feed.FollowedFeeds;
import org.marsad.feed.HostLimits;
import org.marsad.feed.Item;
import org.marsad.feed.Items;
import org.marsad.feed.ParsedFeed;
import org.marsad.story.Stories;
import org.marsad.text.Language;
import org.marsad.text.Running;
import org.marsad.text.TelegramHtml;
import org.marsad.watch.Hit;
import org.marsad.watch.Watch;
import org.marsad.watch.WatchMatcher;
import org.marsad.watch.Watches;

/** A conversation on a real database with a catalogue, two sources and people in chats. */
final class Town implements AutoCloseable {
  private static final Path ENTITIES = Path.of("config/entities.yaml");

  /** The message an errand shows itself in. */
  static final int ERRAND = 12;

  /** Sources a chat may add. */
  static final int QUOTA = 3;

  static final Conversation.Entry OPEN = new Conversation.Entry(Set.of(), false, "");

  final Database database;
  final Chats chats;
  final Watches watches;
  final Feeds feeds;
  final Items items;
  final Conversations conversations;
  final Past past;
  final Feedback feedback;
  final Manners manners;
  final Catalogue catalogue;
  final WatchMatcher matcher;
  final Stories stories;
  final Archive archive;
  final Conversation conversation;
  final FollowedFeeds followed;
  final Desk desk;

  /** Documents the bot sent, and those people sent it, by their ids. */
  final List<Attachment> sent = new ArrayList<>();

  final Map<String, byte[]> uploads = new HashMap<>();
  final List<Long> polled = new ArrayList<>();
  private final FeedFetcher fetcher =
      new FeedFetcher(
          FetchLimits.standard("Marsad test")
              .withPrivateAddresses(true)
              .withPerHost(HostLimits.NONE));
  private Instant now = Instant.parse("2026-03-03T12:00:00Z");
  private int published;

  Town() {
    this(OPEN);
  }

  Town(Conversation.Entry entry) {
    this(TestDatabase.open(), ENTITIES, entry);
  }

  Town(Path entities) {
    this(TestDatabase.open(), entities, OPEN);
  }

  Town(Database database) {
    this(database, ENTITIES, OPEN);
  }

  private Town(Database database, Path entities, Conversation.Entry entry) {
    this.database = database;
    chats = new Chats(database.jdbi());
    watches = new Watches(database.jdbi());
    feeds = new Feeds(database.jdbi());
    items = new Items(database.jdbi());
    conversations = new Conversations(database.jdbi());
    past = new Past(database.jdbi());
    feedback = new Feedback(database.jdbi());
    manners =
        new Manners(
            new Habits(database.jdbi()),
            new Mutes(database.jdbi()),
            new Digests(database.jdbi(), new Outbox(database.jdbi())),
            new Spikes(database.jdbi(), new Chats(database.jdbi()), new Outbox(database.jdbi())));
    catalogue = Catalogue.read(entities);
    matcher = new WatchMatcher(catalogue);
    stories = new Stories(matcher::catalogue);
    feeds.follow(
        List.of(
            new CatalogueFeed(URI.create("https://one.example/feed"), "المرصد", "ar", "ly"),
            new CatalogueFeed(URI.create("https://two.example/feed"), "Sudan Wire", "en", "sd")));
    Clock clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    archive = new Archive(items, matcher, clock, null);
    archive.follow();
    followed = new FollowedFeeds(database.jdbi());
    Sourcing sourcing =
        new Sourcing(
            new FeedFinder(fetcher, new FeedParser(clock), clock), followed, QUOTA, polled::add);
    desk =
        new Desk(
            chats,
            watches,
            feeds,
            archive,
            conversations,
            past,
            feedback,
            manners,
            matcher,
            sourcing,
            clock);
    conversation = new Conversation(desk, entry);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Feed feed(String title) {
    return feeds.all().stream()
        .filter(feed -> feed.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** Stores an item as if it had been read now. */
  Item publish(String outlet, String title, String summary) {
    published++;
    String site = outlet.equals("المرصد") ? "one" : "two";
    String link = "https://" + site + ".example/" + published;
    Item item = new Item(0, 0, "g" + published, link, title, summary, null, now, null, now);
    ParsedFeed document = new ParsedFeed("", "UTF-8", null, null, null, List.of(item));
    Item stored =
        database
            .jdbi()
            .inTransaction(handle -> items.addNew(handle, feeds, feed(outlet), document, now))
            .fresh()
            .get(0);
    archive.follow();
    return stored;
  }

  void hit(Watch watch, Item item) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO hits (watch_id, item_id, seen_at) VALUES (?, ?, ?)",
                    watch.id(),
                    item.id(),
                    now));
  }

  /** Matches an item as a poll does, and stores hits and alerts. The alert's id. */
  long matched(Item item, String outlet) {
    List<Hit> hits = matcher.match(item, feed(outlet)).hits();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              watches.addHits(handle, item.id(), hits, now);
              List<Stories.Related> related = stories.place(handle, item, feed(outlet), now);
              new Outbox(database.jdbi()).add(handle, item, hits, related, now);
              return handle
                  .createQuery("SELECT min(id) FROM outbox WHERE item_id = ?")
                  .bind(0, item.id())
                  .mapTo(Long.class)
                  .one();
            });
  }

  /** The same, and the alert stands in the chat as a message. */
  long alert(Item item, String outlet, int messageId) {
    long id = matched(item, outlet);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE outbox SET state = 'sent', message_id = ?, settled_at = ? WHERE id = ?",
                    messageId,
                    now,
                    id));
    return id;
  }

  Somebody somebody() {
    return new Somebody(this, new Chat.Address(7, 0), Chat.Kind.PRIVATE, 7, true, Language.AR);
  }

  Somebody inGroup(long userId, boolean admin) {
    return new Somebody(
        this, new Chat.Address(-70, 0), Chat.Kind.GROUP, userId, admin, Language.AR);
  }

  Somebody inChannel() {
    return new Somebody(this, new Chat.Address(-900, 0), Chat.Kind.CHANNEL, 0, true, Language.AR);
  }

  List<Reply> answer(Incoming incoming) {
    List<Reply> shown = new ArrayList<>();
    for (Reply reply : conversation.answer(incoming)) {
      shown.add(reply);
      if (reply.errand() != null) {
        reply.errand().run(new Screen(shown, sent, uploads));
      }
    }
    shown.forEach(Town::check);
    return shown;
  }

  /** What an errand shows, in a chat without a server. */
  private record Screen(List<Reply> shown, List<Attachment> sent, Map<String, byte[]> uploads)
      implements Errand.Screen {
    @Override
    public void show(Message message) {
      shown.add(new Reply(message, ERRAND, ""));
    }

    @Override
    public void send(Attachment attachment) {
      sent.add(attachment);
      shown.add(new Reply(attachment.caption(), null, ""));
    }

    @Override
    public Optional<byte[]> fetch(String fileId, int maxBytes) {
      return Optional.ofNullable(uploads.get(fileId)).filter(bytes -> bytes.length <= maxBytes);
    }
  }

  /** What every reply must be for the server to take it and for clients to show it well. */
  private static void check(Reply reply) {
    assertThat(reply.toast().length()).isLessThanOrEqualTo(200);
    Message message = reply.message();
    if (message == null) {
      return;
    }
    String shown = TelegramHtml.read(message.html());
    assertThat(shown).isNotBlank().isEqualTo(message.plain());
    assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(4096);
    assertThat(shown).doesNotContain("{", "}");
    assertThat(Running.balanced(shown)).isTrue();
    if (shown.codePoints().filter(c -> c >= 0x0621 && c <= 0x064A).count() > shown.length() / 3) {
      assertThat(Running.hasBareLatinOrDigit(shown)).as(shown).isFalse();
      assertThat(shown.lines().filter(line -> !line.isBlank())).allMatch(Running::rightToLeft);
    }
    assertThat(message.buttons()).allSatisfy(row -> assertThat(row).hasSizeBetween(1, 8));
    assertThat(message.buttons().stream().flatMap(List::stream).toList())
        .hasSizeLessThanOrEqualTo(100)
        .allSatisfy(
            button -> {
              assertThat(button.label()).isNotBlank();
              assertThat(button.value().getBytes(StandardCharsets.UTF_8))
                  .as(button.value())
                  .hasSizeBetween(1, 64);
            });
  }

  static Stream<Button> buttons(List<Reply> replies) {
    return replies.stream()
        .filter(reply -> reply.message() != null)
        .flatMap(reply -> reply.message().buttons().stream())
        .flatMap(List::stream);
  }

  @Override
  public void close() {
    fetcher.close();
    archive.close();
    database.close();
  }
}
