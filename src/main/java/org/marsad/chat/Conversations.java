package org.marsad.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables {@code conversations}, what the next line of one person in one chat answers, one row a
 * person and chat, and {@code kept_texts}, the texts that buttons refer to since they are too long
 * to be in them. Thread-safe.
 */
public final class Conversations {
  /** A question older than this is forgotten: what is typed then means something else. */
  static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Texts kept of each chat, the newest: buttons of before say that they are old. */
  static final int MAX_KEPT = 100;

  private final Jdbi jdbi;

  /** Works on this database. */
  public Conversations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The next line of this person is the answer to a question. */
  void ask(long chatId, long userId, Question question, Instant now) {
    ask(chatId, userId, question, "", now);
  }

  /** The same, with what was answered to the questions before; at most 2000 characters. */
  void ask(long chatId, long userId, Question question, String detail, Instant now) {
    jdbi.useTransaction(
        handle -> {
          end(handle, chatId, userId);
          handle.execute(
              "INSERT INTO conversations (chat_id, user_id, expects, detail, since) VALUES (?, ?, ?, ?, ?)",
              chatId,
              userId,
              question.name(),
              detail,
              now);
        });
  }

  /** What was answered to the questions before; empty where nothing was. */
  String detail(long chatId, long userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT detail FROM conversations WHERE chat_id = ? AND user_id = ?")
                .bind(0, chatId)
                .bind(1, userId)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }

  /** The question that is open for this person. */
  Optional<Question> open(long chatId, long userId, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT expects FROM conversations WHERE chat_id = ? AND user_id = ? AND since > ?")
                    .bind(0, chatId)
                    .bind(1, userId)
                    .bind(2, now.minus(PATIENCE))
                    .mapTo(String.class)
                    .findOne())
        .flatMap(Question::named);
  }

  /** Nothing is expected of this person any more. */
  void end(long chatId, long userId) {
    jdbi.useHandle(handle -> end(handle, chatId, userId));
  }

  private static void end(Handle handle, long chatId, long userId) {
    handle.execute("DELETE FROM conversations WHERE chat_id = ? AND user_id = ?", chatId, userId);
  }

  /** Keeps a text that buttons refer to by its hash, at most 2000 characters. */
  void keep(long chatId, String hash, String text, Instant now) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("DELETE FROM kept_texts WHERE chat_id = ? AND hash = ?", chatId, hash);
          handle.execute(
              "INSERT INTO kept_texts (chat_id, hash, detail, since) VALUES (?, ?, ?, ?)",
              chatId,
              hash,
              text,
              now);
          handle.execute(
              """
              DELETE FROM kept_texts WHERE chat_id = ? AND hash NOT IN
                (SELECT hash FROM kept_texts WHERE chat_id = ? ORDER BY since DESC, hash LIMIT ?)""",
              chatId,
              chatId,
              MAX_KEPT);
        });
  }

  /** The text kept for buttons of this chat under a hash; empty if it is kept no more. */
  Optional<String> kept(long chatId, String hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT detail FROM kept_texts WHERE chat_id = ? AND hash = ?")
                .bind(0, chatId)
                .bind(1, hash)
                .mapTo(String.class)
                .findOne());
  }
}
