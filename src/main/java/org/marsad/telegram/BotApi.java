package org.marsad.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The way to one Bot API server as one bot. Holds the token and shows it nowhere. Thread-safe.
 *
 * <p>A request is written to the wire at most once: a reused connection that drops after the POST
 * is not tried again ({@code retryOnConnectionFailure}), and the header that makes OkHttp repeat a
 * 503 at once is taken off, since either would send a message twice.
 */
public final class BotApi implements AutoCloseable {
  private static final int MAX_REQUESTS = 256;

  private final URI server;
  private final String token;
  private final OkHttpClient http;
  private final TelegramClient client;

  /**
   * Prepares the way; nothing is sent yet.
   *
   * @param server http or https base of the server, with or without a path before {@code /bot…}
   * @param token the bot's token
   */
  public BotApi(URI server, String token) {
    this(server, token, Duration.ofSeconds(30));
  }

  /**
   * The same with another patience.
   *
   * @param silence how long the server may say nothing before the answer counts as lost; longer
   *     than it holds a poll open
   */
  BotApi(URI server, String token, Duration silence) {
    this.server = server;
    this.token = token;
    Dispatcher dispatcher = new Dispatcher(new CallersThread());
    dispatcher.setMaxRequests(MAX_REQUESTS);
    dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
    this.http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(MAX_REQUESTS, 1, TimeUnit.MINUTES))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(silence)
            .callTimeout(Duration.ofSeconds(45))
            .addInterceptor(this::underBasePath)
            .addNetworkInterceptor(BotApi::withoutImmediateRepeat)
            .build();
    this.client = new OkHttpTelegramClient(http, token, libraryUrl(server));
  }

  private static TelegramUrl libraryUrl(URI server) {
    int port = server.getPort();
    if (port < 0) {
      port = "http".equals(server.getScheme()) ? 80 : 443;
    }
    return TelegramUrl.builder()
        .schema(server.getScheme())
        .host(server.getHost())
        .port(port)
        .build();
  }

  /** The library knows no base path: put it before its own. */
  private Response underBasePath(Interceptor.Chain chain) throws java.io.IOException {
    String base = basePath();
    if (base.isEmpty()) {
      return chain.proceed(chain.request());
    }
    HttpUrl url = chain.request().url();
    HttpUrl full = url.newBuilder().encodedPath(base + url.encodedPath()).build();
    return chain.proceed(chain.request().newBuilder().url(full).build());
  }

  private String basePath() {
    String path = server.getRawPath() == null ? "" : server.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Response withoutImmediateRepeat(Interceptor.Chain chain)
      throws java.io.IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == 503
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  /** The library's client, for sending. */
  TelegramClient client() {
    return client;
  }

  /**
   * The address of a method without the base path, which {@link #http} adds. Never to be logged: it
   * holds the token.
   */
  HttpUrl method(String name) {
    return new HttpUrl.Builder()
        .scheme(server.getScheme())
        .host(server.getHost())
        .port(libraryUrl(server).getPort())
        .addPathSegment("bot" + token)
        .addPathSegment(name)
        .build();
  }

  /**
   * The address of a file that getFile told the path of, without the base path. Never to be logged:
   * it holds the token.
   */
  HttpUrl file(String path) {
    return method("")
        .newBuilder()
        .setPathSegment(0, "file")
        .setPathSegment(1, "bot" + token)
        .addPathSegments(path)
        .build();
  }

  /** The HTTP client, for what the library does not do well. */
  OkHttpClient http() {
    return http;
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Override
  public String toString() {
    return "BotApi " + server;
  }
}
