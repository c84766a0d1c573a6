package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marsad.alert.Button;
import org.marsad.alert.Chat;
import org.marsad.text.Language;
import org.marsad.watch.Watch;

/** A person in a chat, who types, reads what is answered and presses the buttons there are. */
final class Somebody {
  private static final int MESSAGE = 11;

  private final Town town;
  private final Chat.Address address;
  private final Chat.Kind kind;
  private final long userId;
  private final boolean mayChange;
  private final Language language;
  private List<Reply> answered = List.of();

  Somebody(
      Town town,
      Chat.Address address,
      Chat.Kind kind,
      long userId,
      boolean mayChange,
      Language language) {
    this.town = town;
    this.address = address;
    this.kind = kind;
    this.userId = userId;
    this.mayChange = mayChange;
    this.language = language;
  }

  Somebody speaking(Language other) {
    return new Somebody(town, address, kind, userId, mayChange, other);
  }

  Somebody inTopic(int topic) {
    return new Somebody(
        town, new Chat.Address(address.chat(), topic), kind, userId, mayChange, language);
  }

  Somebody does(Incoming.Act act) {
    answered = town.answer(new Incoming(address, kind, "سالم", userId, mayChange, language, act));
    return this;
  }

  Somebody types(String text) {
    return does(new Incoming.Text(text));
  }

  /** Types a text as a reply to a message. */
  Somebody replies(int messageId, String text) {
    return does(new Incoming.Text(text, messageId));
  }

  Somebody pressesData(String data) {
    return does(new Incoming.Press("p", data, MESSAGE));
  }

  /** Presses the first button whose label holds this. */
  Somebody presses(String label) {
    return pressesData(button(label).value());
  }

  Button button(String label) {
    Optional<Button> found =
        Town.buttons(answered)
            .filter(button -> visible(button.label()).contains(label))
            .findFirst();
    assertThat(found).as("%s among %s", label, labels()).isPresent();
    return found.orElseThrow();
  }

  List<String> labels() {
    return Town.buttons(answered).map(button -> visible(button.label())).toList();
  }

  List<Reply> answered() {
    return answered;
  }

  /** What is read in the answer, without the invisible signs. */
  String reads() {
    return visible(
        answered.stream()
            .filter(reply -> reply.message() != null)
            .map(reply -> reply.message().plain())
            .collect(Collectors.joining("\n")));
  }

  String html() {
    return visible(
        answered.stream()
            .filter(reply -> reply.message() != null)
            .map(reply -> reply.message().html())
            .collect(Collectors.joining("\n")));
  }

  String toast() {
    return visible(answered.stream().map(Reply::toast).collect(Collectors.joining()));
  }

  /** Whether the answer took the place of the message whose button was pressed. */
  boolean replaced() {
    return answered.stream().allMatch(reply -> Integer.valueOf(MESSAGE).equals(reply.replaces()));
  }

  private static String visible(String text) {
    return text.replaceAll("[\\u2066-\\u2069\\u200F]", "");
  }

  Optional<Chat> chat() {
    return town.chats.find(address);
  }

  List<Watch> watches() {
    return chat().map(chat -> town.watches.of(chat.id())).orElse(List.of());
  }

  List<String> queries() {
    return watches().stream().map(Watch::query).toList();
  }
}
