package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedAddressTest {
  private static List<String> meant(String typed) {
    return TypedAddress.of(typed).stream().map(URI::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/feed, https://a.example/feed",
    "'  <https://a.example/feed>. ', https://a.example/feed",
    "«http://a.example/x?cat=1»، , http://a.example/x?cat=1",
    "feed:https://a.example/rss, https://a.example/rss",
    "feed://a.example/rss, http://a.example/rss",
    "https://a.example/أخبار, https://a.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1",
    "'\u2066https://a.example/\u2069', https://a.example/",
    "https://مثال.إختبار/, https://xn--mgbh0fb.xn--kgbechtv/",
  })
  void anAddressIsReadAsPeopleTypeIt(String typed, String url) {
    assertThat(meant(typed)).containsExactly(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.example", "a.example/feed", "localhost:8080/x", "127.0.0.1:8080"})
  void withoutASchemeTheSafeOneComesFirst(String typed) {
    assertThat(meant(typed)).hasSize(2);
    assertThat(meant(typed).get(0)).startsWith("https://" + typed);
    assertThat(meant(typed).get(1)).startsWith("http://" + typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "الجزيرة", "أخبار ليبيا اليوم", "ftp://a.example/", "file:///etc/passwd",
        "https://user:secret@a.example/", "user@a.example", "javascript:alert(1)", "a..", "http://"
      })
  void whatCannotBeFetchedIsNoAddress(String typed) {
    assertThat(meant(typed)).isEmpty();
  }
}
