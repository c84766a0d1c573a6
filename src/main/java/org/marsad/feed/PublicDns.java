package org.marsad.feed;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.Dns;

/**
 * Refuses hosts that resolve to an address of ours. It stands where the connection takes its
 * address from, so a name that resolves differently a second time (DNS rebinding) gains nothing:
 * the addresses checked are the ones connected to.
 *
 * @param resolver asked for every name that is not an address itself
 * @param isAllowed what may be connected to; {@link Addresses#isPublic} but in tests
 */
record PublicDns(Dns resolver, Predicate<InetAddress> isAllowed) implements Dns {

  /** Ends in a number (WHATWG URL Standard, 3.6). */
  private static final Pattern NUMERIC =
      Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?", Pattern.CASE_INSENSITIVE);

  private static final Pattern DOTTED =
      Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

  /** The host has an address that feeds must not reach. */
  static final class NotAllowed extends UnknownHostException {
    NotAllowed(String host) {
      super("address not allowed: " + host);
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = resolver.lookup(host);
    for (InetAddress address : addresses) {
      if (!isAllowed.test(address)) {
        throw new NotAllowed(host);
      }
    }
    return addresses;
  }

  /**
   * Checks hosts that are addresses themselves, of which OkHttp asks no Dns. Numbers written in any
   * way but the usual (0x7f.1, 2130706433, 0177.0.0.1) are refused: systems differ in what they
   * mean.
   */
  void check(String host) throws UnknownHostException {
    boolean numeric = NUMERIC.matcher(host).matches();
    if (numeric && !DOTTED.matcher(host).matches()) {
      throw new NotAllowed(host);
    }
    if ((numeric || host.indexOf(':') >= 0) && !isAllowed.test(InetAddress.getByName(host))) {
      throw new NotAllowed(host);
    }
  }
}
