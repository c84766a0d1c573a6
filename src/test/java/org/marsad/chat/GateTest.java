package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Chat;
import org.marsad.text.Language;

/** A house by invitation. */
class GateTest {
  private final Town town = new Town(new Conversation.Entry(Set.of(5L), true, "s3cret"));
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void aStrangerIsToldAndNotStored() {
    assertThat(salem.types("/start").reads()).contains("بدعوة");
    assertThat(salem.types("/start wrong").reads()).contains("بدعوة");
    assertThat(salem.types("/watch s3cret").reads()).contains("بدعوة");
    assertThat(salem.chat()).isEmpty();
  }

  @Test
  void theInviteLinkLetsInForGood() {
    assertThat(salem.types("/start s3cret").reads()).contains("أهلًا");
    assertThat(salem.types("/watch نفط").watches()).hasSize(1);
  }

  @Test
  void theOperatorNeedsNoInvitation() {
    Somebody operator =
        new Somebody(town, new Chat.Address(5, 0), Chat.Kind.PRIVATE, 5, true, Language.AR);

    assertThat(operator.types("/start").reads()).contains("أهلًا");
  }

  @Test
  void aGroupOfStrangersGetsNoAnswerAndIsNotStored() {
    Somebody group = town.inGroup(1, true);

    assertThat(group.does(new Incoming.Added()).answered()).isEmpty();
    assertThat(group.types("/watch نفط").answered()).isEmpty();
    assertThat(group.chat()).isEmpty();
  }

  @Test
  void aGroupThatWasLetInIsSoWithAllItsTopics() {
    Somebody group = town.inGroup(1, true).types("/start s3cret");

    assertThat(group.inTopic(3).types("/watch نفط").watches()).hasSize(1);
  }
}
