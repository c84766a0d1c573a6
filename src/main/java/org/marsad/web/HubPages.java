package org.marsad.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.Subscription;
import org.marsad.feed.Subscriptions;
import org.marsad.poll.FeedPoll;
import org.marsad.poll.Subscribing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the hubs of feeds call us (WebSub, W3C Recommendation of 2018): to verify what we asked for
 * (5.3), to deny it (5.2), and to tell what is new (7). Thread-safe.
 *
 * <p>What is told is stored, with its alerts, before the hub gets its answer; one that gets none
 * sends again. What is not signed with our secret is acknowledged and dropped (8).
 */
public final class HubPages {
  private static final Logger LOG = LoggerFactory.getLogger(HubPages.class);

  private final Subscriptions subscriptions;
  private final Clock clock;
  private final int maxBodyBytes;
  private volatile @Nullable FeedPoll poll;

  /**
   * @param maxBodyBytes of what a hub sends
   */
  public HubPages(Subscriptions subscriptions, Clock clock, int maxBodyBytes) {
    this.subscriptions = subscriptions;
    this.clock = clock;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** From now on takes what hubs tell; until then they are asked to come later. */
  public void open(FeedPoll poll) {
    this.poll = poll;
  }

  /** Adds the pages to a server. */
  public void pages(JavalinConfig config) {
    config.routes.get(Subscribing.PATH + "{path}", this::verify);
    config.routes.post(Subscribing.PATH + "{path}", this::told);
  }

  private void verify(Context context) {
    Optional<Subscription> known = subscriptions.find(context.pathParam("path"));
    String mode = String.valueOf(context.queryParam("hub.mode"));
    String challenge = context.queryParam("hub.challenge");
    if (known.isEmpty() || !isOurs(known.get(), context.queryParam("hub.topic"))) {
      context.status(404).result("no such subscription");
    } else if (mode.equals("denied")) {
      String why = String.valueOf(context.queryParam("hub.reason"));
      LOG.warn("The hub of source {} denies: {}", known.get().feedId(), why);
      subscriptions.denied(known.get(), why, clock.instant());
      context.result("");
    } else if (mode.equals("subscribe") && challenge != null && isAsked(known.get())) {
      subscriptions.confirmed(
          known.get(), lease(context.queryParam("hub.lease_seconds")), clock.instant());
      context.contentType("text/plain").result(challenge);
    } else {
      context.status(404).result("not asked for");
    }
  }

  private static boolean isOurs(Subscription subscription, @Nullable String topic) {
    return subscription.hub().topic().toString().equals(topic);
  }

  private static boolean isAsked(Subscription subscription) {
    return subscription.state() != Subscription.State.WANTED;
  }

  private static @Nullable Duration lease(@Nullable String seconds) {
    boolean isNumber = seconds != null && seconds.matches("[0-9]{1,9}");
    return isNumber ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
  }

  private void told(Context context) throws IOException {
    FeedPoll open = poll;
    Optional<Subscription> known = subscriptions.find(context.pathParam("path"));
    if (open == null || known.isEmpty()) {
      context.status(open == null ? 503 : 410).result(open == null ? "later" : "not subscribed");
      return;
    }
    byte[] body = read(context);
    if (body.length > maxBodyBytes) {
      context.status(413).result("more than " + maxBodyBytes + " bytes");
    } else if (known.get().isSigned(context.header("X-Hub-Signature"), body)) {
      boolean isRead = open.pushed(known.get().feedId(), body, context.contentType()).isPresent();
      context.status(isRead ? 200 : 202);
    } else {
      LOG.warn("What came for source {} is not signed by its hub", known.get().feedId());
      context.status(202);
    }
  }

  private byte[] read(Context context) throws IOException {
    try (InputStream in = context.bodyInputStream()) {
      return in.readNBytes(maxBodyBytes + 1);
    }
  }
}
