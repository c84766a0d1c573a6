package org.marsad.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * Webhooks, as far as they keep a bot from polling: one can be set and deleted, nothing is ever
 * delivered to it. Called under the world's lock.
 */
final class Webhooks {
  private final UpdateQueue updates;

  Webhooks(UpdateQueue updates) {
    this.updates = updates;
  }

  JsonNode set(Arguments arguments) {
    String url = arguments.text("url");
    if (url.isEmpty()) {
      return delete(arguments);
    }
    boolean https = url.toLowerCase(Locale.ROOT).startsWith("https://");
    boolean bare = !url.contains("://");
    if ((!https && !bare) || !(WebLink.check(url) instanceof WebLink.Accepted)) {
      throw Refused.badRequest("invalid webhook URL specified");
    }
    String secret = arguments.text("secret_token");
    if (secret.length() > 256) {
      throw Refused.badRequest("secret token is too long");
    }
    if (!secret.matches("[A-Za-z0-9_-]*")) {
      throw Refused.badRequest("secret token contains unallowed characters");
    }
    dropIfAsked(arguments);
    updates.allow(arguments);
    updates.setWebhook(url);
    return Shapes.object().booleanNode(true);
  }

  JsonNode delete(Arguments arguments) {
    dropIfAsked(arguments);
    updates.setWebhook("");
    return Shapes.object().booleanNode(true);
  }

  private void dropIfAsked(Arguments arguments) {
    if (arguments.flag("drop_pending_updates")) {
      updates.clear();
    }
  }

  JsonNode info(Arguments arguments) {
    return Shapes.object()
        .put("url", updates.webhook())
        .put("has_custom_certificate", false)
        .put("pending_update_count", updates.size());
  }

  /** The methods by lower-case name. */
  Map<String, Method> methods() {
    return Map.of(
        "setwebhook", this::set,
        "deletewebhook", this::delete,
        "getwebhookinfo", this::info,
        "getupdates", updates::poll);
  }
}
