package org.marsad.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.playground.Chromium;

/** The packaged program without a token, in a browser: type, press, receive. */
class PlaygroundBrowserIT {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final LocatorAssertions.HasCountOptions PATIENT =
      new LocatorAssertions.HasCountOptions().setTimeout(30_000);

  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
  private static final LocatorAssertions.HasTextOptions CHANGED =
      new LocatorAssertions.HasTextOptions().setTimeout(30_000);

  @TempDir private Path folder;
  private Page page;

  private Map<String, String> settings() {
    return Map.of(
        "TELEGRAM_BOT_TOKEN",
        "no token at all",
        "MARSAD_HTTP_PORT",
        "0",
        "MARSAD_ENTITIES",
        Path.of("config/entities.yaml").toAbsolutePath().toString());
  }

  private void type(String text) {
    page.getByLabel("رسالة", new Page.GetByLabelOptions().setExact(true)).fill(text);
    page.keyboard().press("Enter");
  }

  private Locator fromBot(String text) {
    return page.locator(".message.theirs", new Page.LocatorOptions().setHasText(text));
  }

  private void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  @Test
  void whoFollowsSaddamHaftarIsToldWhatTheNewsroomPublishes() {
    try (Chromium chromium = Chromium.start();
        BotProcess bot = new BotProcess(folder, settings(), "playground")) {
      String address = bot.awaitStart();
      assertThat(bot.printed()).contains(address + "/playground");
      page =
          chromium
              .browser()
              .newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
              .newPage();
      page.navigate(address + "/playground");
      assertThat(page.locator("#status")).hasText("متصل");

      type("ابدأ");
      assertThat(page.locator(".message.theirs")).not().hasCount(0, PATIENT);
      shoot("program-1-start");
      type("راقب صدام حفتر");
      assertThat(page.locator(".message.theirs").last()).containsText("صدام حفتر", SOON);
      shoot("program-2-watching");
      publish("صدام حفتر يتفقد ميناء درنة", "قال المكتب إن صدام حفتر زار الميناء صباحًا.");
      Locator alert = fromBot("يتفقد ميناء درنة");
      assertThat(alert).hasCount(1, PATIENT);
      assertThat(alert.locator("strong", new Locator.LocatorOptions().setHasText("صدام حفتر")))
          .not()
          .hasCount(0, PATIENT);
      alert.scrollIntoViewIfNeeded();
      shoot("program-3-alert");

      publish("صدام بين قوات حفتر ومسلحين", "وقع صدام في محيط المدينة.");
      publish("صدام حفتر يغادر درنة", "غادر صدام حفتر الميناء مساءً.");
      assertThat(fromBot("يغادر درنة")).hasCount(1, PATIENT);
      assertThat(fromBot("صدام بين قوات حفتر")).hasCount(0);

      type("قائمتي");
      Locator list = page.locator(".message.theirs").last();
      assertThat(list).containsText("قائمة", SOON);
      assertThat(list).containsText("صدام حفتر");
      String before = list.innerText();
      list.getByRole(AriaRole.BUTTON).first().click();
      assertThat(list).not().hasText(before, CHANGED);
      shoot("program-4-list");
      assertThat((int) page.evaluate("document.body.scrollHeight - window.innerHeight"))
          .as("pixels that the page is taller than its window")
          .isZero();
    }
  }

  private void publish(String title, String text) {
    page.locator("#publish-title").fill(title);
    page.locator("#publish-text").fill(text);
    page.locator("#publish button[type=submit]").click();
    assertThat(page.locator("#publish-title")).hasValue("");
  }
}
