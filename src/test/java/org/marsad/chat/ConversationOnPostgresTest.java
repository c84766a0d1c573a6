package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marsad.app.TestPostgres;
import org.marsad.text.Language;
import org.marsad.watch.Watch;

/** The same conversation on PostgreSQL: every statement the room relies on runs there too. */
class ConversationOnPostgresTest {
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town(TestPostgres.open());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void aChatIsServedFromItsStartUntilItIsForgotten() {
    Somebody salem = town.somebody().types("/start").presses("صدام حفتر");
    salem.types("راقب").presses("كلمة أو عبارة").types("نفط");
    town.hit(salem.watches().get(1), town.publish("المرصد", "أسعار النفط", ""));
    assertThat(salem.types("/watches").reads()).contains("2. 🔔 نفط: خبر واحد");
    assertThat(salem.types("/test نفط").reads()).contains("خبر واحد مطابق");

    String text = "المجلس الأعلى للدولة يناقش قانون الانتخابات الرئاسية والبرلمانية في جلسة طارئة";
    salem.types(text).presses("تابع").types("/sources").presses("ليبيا").presses("✓ 1");
    salem.types("/settings").presses("English").types("/unwatch نفط").presses("Yes");
    assertThat(salem.watches()).extracting(Watch::label).containsExactly("Saddam Haftar", text);
    assertThat(salem.chat().orElseThrow().language()).isEqualTo(Language.EN);

    salem.types("/forget").presses("Delete everything").presses("Yes");
    assertThat(salem.chat()).isEmpty();
  }

  @Test
  void howAChatIsToldIsKeptAndAskedThereToo() {
    Somebody admin = town.inGroup(5, true);
    admin.types("/watch").presses("جهة خاصة").types("شركة الواحة").types("تم").types("تم");
    admin.presses("الأسماء والسياق").presses("أضف كلمة سياق").types("نفط").types("تم");
    admin.types("/quiet 13-20").types("/digest 9").presses("أخبرني إن كان فارغًا");
    long id = town.alert(town.publish("المرصد", "شركة الواحة للنفط", ""), "المرصد", 40);
    assertThat(admin.replies(40, "/why").reads()).contains("شركة الواحة");

    admin.pressesData("not_meant:" + id).presses("لا من المرصد").presses("تراجع");
    admin.types("/mute all").presses("ساعة");
    town.matched(town.publish("المرصد", "نفط شركة الواحة", ""), "المرصد");
    admin.types("/unmute").presses("ألغِ كتم كل شيء");
    town.matched(town.publish("المرصد", "انفجار في خط نفط تابع لشركة الواحة", ""), "المرصد");
    town.pass(Duration.ofHours(7));
    assertThat(town.manners.digests().tell(town.now())).as("what quiet hours held").isEqualTo(1);
    town.pass(Duration.ofHours(13));
    assertThat(town.manners.digests().tell(town.now())).as("an empty digest").isEqualTo(1);
  }
}
