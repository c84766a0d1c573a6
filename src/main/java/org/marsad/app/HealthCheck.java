package org.marsad.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What the container asks of its own readiness address: exit 0 when ready, 1 when not. The image
 * has no curl.
 */
public final class HealthCheck {
  private HealthCheck() {}

  /** Asks once, within four seconds. */
  public static void main(String[] arguments) throws InterruptedException {
    String port = System.getenv().getOrDefault("MARSAD_HTTP_PORT", "8080");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(4))
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      System.out.print(response.body());
      System.exit(response.statusCode() == 200 ? 0 : 1);
    } catch (IOException e) {
      System.err.println("not ready: " + e);
      System.exit(1);
    }
  }
}
