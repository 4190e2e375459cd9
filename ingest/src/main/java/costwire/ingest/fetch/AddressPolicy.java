package costwire.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Which addresses belong to the public internet; all others are somebody's inside. */
final class AddressPolicy {
  /** IANA's special-purpose registry, as far as it lies within what could be a host. */
  private static final List<Block> FORBIDDEN_V4 =
      List.of(
          v4(0, 0, 0, 0, 8),
          v4(10, 0, 0, 0, 8),
          v4(100, 64, 0, 0, 10),
          v4(127, 0, 0, 0, 8),
          v4(169, 254, 0, 0, 16),
          v4(172, 16, 0, 0, 12),
          v4(192, 0, 0, 0, 24),
          v4(192, 0, 2, 0, 24),
          v4(192, 88, 99, 0, 24),
          v4(192, 168, 0, 0, 16),
          v4(198, 18, 0, 0, 15),
          v4(198, 51, 100, 0, 24),
          v4(203, 0, 113, 0, 24),
          v4(224, 0, 0, 0, 3));

  /** Only this is handed out to hosts: all else is local, mapped, translated or multicast. */
  private static final Block GLOBAL_V6 = v6(0x20, 0, 0, 0, 3);

  /** Teredo and others, documentation, 6to4 (which carries any IPv4 address). */
  private static final List<Block> FORBIDDEN_V6 =
      List.of(
          v6(0x20, 0x01, 0, 0, 23),
          v6(0x20, 0x01, 0x0d, 0xb8, 32),
          v6(0x20, 0x02, 0, 0, 16),
          v6(0x3f, 0xff, 0, 0, 20));

  private AddressPolicy() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return FORBIDDEN_V4.stream().noneMatch(block -> block.holds(bytes));
    }
    return GLOBAL_V6.holds(bytes) && FORBIDDEN_V6.stream().noneMatch(block -> block.holds(bytes));
  }

  private static Block v4(int a, int b, int c, int d, int bits) {
    return new Block(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, bits);
  }

  private static Block v6(int a, int b, int c, int d, int bits) {
    byte[] prefix = Arrays.copyOf(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, 16);
    return new Block(prefix, bits);
  }

  @SuppressWarnings("ArrayRecordComponent") // constants, never compared
  private record Block(byte[] prefix, int bits) {
    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
