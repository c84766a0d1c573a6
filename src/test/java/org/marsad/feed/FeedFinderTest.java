package org.marsad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking for the feeds of a site, on a real HTTP server. */
final class FeedFinderTest {
  private static final FetchLimits LIMITS =
      new FetchLimits(Duration.ofSeconds(2), 1 << 20, 5, false, "Marsad test", HostLimits.NONE);

  private final AtomicInteger searched = new AtomicInteger();

  /** Only this one address of loopback counts as public. */
  private final FeedFetcher fetcher =
      new FeedFetcher(
          LIMITS,
          new PublicDns(Dns.SYSTEM, address -> address.getHostAddress().equals("127.0.0.1")));

  private final FeedFinder finder = new FeedFinder(fetcher, new FeedParser(), Clock.systemUTC());
  private SiteServer site;

  @BeforeEach
  void open() throws IOException {
    site = new SiteServer();
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.close();
  }

  private Looked look(String path) {
    return finder.look(List.of(site.url(path)), searched::incrementAndGet);
  }

  private List<String> found(String path) {
    Looked looked = look(path);
    assertThat(looked).isInstanceOf(Looked.Found.class);
    return ((Looked.Found) looked)
        .feeds().stream()
            .map(feed -> feed.url().toString().replace(site.url("").toString(), ""))
            .toList();
  }

  private static String names(String type, String href) {
    return "<link rel=\"alternate\" type=\"" + type + "\" href=\"" + href + "\">";
  }

  @Test
  void aFeedsOwnAddressIsEnough() {
    site.feed("/news/all.xml", "صحيفة الساحل", "خبر أول", "خبر ثان");
    assertThat(found("/news/all.xml")).containsExactly("/news/all.xml");
    FoundFeed feed = ((Looked.Found) look("/news/all.xml")).feeds().get(0);
    assertThat(feed.title()).isEqualTo("صحيفة الساحل");
    assertThat(feed.language()).isEqualTo("ar");
    assertThat(feed.newest()).isEqualTo("خبر أول");
    assertThat(searched).hasValue(0);
  }

  @Test
  void thePageNamesItsFeedsInAnyFormat() {
    site.page(
            "/",
            "<base href=\"/ar/\">"
                + names("application/rss+xml", "one.xml")
                + names("Application/Atom+XML; charset=utf-8", "/two")
                + names("application/feed+json", "three.json")
                + names("text/html", "/mobile"),
            "")
        .feed("/ar/one.xml", "أ", "خبر أ")
        .put(
            "/two",
            "application/atom+xml",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>ب</title></feed>")
        .put(
            "/ar/three.json",
            "application/feed+json",
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"ج\",\"items\":[]}");
    assertThat(found("/")).containsExactly("/ar/one.xml", "/two", "/ar/three.json");
    assertThat(site.asked()).doesNotContain("/mobile");
    assertThat(searched).hasValue(0);
  }

  @Test
  void oneFeedInTwoFormatsIsOne() {
    site.page("/", names("application/rss+xml", "/a") + names("application/rss+xml", "/b"), "")
        .feed("/a", "الأخبار", "خبر أول", "خبر ثان")
        .feed("/b", "الأخبار بصيغة أخرى", "خبر ثان", "خبر أول");
    assertThat(found("/")).containsExactly("/a");
  }

  @Test
  void whatAPageNamesButIsNoFeedIsLeftOut() {
    site.page("/", names("application/rss+xml", "/gone") + names("text/xml", "/map"), "")
        .put("/map", "text/xml", "<urlset><url><loc>https://a.example/</loc></url></urlset>");
    assertThat(look("/")).isEqualTo(new Looked.NoFeed());
  }

  @Test
  void linksOfThePageAreFollowedWhereItNamesNone() {
    site.page(
            "/",
            "",
            "<a href=\"/feedback\">راسلنا</a><a href=\"/services/rss/3\">RSS</a><a href=\"/n/1\">خبر</a>")
        .feed("/services/rss/3", "ملخص", "خبر");
    assertThat(found("/")).containsExactly("/services/rss/3");
    assertThat(site.asked()).doesNotContain("/n/1", "/feedback");
    assertThat(searched).hasValue(1);
  }

  @Test
  void customaryPlacesAreTriedBelowThePageFirst() {
    site.page("/libya", "", "")
        .feed("/libya/feed", "ليبيا", "خبر")
        .feed("/feed", "كل الأخبار", "خبر آخر");
    assertThat(found("/libya")).containsExactly("/libya/feed");
    site.page("/world/", "", "");
    assertThat(found("/world/")).containsExactly("/feed");
  }

  @Test
  void aSiteWithoutAFeedHasNoneAndIsNotAskedForEver() {
    String links =
        IntStream.range(0, 500)
            .mapToObj(i -> "<a href=\"/rss/" + i + "\">x</a>")
            .collect(Collectors.joining());
    site.page("/", "", links);
    assertThat(look("/")).isEqualTo(new Looked.NoFeed());
    assertThat(site.asked()).hasSizeLessThan(40);
  }

  @Test
  void anAddressThatDoesNotAnswerSaysWhy() {
    assertThat(look("/missing")).isEqualTo(new Looked.Unread(Reason.HTTP_STATUS));
    assertThat(finder.look(List.of(URI.create("http://127.0.0.1:1/")), () -> {}))
        .isEqualTo(new Looked.Unread(Reason.UNREACHABLE));
  }

  @Test
  void anAnswerWithoutABodyIsAnErrorOfTheServer() {
    site.status("/odd", 304);

    assertThat(look("/odd")).isEqualTo(new Looked.Unread(Reason.HTTP_STATUS));
    assertThat(finder.check(List.of(site.url("/odd"))))
        .isEqualTo(new Looked.Unread(Reason.HTTP_STATUS));
  }

  @Test
  void whereNoSchemeWasTypedTheOpenOneIsTriedToo() {
    site.feed("/f", "س", "خبر");
    URI safe = URI.create("https://127.0.0.1:" + site.port() + "/f");
    assertThat(finder.look(List.of(safe, site.url("/f")), () -> {}))
        .isInstanceOf(Looked.Found.class);
  }

  @Test
  void noPageMakesUsAskAPrivateAddress() {
    String inside = "http://127.0.0.2:" + site.port() + "/secret";
    site.page("/", names("application/rss+xml", inside), "").feed("/secret", "داخلي", "سر");
    assertThat(look("/")).isEqualTo(new Looked.NoFeed());
    assertThat(site.asked()).doesNotContain("/secret");
    assertThat(finder.look(List.of(URI.create(inside)), () -> {}))
        .isEqualTo(new Looked.Unread(Reason.ADDRESS_NOT_ALLOWED));
  }
}
