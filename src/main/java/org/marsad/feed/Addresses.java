package org.marsad.feed;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Tells public addresses from those a feed must never make us connect to: loopback, private,
 * link-local (with the clouds' metadata), carrier-grade NAT, documentation, benchmarking,
 * multicast, unspecified, reserved, and IPv6 that carries one of these. Source: IANA's
 * special-purpose address registries (RFC 6890).
 */
final class Addresses {
  /** Network, prefix length in bits. */
  private static final int[][] NOT_PUBLIC_V4 = {
    {0, 0, 0, 0, 8},
    {10, 0, 0, 0, 8},
    {100, 64, 0, 0, 10},
    {127, 0, 0, 0, 8},
    {169, 254, 0, 0, 16},
    {172, 16, 0, 0, 12},
    {192, 0, 0, 0, 24},
    {192, 0, 2, 0, 24},
    {192, 88, 99, 0, 24},
    {192, 168, 0, 0, 16},
    {198, 18, 0, 0, 15},
    {198, 51, 100, 0, 24},
    {203, 0, 113, 0, 24},
    {224, 0, 0, 0, 3},
  };

  private Addresses() {}

  /** Whether this address is one of the public internet. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] bytes) {
    return Arrays.stream(NOT_PUBLIC_V4).noneMatch(network -> holds(network, bytes));
  }

  private static boolean holds(int[] network, byte[] bytes) {
    int mask = -1 << (32 - network[4]);
    return (number(network[0], network[1], network[2], network[3]) & mask)
        == (number(bytes[0], bytes[1], bytes[2], bytes[3]) & mask);
  }

  private static int number(int a, int b, int c, int d) {
    return (a & 255) << 24 | (b & 255) << 16 | (c & 255) << 8 | (d & 255);
  }

  /** Only 2000::/3 is public, and of it neither Teredo and documentation nor 6to4 to a private. */
  private static boolean isPublicV6(byte[] bytes) {
    if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 12, 16)); // NAT64
    }
    if (startsWith(bytes, 0x20, 0x02)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 2, 6)); // 6to4
    }
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean special =
        startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8)
            || (startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0)
            || startsWith(bytes, 0x3f, 0xff);
    return global && !special;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 255) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
