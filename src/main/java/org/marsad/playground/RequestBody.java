package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The arguments of an HTTP request: in its query, in JSON, as a form, or in parts with files. */
final class RequestBody {
  private RequestBody() {}

  /**
   * Reads them.
   *
   * @throws Refused if a text is not UTF-8 or the JSON cannot be read
   */
  static Arguments read(Context context) {
    Map<String, String> values = new HashMap<>(form(queryOf(context)));
    Map<String, Upload> files = new HashMap<>();
    String type =
        context.contentType() == null ? "" : context.contentType().toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      values.putAll(json(utf8(context.bodyAsBytes())));
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      values.putAll(form(utf8(context.bodyAsBytes())));
    } else if (type.startsWith("multipart/form-data")) {
      context.formParamMap().forEach((name, all) -> values.put(name, String.join("", all)));
      context
          .uploadedFileMap()
          .forEach((name, all) -> all.forEach(file -> files.put(name, upload(file))));
    }
    return new Arguments(values, files);
  }

  private static Upload upload(UploadedFile file) {
    try (InputStream in = file.content()) {
      return new Upload(file.filename(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("a file that came along cannot be read", e);
    }
  }

  private static String queryOf(Context context) {
    String query = context.queryString();
    return query == null ? "" : query;
  }

  private static Map<String, String> json(String body) {
    if (body.isBlank()) {
      return Map.of();
    }
    JsonNode root =
        Arguments.parse(body)
            .filter(JsonNode::isObject)
            .orElseThrow(() -> Refused.badRequest("can't parse the request's JSON object"));
    Map<String, String> values = new HashMap<>();
    root.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (!value.isNull()) {
                values.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
              }
            });
    return values;
  }

  private static Map<String, String> form(String encoded) {
    Map<String, String> values = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decode(String encoded) {
    byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length; i++) {
      int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
      if (raw[i] == '%' && high >= 0 && low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return utf8(decoded.toByteArray());
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refused.badRequest("strings must be encoded in UTF-8");
    }
  }
}
