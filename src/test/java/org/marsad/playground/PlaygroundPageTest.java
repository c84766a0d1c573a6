package org.marsad.playground;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The chat page in a real browser, with a small scripted bot behind the stand-in server. */
@Tag("slow")
class PlaygroundPageTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static Chromium chromium;

  private final PlaygroundServer server = new PlaygroundServer();
  private final URI base = server.base;
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private ScriptedBot bot;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void startPlayground() throws Exception {
    bot = new ScriptedBot(base);
    bot.start();
    open(new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  private void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.browser().newContext(options);
    context.onRequest(
        request -> {
          if (!request.url().startsWith(base.toString()) && !request.url().startsWith("data:")) {
            troubles.add("asks for " + request.url());
          }
        });
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            troubles.add(message.text());
          }
        });
    page.onPageError(troubles::add);
    page.navigate(base + "/playground");
    assertThat(page.locator("#status")).hasText("متصل");
  }

  @AfterEach
  void stopPlayground() throws Exception {
    context.close();
    bot.close();
    server.close();
    assertThat(troubles).as("errors of the page, or requests to elsewhere").isEmpty();
  }

  private void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  private void type(String text) {
    page.getByLabel("رسالة", new Page.GetByLabelOptions().setExact(true)).fill(text);
    page.keyboard().press("Enter");
  }

  private Locator lastFromBot() {
    return page.locator(".message.theirs").last();
  }

  private Locator key(String label) {
    return lastFromBot()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }

  @Test
  void whatIsTypedGoesOutAndTheAnswerComesIn() {
    assertThat(page.locator("#empty")).isVisible();
    shoot("1-empty");
    type("راقب <b>صدام</b> & حفتر");

    assertThat(page.locator(".message.ours .body")).hasText("راقب <b>صدام</b> & حفتر");
    assertThat(lastFromBot().locator("strong")).hasText("راقب <b>صدام</b> & حفتر");
    assertThat(page.locator("#empty")).isHidden();
  }

  @Test
  void aPressedButtonChangesTheMessageInPlaceAndIsAnswered() {
    type("قائمتي");
    key("🗑 1").click();

    assertThat(page.locator("#toast")).hasText("حُذفت المتابعة");
    assertThat(lastFromBot().locator("em")).hasText("حُذفت واحدة");
    assertThat(lastFromBot().locator(".meta")).containsText("عُدّلت");
    assertThat(page.locator(".message.theirs")).hasCount(1);
    key("رجوع").click();
    key("➕ متابعة").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("اكتب: راقب");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
  }

  @Test
  void anAlertComesLiveWithItsMarkupAndALinkThatOpens() throws Exception {
    type("/start");
    assertThat(lastFromBot().locator("strong")).hasText("/start");
    NewsItem item =
        new NewsItem(
            1, "x", NewsFeed.WAHA, "صدام حفتر يصل إلى طبرق", "", Clock.systemUTC().instant());
    bot.alert(Visitor.ID, item.title(), base.resolve(item.path()), true);

    assertThat(lastFromBot().locator("blockquote strong")).hasText("صدام حفتر");
    assertThat(lastFromBot().locator(".body a")).hasAttribute("href", base + "/playground/news/1");
    assertThat(lastFromBot().locator(".meta")).containsText("بلا صوت");
    shoot("2-alert");
    Page opened =
        context.waitForPage(
            () ->
                lastFromBot()
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("اقرأ الخبر"))
                    .click());
    assertThat(opened.locator(".note")).containsText("خبر مخترع");
    assertThat(opened.locator("h1")).not().hasText("…");
    opened.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("3-item.png")));
  }

  @Test
  void everythingWorksByKeyboardAlone() {
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#compose-text")).isFocused();
    page.keyboard().type("عداد");
    page.keyboard().press("Enter");
    assertThat(key("زد")).isVisible();

    key("زد").focus();
    for (int i = 1; i <= 3; i++) {
      page.keyboard().press("Enter");
      assertThat(lastFromBot().locator(".body")).hasText("العداد: " + i);
      assertThat(key("زد")).isFocused();
    }
    page.locator("#menu-button").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#menu [role=menuitem]").nth(1)).isFocused();
    shoot("4-menu");
    page.keyboard().press("Escape");
    assertThat(page.locator("#menu-button")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    assertThat(page.locator(".message.ours .body").last()).hasText("/start");
  }

  @Test
  void theMenuFollowsTheClientsLanguage() {
    page.locator("#menu-button").click();
    assertThat(page.locator("#menu [role=menuitem]")).hasCount(3);
    page.keyboard().press("Escape");
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("EN")).check();
    assertThat(page.locator("#menu [role=menuitem]")).hasCount(1);
    assertThat(page.locator("#menu .name")).hasText("/help");
  }

  @Test
  void aTextIsPublishedByHand() {
    page.getByLabel("المصدر").selectOption("multaqa");
    page.getByLabel("العنوان").fill("أمطار على الأبيض");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("انشر الآن")).click();

    assertThat(page.locator("#publish-said")).hasText("نُشر في «صحيفة الملتقى».");
    assertThat(page.locator("#published li").first()).containsText("أمطار على الأبيض");
    assertThat(page.getByLabel("العنوان")).hasValue("");
  }

  @Test
  void aGroupIsAnotherChat() {
    type("في الخاص");
    assertThat(lastFromBot().locator("strong")).hasText("في الخاص");
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("مجموعة")).check();
    assertThat(page.locator("#empty")).isVisible();
    type("في المجموعة");
    assertThat(page.locator(".message")).hasCount(2);
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("خاصة")).check();
    assertThat(page.locator(".message.ours .body")).hasText("في الخاص");
  }

  @Test
  void aPageOpenedLaterShowsWhatStands() {
    type("عداد");
    key("زد").click();
    assertThat(lastFromBot().locator(".body")).hasText("العداد: 1");
    page.reload();
    assertThat(lastFromBot().locator(".body")).hasText("العداد: 1");
    assertThat(page.locator(".message")).hasCount(2);
  }

  @Test
  void onAPhoneNothingReachesBeyondTheEdge() throws Exception {
    open(
        new Browser.NewContextOptions()
            .setViewportSize(360, 640)
            .setHasTouch(true)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(ColorScheme.DARK));
    type("قائمتي");
    assertThat(key("🗑 1")).isVisible();
    bot.alert(Visitor.ID, "عنوان طويل ".repeat(12), base.resolve("/playground/news/1"), false);
    assertThat(page.locator(".message")).hasCount(3);
    shoot("5-phone-alert");
    type("كلمةطويلةجدا".repeat(20));
    assertThat(page.locator(".message")).hasCount(5);
    assertThat(
            page.locator(".message")
                .last()
                .evaluate("element => getComputedStyle(element).animationName"))
        .isEqualTo("none");
    shoot("5-phone");
    assertThat(widthBeyondTheEdge()).isZero();

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("غرفة الأخبار")).click();
    assertThat(page.getByLabel("العنوان")).isVisible();
    assertThat(page.locator("main")).isHidden();
    shoot("6-phone-news");
    assertThat(widthBeyondTheEdge()).isZero();
  }

  private int widthBeyondTheEdge() {
    return (int)
        page.evaluate(
            "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth");
  }

  @Test
  void linesOfBothDirectionsStandRight() throws Exception {
    type("Follow Saddam Haftar please");
    assertThat(lastFromBot().locator("strong")).hasText("Follow Saddam Haftar please");
    String direction =
        (String)
            page.locator(".message.ours .body")
                .evaluate("element => getComputedStyle(element).direction");
    assertThat(direction).isEqualTo("ltr");
    type("راقب RSF الآن");
    assertThat(page.locator(".message.ours .body")).hasCount(2);
    assertThat(
            page.locator(".message.ours .body")
                .last()
                .evaluate("element => getComputedStyle(element).direction"))
        .isEqualTo("rtl");
    shoot("7-directions");
  }
}
