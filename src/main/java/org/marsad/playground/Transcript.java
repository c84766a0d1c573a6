package org.marsad.playground;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What stands in the chats now, and what presses were answered with. Thread-safe. */
public final class Transcript {
  private static final int MAX_TOASTS = 200;

  private final World world;
  private final Deque<ChatEvent.PressAnswered> toasts = new ArrayDeque<>();

  Transcript(World world) {
    this.world = world;
    world.listen(this::hear);
  }

  private void hear(ChatEvent event) {
    if (event instanceof ChatEvent.PressAnswered answered) {
      world.locked(
          () -> {
            toasts.addLast(answered);
            if (toasts.size() > MAX_TOASTS) {
              toasts.removeFirst();
            }
            world.changed();
          });
    }
  }

  /** Everything that stands in a chat, oldest first. */
  public List<ChatMessage> of(long chat) {
    return world.locked(
        () -> world.chat(chat).map(c -> List.copyOf(c.messages().values())).orElse(List.of()));
  }

  /** What the bot sent to a chat and still stands there, oldest first. */
  public List<ChatMessage> fromBot(long chat) {
    return of(chat).stream().filter(ChatMessage::isFromBot).toList();
  }

  /**
   * Waits until something fit stands in a chat.
   *
   * @return the newest that fits; empty if the time passed
   */
  public Optional<ChatMessage> await(long chat, Predicate<ChatMessage> wanted, Duration longest) {
    world.await(() -> of(chat).stream().anyMatch(wanted), longest);
    List<ChatMessage> fit = of(chat).stream().filter(wanted).toList();
    return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(fit.size() - 1));
  }

  /**
   * Waits up to ten seconds for the bot to say something.
   *
   * @return the newest message of the bot's that contains the part
   * @throws IllegalStateException if none comes; it tells what stands there instead
   */
  public ChatMessage awaitFromBot(long chat, String part) {
    return await(
            chat,
            message -> message.isFromBot() && message.text().contains(part),
            Duration.ofSeconds(10))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The bot did not say «"
                        + part
                        + "»; it said "
                        + fromBot(chat).stream().map(ChatMessage::text).toList()));
  }

  /** What presses were answered with, oldest first. */
  public List<ChatEvent.PressAnswered> toasts() {
    return world.locked(() -> new ArrayList<>(toasts));
  }

  /** Waits up to ten seconds for a press to be answered. Empty if it is not. */
  public Optional<ChatEvent.PressAnswered> awaitAnswer(String pressId) {
    world.await(() -> answer(pressId).isPresent(), Duration.ofSeconds(10));
    return answer(pressId);
  }

  private Optional<ChatEvent.PressAnswered> answer(String pressId) {
    return toasts().stream().filter(toast -> toast.pressId().equals(pressId)).findFirst();
  }
}
