package org.marsad.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Files that people send to the bot. Thread-safe; its address holds the token and is logged
 * nowhere.
 */
final class BotFiles {
  private static final Logger LOG = LoggerFactory.getLogger(BotFiles.class);

  private final BotApi api;

  BotFiles(BotApi api) {
    this.api = api;
  }

  /**
   * What is in a file; blocks for the network.
   *
   * @param maxBytes a larger one is not taken
   * @return empty if it cannot be had, with a line in the log
   */
  Optional<byte[]> fetch(String fileId, int maxBytes) {
    try {
      String path = api.client().execute(new GetFile(fileId)).getFilePath();
      return path == null ? Optional.empty() : download(path, maxBytes);
    } catch (TelegramApiException e) {
      LOG.warn("Telegram does not tell where a file is: {}", SendOutcome.of(e));
      return Optional.empty();
    }
  }

  private Optional<byte[]> download(String path, int maxBytes) {
    Request request = new Request.Builder().url(api.file(path)).build();
    try (Response response = api.http().newCall(request).execute()) {
      byte[] bytes = response.isSuccessful() ? read(response, maxBytes) : null;
      if (bytes == null) {
        LOG.warn("Telegram gives no file, or too large a one: HTTP {}", response.code());
      }
      return Optional.ofNullable(bytes);
    } catch (IOException e) {
      LOG.warn("A file cannot be had from Telegram: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static byte @Nullable [] read(Response response, int maxBytes) throws IOException {
    try (InputStream in = Objects.requireNonNull(response.body()).byteStream()) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      return bytes.length > maxBytes ? null : bytes;
    }
  }
}
