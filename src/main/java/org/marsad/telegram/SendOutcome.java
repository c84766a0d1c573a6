package org.marsad.telegram;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.marsad.alert.SendResult;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * What a failure of the library's client means for the message. The client gives an unreadable
 * answer the code 0 and wraps a lost connection in a plain exception, so both are read here with
 * care.
 */
final class SendOutcome {
  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

  private SendOutcome() {}

  static SendResult of(TelegramApiException failure) {
    TelegramApiRequestException answer = find(failure, TelegramApiRequestException.class);
    Integer code = answer == null ? null : answer.getErrorCode();
    if (answer == null || code == null || code == 0) {
      return lost(failure);
    }
    String said = String.valueOf(answer.getApiResponse());
    ResponseParameters parameters = answer.getParameters();
    if (parameters != null && parameters.getMigrateToChatId() != null) {
      return new SendResult.Moved(parameters.getMigrateToChatId());
    }
    return byCode(code, said, parameters);
  }

  private static SendResult byCode(int code, String said, @Nullable ResponseParameters parameters) {
    if (code == 429) {
      Integer seconds = parameters == null ? null : parameters.getRetryAfter();
      return new SendResult.RetryAfter(
          seconds == null ? DEFAULT_WAIT : Duration.ofSeconds(seconds));
    }
    if (code == 403 || (code == 400 && chatIsGone(said))) {
      return new SendResult.Blocked(said);
    }
    if (code >= 500) {
      return new SendResult.Unknown("the server failed: " + code + " " + said, false);
    }
    if (code == 401 || code == 404) {
      return new SendResult.Unknown("the server does not accept the bot's token: " + code, false);
    }
    return new SendResult.Rejected(said);
  }

  private static boolean chatIsGone(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    return lower.contains("chat not found")
        || lower.contains("message thread not found")
        || lower.contains("not enough rights to send")
        || lower.contains("need administrator rights");
  }

  /**
   * No answer, or none that can be read. Only where no connection was made is it sure that nothing
   * arrived.
   */
  private static SendResult lost(TelegramApiException failure) {
    boolean neverConnected =
        find(failure, ConnectException.class) != null
            || find(failure, UnknownHostException.class) != null
            || find(failure, NoRouteToHostException.class) != null
            || find(failure, SSLHandshakeException.class) != null;
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new SendResult.Unknown(
        "no readable answer: " + root.getClass().getSimpleName(), !neverConnected);
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return kind.cast(cause);
      }
    }
    return null;
  }
}
