package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemKeyTest {
  @Test
  void theGuidDecidesThenTheLinkThenTheText() {
    Keys all = Keys.of(item(" g ", "https://a.example/1", "t"));
    assertThat(all.by(Identity.GUID)).isEqualTo("g");
    assertThat(all.by(Identity.LINK)).isEqualTo("//a.example/1");
    assertThat(all.by(Identity.TEXT)).startsWith("#").hasSize(65);
    assertThat(Keys.of(item("", "https://a.example/1", "t")).by(Identity.GUID))
        .isEqualTo("//a.example/1");
    assertThat(Keys.of(item("", null, "t")).by(Identity.GUID))
        .isEqualTo(all.text())
        .isNotEqualTo(Keys.of(item("", null, "u")).by(Identity.GUID));
  }

  @Test
  void aGuidIsNeverTakenForALinkOrAText() {
    String text = ItemKey.text(item("", null, "t"));
    assertThat(ItemKey.guid("//a.example/1")).isNotEqualTo("//a.example/1");
    assertThat(ItemKey.guid(text)).isNotEqualTo(text);
    assertThat(ItemKey.guid("https://a.example/1")).isNotEqualTo("//a.example/1");
  }

  @Test
  void aGuidThatIsAnAddressMayChangeItsSchemeAndTrackingButNotItsFragment() {
    String guid = ItemKey.guid("http://a.example/?p=7");
    assertThat(ItemKey.guid("https://a.example/?p=7&utm_source=rss")).isEqualTo(guid);
    assertThat(ItemKey.guid("https://a.example/?p=8")).isNotEqualTo(guid);
    assertThat(ItemKey.guid("https://a.example/?p=7#2")).isNotEqualTo(guid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/N/1?id=7",
        "https://a.example/N/1?id=7",
        "https://A.Example:443/N/1?id=7",
        "https://a.example/N/1/?id=7#comments",
        "https://a.example/N/1?utm_source=rss&id=7&utm_medium=feed",
        "https://a.example/N/1?id=7&fbclid=x&at_medium=RSS&ns_mchannel=rss"
      })
  void whatMakesNoDifferenceMakesNoNewItem(String link) {
    assertThat(ItemKey.canonical(link)).isEqualTo("//a.example/N/1?id=7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/n/1?id=7",
        "https://a.example/N/1?id=8",
        "https://b.example/N/1?id=7"
      })
  void whatMakesADifferenceStays(String link) {
    assertThat(ItemKey.canonical(link)).isNotEqualTo("//a.example/N/1?id=7");
  }

  @Test
  void aKeyIsNeverLongerThanItsColumnAndStillTellsApart() {
    String guid = "x".repeat(900);
    String link = "https://a.example/" + guid;
    assertThat(ItemKey.guid(guid)).hasSize(500).isNotEqualTo(ItemKey.guid(guid + "y"));
    assertThat(ItemKey.link(link)).hasSize(500).isNotEqualTo(ItemKey.link(link + "y"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/feed,http://A.EXAMPLE:80/feed/",
    "https://a.example/feed,https://a.example:443/feed",
    "https://a.example,http://a.example/",
    "https://a.example/?feed=rss2,http://a.example/?feed=rss2"
  })
  void twoAddressesOfOneFeedHaveOneKey(URI one, URI other) {
    assertThat(FeedUrl.key(one)).isEqualTo(FeedUrl.key(other));
  }

  @Test
  void theCaseOfThePathAndTheQueryTellFeedsApart() {
    assertThat(FeedUrl.key(URI.create("https://a.example/Feed")))
        .isNotEqualTo(FeedUrl.key(URI.create("https://a.example/feed")));
    assertThat(FeedUrl.key(URI.create("https://a.example/?cat=1")))
        .isNotEqualTo(FeedUrl.key(URI.create("https://a.example/?cat=2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://a.example/feed",
        "jar:https://a.example/x!/y",
        "data:text/xml,x",
        "https://user:secret@a.example/feed",
        "https:///feed",
        "feed.xml"
      })
  void addressesThatAreNotOfTheWebAreRefused(URI url) {
    assertThat(FeedUrl.refusal(url)).isPresent();
  }

  @Test
  void anAddressOfTheWebIsAccepted() {
    assertThat(FeedUrl.refusal(URI.create("https://a.example/feed"))).isEmpty();
  }

  private static Item item(String guid, @Nullable String link, String title) {
    return new Item(0, 0, guid, link, title, "", null, null, null, Instant.EPOCH);
  }
}
