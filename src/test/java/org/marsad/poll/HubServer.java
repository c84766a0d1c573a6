package org.marsad.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A WebSub hub on loopback: takes requests, asks back, and tells what a test gives it. */
public final class HubServer implements AutoCloseable {
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  /** What subscribers asked for, as forms. */
  public final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();

  /** What subscribers answered when asked back. */
  public final List<HttpResponse<String>> verified = new CopyOnWriteArrayList<>();

  /** With what requests are answered; below 300 the subscriber is asked back before that. */
  public volatile int status = 202;

  public HubServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/hub", this::asked);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hub");
  }

  private void asked(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> request = new HashMap<>();
    for (String field : form.split("&")) {
      String[] parts = field.split("=", 2);
      request.put(decoded(parts[0]), decoded(parts[1]));
    }
    requests.add(request);
    if (status < 300) {
      verified.add(verify(request.get("hub.callback"), request.get("hub.topic"), "subscribe"));
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** Asks a subscriber back. */
  public HttpResponse<String> verify(String callback, String topic, String mode) {
    return send(
        HttpRequest.newBuilder(
            URI.create(
                callback
                    + "?hub.mode="
                    + mode
                    + "&hub.topic="
                    + URLEncoder.encode(topic, StandardCharsets.UTF_8)
                    + "&hub.challenge=why-7&hub.lease_seconds=86400")));
  }

  /** Tells the last subscriber something, signed with this secret. */
  public HttpResponse<String> tell(String document, String secret) {
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(URI.create(last().get("hub.callback")))
            .header("Content-Type", "application/rss+xml; charset=utf-8")
            .header("X-Hub-Signature", "sha256=" + signature(body, secret))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** What was asked for last. */
  public Map<String, String> last() {
    return requests.get(requests.size() - 1);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("the subscriber does not answer", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String signature(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
