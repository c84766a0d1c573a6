package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.AlertButtons;
import org.marsad.alert.Delivery;
import org.marsad.text.Language;

/** Classes, quiet hours, digests and mutes, from the words typed to what is told. */
class MannersTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();
  private final Mailbox news = new Mailbox(town, salem);

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void howSensitiveAWatchIsToSpikesIsChosenOnItsCard() {
    salem
        .types("راقب نفط")
        .types("/watches")
        .presses("1")
        .presses("📈 الارتفاع المفاجئ: لا يُنبَّه إليه");
    salem.presses("📈 الارتفاع المفاجئ: الكبير جدًا فقط");
    salem.presses("📈 الارتفاع المفاجئ: يُنبَّه إليه");
    salem.presses("📈 الارتفاع المفاجئ: ولو كان صغيرًا");
    salem.presses("📈 الارتفاع المفاجئ: لا يُنبَّه إليه");
  }

  @Test
  void aSilentWatchComesWithoutASoundAndTheListShowsTheClass() {
    salem.types("/watch نفط");
    news.grade(1, "صامت");
    assertThat(salem.labels()).contains("✓ صامت");
    assertThat(salem.types("/watches").reads()).contains("🔕 نفط");

    news.alert("أسعار النفط");
    assertThat(news.told()).singleElement().matches(Delivery::silent);
  }

  @Test
  void urgentWatchesWaitTooWhereTheChatWantsIt() {
    salem.types("/watch نفط").types("/quiet 13-20");
    news.grade(1, "عاجل");
    salem.types("/quiet").presses("لا ترنّ العاجلة");

    news.alert("أسعار النفط");
    assertThat(news.told()).isEmpty();
  }

  @Test
  void hoursThatAreNoneAreRefusedWithAnExample() {
    assertThat(salem.types("/quiet متى شئت").reads()).contains("مثال").contains("22:30 - 7");
    assertThat(salem.types("/digest غدا").reads()).contains("مثال");
    salem.types("/quiet").presses("ساعات أخرى");
    assertThat(salem.types("؟").reads()).contains("مثال");
    assertThat(salem.types("٢٣ إلى ٦").reads()).contains("من 23:00 إلى 06:00");
  }

  @Test
  void aMutedWatchIsNotToldAndTheReasonIsKept() {
    salem.types("/watch نفط");
    long before = news.alert("أسعار النفط");
    assertThat(news.told()).hasSize(1);
    salem.pressesData(AlertButtons.MUTE + ":" + before);
    assertThat(salem.labels()).contains("نفط", "📰 المرصد", "كل شيء");
    salem.presses("نفط").presses("ساعة");
    assertThat(salem.reads()).contains("كُتم: نفط حتى 15:00");

    long muted = news.alert("إنتاج النفط");
    assertThat(news.told()).isEmpty();
    assertThat(news.reason(muted)).isEqualTo("suppressed: muted: the watch");
    town.pass(Duration.ofHours(1));
    news.alert("النفط يرتفع");
    assertThat(news.told()).hasSize(1);
  }

  @Test
  void aSourceOrEverythingIsMutedUntilMorningOrForEver() {
    salem.types("/watch نفط").types("اكتم المرصد").presses("حتى الصباح");
    assertThat(salem.reads()).contains("07:00");
    assertThat(news.reason(news.alert("أسعار النفط")))
        .contains("the source until 2026-03-04T05:00");
    salem.types("/mute all").presses("دائمًا");
    assertThat(salem.types("ألغ الكتم").reads()).contains("المرصد").contains("كل شيء");

    town.pass(Duration.ofDays(2));
    assertThat(salem.types("/unmute").reads()).doesNotContain("المرصد");
    assertThat(news.reason(news.alert("نفط آخر"))).isEqualTo("suppressed: muted: everything");
    salem.types("/unmute").presses("ألغِ كتم كل شيء");
    assertThat(salem.reads()).contains("لا شيء مكتوم");
    news.alert("نفط جديد");
    assertThat(news.told()).hasSize(1);
  }

  @Test
  void whatCannotBeMutedIsSaidWithAnExample() {
    assertThat(salem.types("/mute كذا").reads()).contains("كذا").contains("اكتم كل شيء");
    assertThat(salem.types("/watch نفط").types("اكتم 1").reads()).contains("مدة كتم نفط");
  }

  @Test
  void membersOfAGroupMuteNothing() {
    Somebody member = town.inGroup(6, false);
    town.inGroup(5, true).types("/watch نفط");

    assertThat(member.types("/mute all").reads()).contains("مشرفيها");
    member.pressesData("mute_for:ALL:0:EVER");
    assertThat(member.toast()).contains("للمشرفين");
  }

  @Test
  void aStoppedChatIsToldNothingOfWhatWasHeld() {
    salem.types("/watch نفط").types("/quiet 13-20");
    news.alert("أسعار النفط");
    salem.types("/stop").types("/resume");

    town.pass(Duration.ofHours(8));
    assertThat(news.tellHeld()).isZero();
  }

  @Test
  void itWorksInEnglishToo() {
    Somebody anna = salem.speaking(Language.EN);
    anna.types("/watch oil").types("/quiet 22-7");
    assertThat(anna.reads()).contains("Quiet hours: 22:00–07:00");
    assertThat(anna.types("/mute oil").presses("One hour").reads()).contains("Muted: oil");
    assertThat(anna.types("/digest").reads()).contains("08:00");
  }
}
