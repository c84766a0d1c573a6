package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemKeyTest {
  @Test
  void theGuidDecidesThenTheLinkThenTheText() {
    assertThat(ItemKey.of(item(" g ", "https://a.example/1", "t"), false)).isEqualTo("g");
    assertThat(ItemKey.of(item("", "https://a.example/1", "t"), false)).isEqualTo("//a.example/1");
    assertThat(ItemKey.of(item("", null, "t"), false))
        .hasSize(64)
        .isNotEqualTo(ItemKey.of(item("", null, "u"), false));
    assertThat(ItemKey.of(item("g", "https://a.example/1", "t"), true)).isEqualTo("//a.example/1");
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
  void aKeyIsNeverLongerThanItsColumn() {
    assertThat(ItemKey.of(item("x".repeat(501), null, ""), false)).hasSize(64);
    assertThat(ItemKey.of(item("", "https://a.example/" + "x".repeat(900), ""), false)).hasSize(64);
  }

  @Test
  void aGuidThatRepeatsForDifferentItemsIsTold() {
    Item one = item("1", "https://a.example/1", "a");
    assertThat(ItemKey.repeatsGuid(List.of(one, item("1", "https://a.example/2", "b")))).isTrue();
    assertThat(ItemKey.repeatsGuid(List.of(item("1", null, "a"), item("1", null, "b")))).isTrue();
    assertThat(ItemKey.repeatsGuid(List.of(one, item("2", "https://a.example/2", "b")))).isFalse();
    assertThat(ItemKey.repeatsGuid(List.of(one, one))).isFalse();
    assertThat(ItemKey.repeatsGuid(List.of(item("", null, "a"), item("", null, "b")))).isFalse();
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
