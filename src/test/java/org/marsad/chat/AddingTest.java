package org.marsad.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.alert.Attachment;
import org.marsad.alert.Chat;
import org.marsad.alert.Message;
import org.marsad.feed.CatalogueFeed;
import org.marsad.feed.Feed;
import org.marsad.feed.SiteServer;
import org.marsad.text.Language;

/** A source is added by its address, as a person in a chat sees it. */
class AddingTest {
  private final Town town = new Town();
  private final Somebody salem = town.somebody();
  private SiteServer site;

  @BeforeEach
  void open() throws IOException {
    site = new SiteServer();
  }

  @AfterEach
  void close() {
    site.close();
    town.close();
  }

  private String address(String path) {
    return site.url(path).toString();
  }

  private List<String> heard() {
    return town.desk.heardBy(salem.chat().orElseThrow()).stream().map(Feed::title).toList();
  }

  private void siteWithOneFeed() {
    site.page("/", "<link rel=alternate type=application/rss+xml href=/rss>", "")
        .feed("/rss", "صحيفة الساحل", "اتفاق جديد في طرابلس", "خبر قديم");
  }

  @Test
  void aSitesAddressIsEnough() {
    siteWithOneFeed();
    salem.types("أضف مصدر " + address("/"));

    assertThat(salem.answered().get(0).message().plain()).contains("أبحث فيه عن خلاصة");
    assertThat(salem.answered().get(1).replaces()).isEqualTo(Town.ERRAND);
    assertThat(salem.reads())
        .contains("أضفت المصدر: صحيفة الساحل")
        .contains("فيه خبران")
        .contains("اتفاق جديد في طرابلس");
    assertThat(heard()).contains("صحيفة الساحل");
    assertThat(town.polled).hasSize(1);
  }

  @Test
  void whatAChatAddsNoOtherChatHears() {
    siteWithOneFeed();
    salem.types("/addsource " + address("/"));
    Somebody other = town.inGroup(9, true).types("/start");

    assertThat(town.desk.heardBy(other.chat().orElseThrow()))
        .extracting(Feed::title)
        .doesNotContain("صحيفة الساحل");
  }

  @Test
  void whatTheEndOfTheProgramCutsOffIsNotSaidToHaveFailed() {
    siteWithOneFeed();
    salem.types("/start");
    Incoming typed =
        new Incoming(
            salem.chat().orElseThrow().address(),
            Chat.Kind.PRIVATE,
            "سالم",
            7,
            true,
            Language.AR,
            new Incoming.Text("/addsource " + address("/")));
    Reply reply = town.conversation.answer(typed).get(0);
    List<String> shown = new ArrayList<>();

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> reply.errand().run(new Showing(shown)))
        .isInstanceOf(RuntimeException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(shown).noneMatch(message -> message.contains("حدث خطأ"));
  }

  private record Showing(List<String> shown) implements Errand.Screen {
    @Override
    public void show(Message message) {
      shown.add(message.plain());
    }

    @Override
    public void send(Attachment attachment) {
      throw new AssertionError("no document is sent");
    }

    @Override
    public Optional<byte[]> fetch(String fileId, int maxBytes) {
      return Optional.empty();
    }
  }

  @Test
  void theAddressIsAskedForWhereItIsMissing() {
    siteWithOneFeed();
    salem.types("/addsource");
    assertThat(salem.reads()).contains("اكتب عنوان الموقع");
    assertThat(salem.types("ليس عنوانًا").reads()).contains("ليس عنوان موقع");
    assertThat(salem.types(address("/")).reads()).contains("أضفت المصدر");
  }

  @Test
  void ofSeveralFeedsOneIsChosen() {
    String query = "?section=" + "long-".repeat(30);
    site.page(
            "/",
            "<link rel=alternate type=application/rss+xml href='/all'>"
                + "<link rel=alternate type=application/rss+xml href='/sport"
                + query
                + "'>",
            "")
        .feed("/all", "الكل", "خبر أول")
        .feed("/sport" + query, "الرياضة", "مباراة اليوم");
    salem.types("/addsource " + address("/"));
    assertThat(salem.reads()).contains("وجدت خلاصتين").contains("مباراة اليوم");
    assertThat(town.polled).isEmpty();

    salem.presses("الرياضة");
    assertThat(salem.reads()).contains("أضفت المصدر: الرياضة");
    assertThat(heard()).contains("الرياضة").doesNotContain("الكل");
  }

  @Test
  void aKnownSourceIsNotAddedTwiceNorFetched() {
    siteWithOneFeed();
    salem.types("/addsource " + address("/rss"));
    int asked = site.asked().size();

    assertThat(salem.types("/addsource " + address("/rss/")).reads()).contains("عندي من قبل");
    assertThat(salem.types("/addsource one.example/feed").reads())
        .contains("عندي من قبل")
        .contains("المرصد");
    assertThat(site.asked()).hasSize(asked);
  }

  @Test
  void aDroppedSourceComesBackByItsAddress() {
    salem.types("/sources").presses("ليبيا").presses("✓ 1");
    assertThat(heard()).doesNotContain("المرصد");
    assertThat(salem.types("/addsource https://one.example/feed").reads()).contains("من جديد");
    assertThat(heard()).contains("المرصد");
  }

  @Test
  void whatWasAddedCanBeTakenBack() {
    siteWithOneFeed();
    salem.types("/addsource " + address("/")).presses("تراجع");
    assertThat(salem.reads()).contains("أُلغيت");
    assertThat(heard()).doesNotContain("صحيفة الساحل");
  }

  @Test
  void aFeedOfAnEarlierChoiceCanStillBeChosen() {
    String head =
        "<link rel=alternate type=application/rss+xml href=/%1$s-very-long-address-of-a-feed-of-politics>"
            + "<link rel=alternate type=application/rss+xml href=/%1$s-very-long-address-of-a-feed-of-sports>";
    for (String name : List.of("one", "two")) {
      site.page("/" + name, head.replace("%1$s", name), "");
      for (String part : List.of("politics", "sports")) {
        site.feed(
            "/" + name + "-very-long-address-of-a-feed-of-" + part, name + " " + part, name + part);
      }
    }
    String first = salem.types("/addsource " + address("/one")).button("1. one").value();
    salem.types("/addsource " + address("/two"));

    assertThat(salem.pressesData(first).reads()).contains("أضفت المصدر: one politics");
    assertThat(heard()).contains("one politics");
  }

  @Test
  void aSiteWithoutAFeedIsToldInWordsWithWhatToTry() {
    site.page("/", "", "<p>أخبار بلا خلاصة</p>");
    salem.types("/addsource " + address("/"));
    assertThat(salem.answered()).hasSize(3);
    assertThat(salem.answered().get(1).message().plain()).contains("المواضع المعتادة");
    assertThat(salem.reads()).contains("لم أجد فيه خلاصة").contains("ما يمكن تجربته");
  }

  @Test
  void anAddressThatCannotBeReadIsToldInWords() {
    String gone = address("/gone");
    assertThat(salem.types("/addsource " + gone).reads())
        .contains("لم أستطع قراءة")
        .contains("خطأ في خادمه");
    assertThat(salem.reads().replace(gone.replace("http://", ""), "")).doesNotContain("404");
    Somebody english = town.inChannel().speaking(Language.EN);
    assertThat(english.types("/addsource http://127.0.0.1:1/").reads())
        .contains("cannot be reached");
  }

  @Test
  void moreThanAChatMayHaveIsRefused() {
    for (int i = 0; i <= Town.QUOTA; i++) {
      site.feed("/f" + i, "مصدر " + i, "خبر " + i);
      salem.types("/addsource " + address("/f" + i));
    }
    assertThat(salem.reads()).contains("بلغت هذه المحادثة حدّ").contains("(3)");
    assertThat(heard()).hasSize(2 + Town.QUOTA);
  }

  @Test
  void inAGroupOnlyAdminsAddSources() {
    siteWithOneFeed();
    assertThat(town.inGroup(9, false).types("/addsource " + address("/")).reads())
        .contains("مشرفيها");
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void anEditedCatalogueLeavesWhatChatsAdded() {
    siteWithOneFeed();
    salem.types("/addsource " + address("/"));
    town.feeds.follow(
        List.of(new CatalogueFeed(URI.create("https://n.example/f"), "جديد", "ar", "ly")));
    assertThat(heard()).containsExactlyInAnyOrder("صحيفة الساحل", "جديد");
  }
}
