package org.marsad.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The table {@code conversations}: what the next line of one person in one chat answers, or the
 * text a button refers to since it is too long to be in it. One row a person and chat: the newest
 * counts. Thread-safe.
 */
public final class Conversations {
  /** A question older than this is forgotten: what is typed then means something else. */
  static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final String TEXT = "text";

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
    put(chatId, userId, question.name(), detail, now);
  }

  /** What was answered to the questions before; empty where nothing was. */
  String detail(long chatId, long userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT detail FROM conversations WHERE chat_id = ? AND user_id = ? AND expects <> ?")
                .bind(0, chatId)
                .bind(1, userId)
                .bind(2, TEXT)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }

  /** Keeps a text that a button refers to, at most 1000 characters. */
  void keep(long chatId, long userId, String text, Instant now) {
    put(chatId, userId, TEXT, text, now);
  }

  private void put(long chatId, long userId, String expects, String detail, Instant now) {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "DELETE FROM conversations WHERE chat_id = ? AND user_id = ?", chatId, userId);
          handle.execute(
              "INSERT INTO conversations (chat_id, user_id, expects, detail, since) VALUES (?, ?, ?, ?, ?)",
              chatId,
              userId,
              expects,
              detail,
              now);
        });
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

  /** The texts kept for buttons of this chat. */
  List<String> kept(long chatId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT detail FROM conversations WHERE chat_id = ? AND expects = ?")
                .bind(0, chatId)
                .bind(1, TEXT)
                .mapTo(String.class)
                .list());
  }

  /** Nothing is expected of this person any more. */
  void end(long chatId, long userId) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "DELETE FROM conversations WHERE chat_id = ? AND user_id = ? AND expects <> ?",
                chatId,
                userId,
                TEXT));
  }
}
