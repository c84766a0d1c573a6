package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.alert.Chat;
import org.marsad.feed.Item;
import org.marsad.text.Language;

/** What a person in a private chat is promised. */
class ConversationTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();

  @AfterEach
  void close() {
    town.close();
  }

  /** Invariant 4: a query that does not parse is refused when it is written, never stored. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"وقف النار",
        "(نفط أو غاز",
        "نفط أو",
        "-رياضة",
        "نفط)",
        "نفط قرب/99(غاز، ليبيا)",
        "قرب/3(نفط، غاز، ذهب، قمح، ماء، ملح)",
        "جهة:لا-أحد",
        "نف*",
        "لغة:كلينغون نفط"
      })
  void aQueryThatDoesNotParseIsRefusedWhenWritten(String query) {
    salem.types("/watch " + query);

    assertThat(salem.watches()).isEmpty();
    assertThat(salem.reads()).contains("⚠️").contains("❗").contains("صيغة صحيحة");
  }

  @Test
  void theRefusalShowsThePlaceAndAnExampleThatWorksAtATap() {
    salem.types("/watch هدنة (نفط أو غاز");

    assertThat(salem.html()).contains("هدنة ❗<u><b>(نفط</b></u> أو غاز");
    assertThat(salem.reads()).contains("قوس فُتح ولم يُغلق").contains("هدنة (نفط أو غاز)");
    salem.presses("تابع «");
    assertThat(salem.queries()).hasSize(1);
  }

  @Test
  void whatIsTooLongIsRefusedInOneScreen() {
    salem.types("/watch " + "نفط أو غاز أو ".repeat(60) + "هدنة");

    assertThat(salem.watches()).isEmpty();
    assertThat(salem.reads()).contains("500");
  }

  @Test
  void aLongQueryThatIsAcceptedFindsWhatItAsksFor() {
    String query =
        IntStream.range(0, 60).mapToObj(i -> "مدينة" + i).collect(Collectors.joining("|"));
    salem.types("/watch " + query);

    Item item = town.publish("المرصد", "أمطار على مدينة7", "");
    assertThat(town.matcher.match(item, town.feed("المرصد")).hits()).hasSize(1);
  }

  @Test
  void startSubscribesAndWelcomesInTheClientsLanguage() {
    salem.types("/start");

    assertThat(salem.chat())
        .hasValueSatisfying(c -> assertThat(c.state()).isEqualTo(Chat.State.ACTIVE));
    assertThat(salem.reads()).contains("مرصد");
    Somebody jane =
        new Somebody(town, new Chat.Address(8, 0), Chat.Kind.PRIVATE, 8, true, Language.EN);
    assertThat(jane.types("/start").reads()).contains("Welcome").contains("Marsad");
  }

  @Test
  void theChatsOwnLanguageCountsAfterwards() {
    salem.types("/start");

    assertThat(salem.speaking(Language.EN).types("/help").reads()).contains("أوامر");
  }

  @Test
  void aWatchIsAddedByOneLine() {
    salem.types("راقب وقف إطلاق النار");

    assertThat(salem.queries()).containsExactly("وقف إطلاق النار");
    assertThat(salem.reads()).contains("وقف إطلاق النار");
  }

  @Test
  void theLabelIsAsTypedAndTheQueryCanonical() {
    salem.types("/watch غاز أو نِفط");

    assertThat(salem.watches().get(0).label()).isEqualTo("غاز أو نِفط");
    assertThat(salem.watches().get(0).query()).contains("|");
  }

  @Test
  void theSameWatchTwiceIsToldAndNotStoredTwice() {
    salem.types("/watch نفط أو غاز").types("/watch غاز أو نفط");

    assertThat(salem.watches()).hasSize(1);
    assertThat(salem.reads()).contains("من قبل");
  }

  @Test
  void aNewWatchCanBeUndoneAtATap() {
    salem.types("/watch هدنة").presses("تراجع");

    assertThat(salem.watches()).isEmpty();
    salem.presses("تراجع");
    assertThat(salem.queries()).containsExactly("هدنة");
  }

  @Test
  void theListHasAnEnd() {
    salem.types("/start");
    long chat = salem.chat().orElseThrow().id();
    for (int i = 0; i < Watching.MAX_WATCHES; i++) {
      town.watches.add(chat, "كلمة" + i, "كلمة" + i, town.now());
    }

    assertThat(salem.types("/watch هدنة").reads()).contains("300").contains("/unwatch");
    assertThat(salem.watches()).hasSize(Watching.MAX_WATCHES);
  }

  @Test
  void withoutATextTheGuidedMenuAsks() {
    salem.types("/watch").presses("كلمة أو عبارة");
    assertThat(salem.reads()).contains("اكتب الكلمة أو العبارة");

    salem.types("نفط");
    assertThat(salem.queries()).containsExactly("نفط");
  }

  @Test
  void anAnswerThatIsRefusedLeavesTheQuestionOpen() {
    salem.types("راقب").presses("استعلام").types("(نفط أو غاز");
    assertThat(salem.watches()).isEmpty();

    salem.types("(نفط أو غاز) ليبيا");
    assertThat(salem.watches()).hasSize(1);
  }

  @Test
  void aCommandIsNoAnswerAndEndsTheQuestion() {
    salem.types("/watch").presses("كلمة أو عبارة").types("/watches").types("نفط");

    assertThat(salem.watches()).isEmpty();
    assertThat(salem.reads()).contains("هل تريد متابعتها");
  }

  @Test
  void aQuestionCanBeCancelled() {
    salem.types("/watch").presses("كلمة أو عبارة").presses("إلغاء");
    assertThat(salem.reads()).contains("أُلغي");

    assertThat(salem.types("نفط").watches()).isEmpty();
  }

  @Test
  void aQuestionIsForgottenAfterAWhile() {
    salem.types("/watch").presses("كلمة أو عبارة");
    town.pass(Duration.ofMinutes(31));

    assertThat(salem.types("نفط").watches()).isEmpty();
  }

  @Test
  void anOfferForALongTextWorksToo() {
    String text = "المجلس الأعلى للدولة يناقش قانون الانتخابات الرئاسية والبرلمانية في جلسة طارئة";
    salem.types(text).presses("تابع");

    assertThat(salem.queries()).containsExactly(text);
  }

  @Test
  void aButtonWhoseTextIsKeptNoMoreSaysSo() {
    String text = "المجلس الأعلى للدولة يناقش قانون الانتخابات الرئاسية والبرلمانية في جلسة طارئة";
    String old = salem.types(text).button("تابع").value();
    salem.types(text + " أخرى");
    assertThat(salem.pressesData(old).queries()).containsExactly(text);

    salem.types("/unwatch 1");
    for (int i = 0; i < Conversations.MAX_KEPT; i++) {
      town.pass(Duration.ofSeconds(1));
      salem.types(text + " رقم " + i);
    }
    assertThat(salem.pressesData(old).toast()).contains("قديم");
    assertThat(salem.watches()).isEmpty();
  }

  @Test
  void whatNobodyCanWatchIsAnsweredWithHelp() {
    assertThat(salem.types("👍").reads()).contains("حروف").contains("وقف إطلاق النار");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stats", "/share", "/admin", "/whatever now", "/أخبار"})
  void anUnknownCommandIsAnsweredWithAnExample(String text) {
    salem.types(text);

    assertThat(salem.reads()).contains(text.split(" ")[0]).contains("راقب").contains("/help");
  }

  @Test
  void aMistypedCommandNamesTheNearest() {
    assertThat(salem.types("/wacth نفط").reads()).contains("/wacth").contains("/watch (");
  }

  @Test
  void helpFitsOneScreenAndItsExamplesWorkAtATap() {
    salem.types("مساعدة");
    assertThat(salem.reads().lines().count()).isLessThan(32);
    assertThat(salem.reads()).contains("/settings").contains("/forget").contains("قرب/5");

    salem.presses("تابع «وقف إطلاق النار»");
    assertThat(salem.queries()).containsExactly("وقف إطلاق النار");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "add",
        "add:",
        "list:abc",
        "watch:1",
        "watch:9999:0",
        "remove:9223372036854775808:0",
        "entity:START:0:=zzz",
        "entity:PERSON:0:#0011223344556677",
        "group:NOBODY:0",
        "country:zz:3",
        "source:ly:0:999",
        "language:xx",
        "zone:Mars/Base",
        "do:FLY",
        "ask:WHY",
        "list:-5",
        "list:99999999999",
        "forget:maybe",
        "words:1:=",
        "try:=",
        "search:=",
        "older:x:=نفط",
        "newer:-1:=نفط",
        "older:9223372036854775807:=نفط",
        "newer:9223372036854775807:=نفط",
        "add:=("
      })
  void buttonsOfAnotherVersionOrHandHurtNobody(String data) {
    salem.types("/start").types("/watch نفط").pressesData(data);

    assertThat(salem.answered()).isNotEmpty();
    assertThat(salem.toast() + salem.reads()).isNotBlank();
    assertThat(salem.watches()).hasSize(1);
  }

  @Test
  void anOldButtonOfAForgottenChatStoresNothing() {
    salem.pressesData("list:0");

    assertThat(salem.toast()).contains("/start");
    assertThat(salem.chat()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"AR", "EN"})
  void theMenuNamesEveryCommandAsTelegramTakesIt(Language language) {
    Map<String, String> menu = Conversation.menu(language);

    assertThat(menu)
        .containsKeys(
            "start",
            "watch",
            "unwatch",
            "watches",
            "entities",
            "sources",
            "test",
            "search",
            "settings",
            "stop",
            "resume",
            "help",
            "forget");
    assertThat(menu.keySet()).allMatch(name -> name.matches("[a-z0-9_]{1,32}"));
    assertThat(menu.values()).allMatch(words -> !words.isBlank() && words.length() <= 256);
  }

  @Test
  void aChatThatBlockedTheBotIsServedAgainWhenItComesBack() {
    salem.types("/watch نفط").does(new Incoming.Removed());
    assertThat(salem.chat().orElseThrow().state()).isEqualTo(Chat.State.BLOCKED);
    assertThat(salem.answered()).isEmpty();

    salem.types("/start");
    assertThat(salem.chat().orElseThrow().state()).isEqualTo(Chat.State.ACTIVE);
    assertThat(salem.watches()).hasSize(1);
    assertThat(salem.reads()).contains("متابعة واحدة");
  }
}
