package org.marsad.app;

import java.util.Objects;
import org.marsad.feed.FetchLimits;

/** What the program calls itself. */
final class About {
  private About() {}

  /** The version its jar names; a program run from its classes has none. */
  static String version() {
    return Objects.requireNonNullElse(
        About.class.getPackage().getImplementationVersion(), "(not packaged)");
  }

  /**
   * How feeds are fetched, with a name for their servers. The contact is the bot itself: the part
   * of its token before the colon is its public number.
   */
  static FetchLimits limits(Config config) {
    String bot = config.token().isEmpty() ? "" : " (+tg://user?id=" + config.botNumber() + ")";
    return FetchLimits.standard("Marsad/" + version().replaceAll("[^0-9.]", "") + bot)
        .withPrivateAddresses(config.feeds().allowPrivateAddresses());
  }
}
