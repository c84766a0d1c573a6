package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls a Bot API server over HTTP, in each of the ways it can be called. */
final class ApiCaller {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String token;

  ApiCaller(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  HttpResponse<String> json(String method, Map<String, ?> arguments) throws Exception {
    return send(post(method, "application/json", JSON.writeValueAsBytes(arguments)));
  }

  HttpResponse<String> form(String method, Map<String, String> arguments) throws Exception {
    return send(
        post(
            method,
            "application/x-www-form-urlencoded",
            encoded(arguments).getBytes(StandardCharsets.US_ASCII)));
  }

  HttpResponse<String> multipart(String method, Map<String, String> arguments) throws Exception {
    String parts =
        arguments.entrySet().stream()
            .map(
                part ->
                    "--XX\r\nContent-Disposition: form-data; name=\""
                        + part.getKey()
                        + "\"\r\n\r\n"
                        + part.getValue()
                        + "\r\n")
            .collect(Collectors.joining());
    return send(
        post(
            method,
            "multipart/form-data; boundary=XX",
            (parts + "--XX--\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  HttpResponse<String> raw(String method, String type, byte[] body) throws Exception {
    return send(post(method, type, body));
  }

  HttpResponse<String> get(String method, Map<String, String> arguments) throws Exception {
    return send(HttpRequest.newBuilder(address(method + "?" + encoded(arguments))).GET());
  }

  JsonNode result(String method, Map<String, ?> arguments) throws Exception {
    HttpResponse<String> response = json(method, arguments);
    JsonNode body = JSON.readTree(response.body());
    if (!body.path("ok").asBoolean()) {
      throw new AssertionError(response.body());
    }
    return body.path("result");
  }

  private HttpRequest.Builder post(String method, String type, byte[] body) {
    return HttpRequest.newBuilder(address(method))
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private URI address(String method) {
    return URI.create(base + "/bot" + token + "/" + method);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String encoded(Map<String, String> arguments) {
    return arguments.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
