package costwire.deploy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Hosts that only this machine reaches. */
public final class Loopback {
  private Loopback() {}

  /**
   * Whether a host is one of them. No name is looked up: what it leads to now may change.
   *
   * @param host {@code localhost} or an address; IPv6 with or without brackets
   */
  public static boolean is(String host) {
    String name = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    boolean literal = name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || name.indexOf(':') >= 0;
    try {
      return name.equals("localhost")
          || (literal && InetAddress.getByName(name).isLoopbackAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
