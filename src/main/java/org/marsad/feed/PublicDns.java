package org.marsad.feed;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Refuses hosts that resolve to an address of ours. It stands where the connection takes its
 * address from, so a name that resolves differently a second time (DNS rebinding) gains nothing:
 * the addresses checked are the ones connected to.
 *
 * @param resolver asked for every name that is not an address itself
 */
record PublicDns(Dns resolver) implements Dns {

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
      if (!Addresses.isPublic(address)) {
        throw new NotAllowed(host);
      }
    }
    return addresses;
  }

  /** OkHttp asks no Dns for hosts made of digits and dots or colons; so they are asked here. */
  void check(String host) throws UnknownHostException {
    if (host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!Addresses.isPublic(address)) {
          throw new NotAllowed(host);
        }
      }
    }
  }
}
