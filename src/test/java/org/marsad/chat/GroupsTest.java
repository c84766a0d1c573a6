package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Chat;

/** Groups, topics and channels: who may change things, and when the bot keeps silent. */
class GroupsTest {
  private final Town town = new Town();
  private final Somebody admin = town.inGroup(1, true);
  private final Somebody member = town.inGroup(2, false);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void talkAmongPeopleIsNotAnswered() {
    admin.types("/start");

    assertThat(admin.types("أسعار النفط اليوم").answered()).isEmpty();
    assertThat(member.types("صباح الخير").answered()).isEmpty();
    assertThat(member.types("تابع الموضوع يا أحمد").answered()).isEmpty();
    assertThat(member.types("مساعدة").answered()).isEmpty();
    assertThat(member.types("/weather").answered()).isEmpty();
  }

  @Test
  void talkStoresNothingOfAGroup() {
    member.types("صباح الخير");

    assertThat(member.chat()).isEmpty();
  }

  @Test
  void adminsChangeTheSetUpInBothWays() {
    admin.types("/watch نفط").types("راقب هدنة");

    assertThat(admin.queries()).containsExactly("نفط", "هدنة");
  }

  @Test
  void othersGetAKindAnswerAndMayLook() {
    admin.types("/watch نفط");

    assertThat(member.types("/watch غاز").reads()).contains("مشرفيها");
    assertThat(member.types("/forget").reads()).contains("مشرفيها");
    assertThat(member.types("/watches").reads()).contains("1. 🔔 نفط");
    member.presses("1").presses("احذف");
    assertThat(member.toast()).contains("للمشرفين");
    assertThat(admin.queries()).containsExactly("نفط");
  }

  @Test
  void anAdminsAnswerToAQuestionIsHeardOthersAreNot() {
    admin.types("/watch").presses("كلمة أو عبارة");
    assertThat(admin.reads()).contains("ردًّا");

    assertThat(member.types("غاز").answered()).isEmpty();
    admin.types("نفط");
    assertThat(admin.queries()).containsExactly("نفط");
    assertThat(admin.types("غاز").answered()).isEmpty();
  }

  @Test
  void whoMayChangeNothingIsAnsweredWhatTheyWereAsked() {
    admin.types("/start");
    member.types("/search");
    assertThat(member.types("نفط").reads()).contains("بحث: نفط");
    assertThat(member.types("غاز").answered()).isEmpty();
  }

  @Test
  void whoIsNoAdminAnyMoreAnswersNoQuestionThatChangesThings() {
    admin.types("/addsource");
    Somebody demoted = town.inGroup(5, false);
    assertThat(demoted.types("libyaherald.com").answered()).isEmpty();
  }

  @Test
  void watchesBelongToTheTopicTheyWereTypedIn() {
    admin.inTopic(5).types("/watch نفط");
    admin.inTopic(6).types("/watch هدنة");

    assertThat(admin.inTopic(5).queries()).containsExactly("نفط");
    assertThat(admin.inTopic(6).queries()).containsExactly("هدنة");
  }

  @Test
  void aNewGroupIsGreeted() {
    admin.does(new Incoming.Added());

    assertThat(admin.reads()).contains("المجموعة");
    assertThat(admin.chat()).isPresent();
  }

  @Test
  void aGroupThatPutTheBotOutIsPausedWithAllItsTopicsAndKeepsItsSetUp() {
    admin.inTopic(5).types("/watch نفط");
    admin.types("/watch غاز").does(new Incoming.Removed());

    assertThat(town.chats.in(-70)).hasSize(2).allMatch(chat -> chat.state() == Chat.State.BLOCKED);
    admin.does(new Incoming.Added());
    assertThat(admin.answered()).isEmpty();
    assertThat(town.chats.in(-70)).allMatch(chat -> chat.state() == Chat.State.ACTIVE);
    assertThat(admin.queries()).containsExactly("غاز");
  }

  @Test
  void aStoppedGroupIsStillStoppedWhenTheBotComesBack() {
    admin
        .types("/watch غاز")
        .types("/stop")
        .does(new Incoming.Removed())
        .does(new Incoming.Added());

    assertThat(admin.chat().orElseThrow().state()).isEqualTo(Chat.State.PAUSED);
  }

  @Test
  void aGroupThatBecomesASupergroupKeepsItsSetUp() {
    admin.types("/watch نفط").does(new Incoming.Moved(-10070));

    assertThat(admin.answered()).isEmpty();
    assertThat(town.chats.find(new Chat.Address(-10070, 0))).isPresent();
  }

  @Test
  void inChannelsOnlySlashesAreCommands() {
    Somebody channel = town.inChannel();
    channel.types("راقب نفط");
    assertThat(channel.answered()).isEmpty();
    assertThat(channel.chat()).isEmpty();

    channel.types("/watch نفط");
    assertThat(channel.queries()).containsExactly("نفط");
    assertThat(channel.types("هدنة جديدة").answered()).isEmpty();
    assertThat(channel.does(new Incoming.Added()).answered()).isEmpty();
  }

  @Test
  void aChannelIsToldToPostTheTextWithTheCommand() {
    Somebody channel = town.inChannel().types("/watch").presses("كلمة أو عبارة");

    assertThat(channel.reads()).contains("/watch وقف إطلاق النار");
    assertThat(channel.types("نفط").watches()).isEmpty();
    assertThat(channel.types("/addsource").reads()).contains("/addsource libyaherald.com");
  }
}
