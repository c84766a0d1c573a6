package org.marsad.feed;

import java.net.URI;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a fetch has got to on its way through redirects. Pure functions.
 *
 * @param url what is asked now
 * @param redirects followed so far
 * @param permanent whether all of them were for good (301, 308)
 */
record Hop(URI url, int redirects, boolean permanent) {
  /** Either an outcome or the next hop. */
  record Step(@Nullable Fetched fetched, @Nullable Hop next) {
    static Step done(Fetched fetched) {
      return new Step(fetched, null);
    }
  }

  static Hop first(URI url) {
    return new Hop(url, 0, true);
  }

  /** The new address of the feed, if it has moved for good to one that can be kept. */
  @Nullable URI movedTo() {
    return redirects > 0 && permanent && FeedUrl.isKept(url) ? url : null;
  }

  /** A page the feed leads to for now may be gone for good; that says nothing of the feed. */
  Fetched.Failed refused(Fetched.Failed failed) {
    return failed.reason() == Reason.GONE && !permanent
        ? new Fetched.Failed(Reason.HTTP_STATUS, failed.detail(), failed.retryAfter())
        : failed;
  }

  /** Follows a redirect, unless out of the web or from a safe connection to an open one. */
  Step redirected(HttpUrl from, int status, @Nullable String location) {
    HttpUrl to = location == null ? null : from.resolve(location);
    if (to == null) {
      return Step.done(new Fetched.Failed(Reason.ADDRESS_NOT_ALLOWED, "redirect to " + location));
    }
    if (from.isHttps() && !to.isHttps()) {
      return Step.done(new Fetched.Failed(Reason.DOWNGRADE, to.host()));
    }
    boolean forGood = status == 301 || status == 308;
    return new Step(null, new Hop(to.uri(), redirects + 1, permanent && forGood));
  }
}
