package org.marsad.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.brotli.BrotliInterceptor;
import org.jspecify.annotations.Nullable;
import org.marsad.feed.Fetched.Body;
import org.marsad.feed.Fetched.Failed;
import org.marsad.feed.Fetched.NotModified;
import org.marsad.feed.Hop.Step;

/**
 * Fetches feeds politely and safely: conditional requests, one timeout over the whole call, a limit
 * on the decompressed body, redirects checked hop by hop, no private addresses, no cookies, no
 * proxies. Any number of threads may share one; it lives as long as the program.
 */
public final class FeedFetcher implements AutoCloseable {
  private final FetchLimits limits;
  private final HostTurns turns;
  private final PublicDns dns;
  private final OkHttpClient client;
  private final Clock clock = Clock.systemUTC();

  public FeedFetcher(FetchLimits limits) {
    this(limits, Dns.SYSTEM);
  }

  /** With a resolver of one's own, whose answers are checked just the same. */
  FeedFetcher(FetchLimits limits, Dns resolver) {
    this(limits, new PublicDns(resolver, Addresses::isPublic));
  }

  /** With addresses of one's own that count as public. */
  FeedFetcher(FetchLimits limits, PublicDns dns) {
    this.limits = limits;
    this.turns = new HostTurns(limits.perHost());
    this.dns = dns;
    this.client =
        new OkHttpClient.Builder()
            .dns(limits.allowPrivateAddresses() ? dns.resolver() : dns)
            .proxy(java.net.Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(limits.callTimeout())
            .readTimeout(limits.callTimeout())
            .addInterceptor(BrotliInterceptor.INSTANCE)
            .build();
  }

  /**
   * Fetches one feed; blocks for at most the call timeout and two seconds for the turn at each
   * server that redirects lead to.
   *
   * @param validators what the last body came with; {@link Validators#NONE} fetches in full
   * @return failed with HOST_BUSY, and when to come again, where other feeds of its server are
   *     first
   */
  public Fetched fetch(URI url, Validators validators) {
    return inTurn(Hop.first(url), validators, limits.callTimeout());
  }

  /** Waits for its turn at the server that the hop leads to. */
  private Fetched inTurn(Hop hop, Validators validators, Duration left) {
    HostTurns.Turn turn = turns.ask(hop.url());
    if (!turn.isGranted()) {
      return new Failed(Reason.HOST_BUSY, "other feeds of it come first", turn.pause());
    }
    try {
      Thread.sleep(turn.pause().toMillis());
      return follow(hop, validators, clock.instant().plus(left));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed(Reason.HOST_BUSY, "interrupted while waiting", turn.pause());
    } finally {
      turns.done(hop.url());
    }
  }

  private Fetched follow(Hop hop, Validators validators, Instant deadline) {
    Step step = step(hop, validators, deadline);
    if (step.fetched() != null) {
      return step.fetched();
    }
    Hop next = Objects.requireNonNull(step.next());
    if (next.redirects() > limits.maxRedirects()) {
      return new Failed(Reason.REDIRECT_LOOP, "more than " + limits.maxRedirects() + " redirects");
    }
    return HostTurns.isOneServer(hop.url(), next.url())
        ? follow(next, validators, deadline)
        : inTurn(next, validators, Duration.between(clock.instant(), deadline));
  }

  /**
   * Posts a form, under the same rules as a fetch; no redirect is followed.
   *
   * @return why the server did not accept it; empty if it did (2xx)
   */
  public Optional<Failed> post(URI url, Map<String, String> form) {
    FormBody.Builder body = new FormBody.Builder(StandardCharsets.UTF_8);
    form.forEach(body::add);
    Instant deadline = clock.instant().plus(limits.callTimeout());
    Step answered =
        guarded(
            url,
            to -> {
              Request request =
                  new Request.Builder()
                      .url(to)
                      .header("User-Agent", limits.userAgent())
                      .post(body.build())
                      .build();
              try (Response response = call(request, deadline).execute()) {
                return new Step(response.isSuccessful() ? null : refused(response), null);
              }
            });
    return Optional.ofNullable((Failed) answered.fetched());
  }

  private Failed refused(Response response) {
    return failed(response, new ResponseHeaders(response.headers(), clock.instant()));
  }

  private Step step(Hop hop, Validators validators, Instant deadline) {
    return guarded(hop.url(), url -> ask(url, hop, validators, deadline));
  }

  /** What is done with an address that may be asked. */
  private interface Asking {
    Step ask(HttpUrl url) throws IOException;
  }

  /** Refuses addresses that are not to be asked; what goes wrong is an outcome. */
  private Step guarded(URI address, Asking asking) {
    HttpUrl url = FeedUrl.refusal(address).isEmpty() ? HttpUrl.get(address) : null;
    if (url == null) {
      String why = FeedUrl.refusal(address).orElse("not an address that can be fetched");
      return Step.done(new Failed(Reason.ADDRESS_NOT_ALLOWED, why));
    }
    try {
      if (!limits.allowPrivateAddresses()) {
        dns.check(url.host());
      }
      return asking.ask(url);
    } catch (PublicDns.NotAllowed e) {
      return Step.done(new Failed(Reason.ADDRESS_NOT_ALLOWED, url.host()));
    } catch (InterruptedIOException e) {
      return Step.done(
          new Failed(Reason.TIMEOUT, "after " + limits.callTimeout().toMillis() + " ms"));
    } catch (IOException e) {
      return Step.done(new Failed(Reason.UNREACHABLE, url.host() + ": " + e.getMessage()));
    }
  }

  private Step ask(HttpUrl url, Hop hop, Validators validators, Instant deadline)
      throws IOException {
    try (Response response = call(request(url, validators), deadline).execute()) {
      if (response.isRedirect()) {
        return hop.redirected(
            response.request().url(), response.code(), response.header("Location"));
      }
      return Step.done(answered(response, hop, validators));
    }
  }

  private Call call(Request request, Instant deadline) throws IOException {
    Duration left = Duration.between(clock.instant(), deadline);
    if (left.toMillis() < 1) {
      throw new InterruptedIOException("no time left");
    }
    Call call = client.newCall(request);
    call.timeout().timeout(left.toMillis(), TimeUnit.MILLISECONDS);
    return call;
  }

  private Request request(HttpUrl url, Validators validators) {
    Headers.Builder headers =
        new Headers.Builder()
            .addUnsafeNonAscii("User-Agent", limits.userAgent())
            .add(
                "Accept",
                "application/rss+xml, application/atom+xml, application/feed+json, "
                    + "application/rdf+xml;q=.9, application/xml;q=.8, text/xml;q=.8, */*;q=.5");
    if (validators.etag() != null) {
      headers.addUnsafeNonAscii("If-None-Match", validators.etag());
    }
    if (validators.lastModified() != null) {
      headers.addUnsafeNonAscii("If-Modified-Since", validators.lastModified());
    }
    return new Request.Builder().url(url).headers(headers.build()).build();
  }

  private Fetched answered(Response response, Hop hop, Validators before) throws IOException {
    ResponseHeaders headers = new ResponseHeaders(response.headers(), clock.instant());
    if (response.code() == 304) {
      return new NotModified(headers.validators(before, null), headers.maxAge(), hop.movedTo());
    }
    if (!response.isSuccessful()) {
      return hop.refused(failed(response, headers));
    }
    byte[] bytes = read(response);
    if (bytes == null) {
      return new Failed(Reason.TOO_LARGE, "more than " + limits.maxBodyBytes() + " bytes");
    }
    String hash = Sha256.hex(bytes);
    Validators validators = headers.validators(Validators.NONE, hash);
    return hash.equals(before.bodyHash())
        ? new NotModified(validators, headers.maxAge(), hop.movedTo())
        : new Body(
            bytes,
            response.header("Content-Type"),
            hop.url(),
            validators,
            headers.maxAge(),
            hop.movedTo(),
            Hub.of(response.headers("Link"), hop.url()));
  }

  private static Failed failed(Response response, ResponseHeaders headers) {
    Reason reason =
        switch (response.code()) {
          case 410 -> Reason.GONE;
          case 429 -> Reason.TOO_MANY_REQUESTS;
          case 503 -> Reason.UNAVAILABLE;
          default -> Reason.HTTP_STATUS;
        };
    return new Failed(reason, "HTTP " + response.code(), headers.retryAfter());
  }

  /** The decompressed body, or null if it is over the limit. */
  private byte @Nullable [] read(Response response) throws IOException {
    int limit = (int) Math.min(limits.maxBodyBytes(), Integer.MAX_VALUE - 16);
    try (InputStream in = Objects.requireNonNull(response.body()).byteStream()) {
      byte[] bytes = in.readNBytes(limit + 1);
      return bytes.length > limit ? null : bytes;
    }
  }

  /** Ends idle connections. */
  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
