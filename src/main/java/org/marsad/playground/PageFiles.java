package org.marsad.playground;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The files of the chat page. They ask for nothing from elsewhere, and the headers say so. */
final class PageFiles {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "page.css", "text/css; charset=utf-8",
          "main.js", "text/javascript; charset=utf-8",
          "chat.js", "text/javascript; charset=utf-8",
          "text.js", "text/javascript; charset=utf-8",
          "compose.js", "text/javascript; charset=utf-8",
          "newsroom.js", "text/javascript; charset=utf-8",
          "item.js", "text/javascript; charset=utf-8");

  private PageFiles() {}

  static void routes(JavalinConfig config) {
    config.routes.get("/playground", context -> page(context, "index.html"));
    config.routes.get("/playground/news/{number}", context -> page(context, "item.html"));
    config.routes.get("/playground/files/{name}", PageFiles::file);
  }

  private static void page(Context context, String name) {
    serve(context, name, "text/html; charset=utf-8");
  }

  private static void file(Context context) {
    String name = context.pathParam("name");
    String type = TYPES.get(name);
    if (type == null) {
      context.status(404).result("There is no file " + name);
      return;
    }
    serve(context, name, type);
  }

  private static void serve(Context context, String name, String type) {
    context
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-cache")
        .contentType(type)
        .result(read(name));
  }

  private static byte[] read(String name) {
    try (InputStream file =
        Objects.requireNonNull(PageFiles.class.getResourceAsStream("/playground/" + name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
