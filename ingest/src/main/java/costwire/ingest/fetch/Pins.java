package costwire.ingest.fetch;

import costwire.ingest.Fetcher.Resolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host once, checks what came, and lets the client connect to nothing else: a name that
 * points elsewhere a moment later gains nothing.
 */
final class Pins implements DnsResolver {
  private static final Pattern NUMBER = Pattern.compile("(?i)([0-9]+|0x[0-9a-f]*)\\.?");
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

  private final Resolver resolver;
  private final Set<String> allowed;
  private final Map<String, List<InetSocketAddress>> pinned = new ConcurrentHashMap<>();

  Pins(Resolver resolver, Set<String> allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  /** Whether this is one of the user's own hosts, which may be private. */
  boolean isAllowed(String host, int port) {
    return allowed.contains(key(host, port));
  }

  /**
   * Resolves and checks.
   *
   * @throws ForbiddenAddressException if any of its addresses is not public: a host with a foot
   *     inside is not to be trusted with the other
   * @throws UnknownHostException if it has no address
   */
  void pin(String host, int port) throws UnknownHostException, ForbiddenAddressException {
    if (isOddlySpelled(host)) {
      throw new ForbiddenAddressException(host + " is an address in an odd spelling");
    }
    List<InetAddress> addresses = resolver.resolve(unbracketed(host));
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    for (InetAddress address : addresses) {
      if (!AddressPolicy.isPublic(address) && !isAllowed(host, port)) {
        throw new ForbiddenAddressException(
            host + " is " + address.getHostAddress() + ", which is not a public address");
      }
    }
    pinned.put(
        key(host, port),
        addresses.stream().map(address -> new InetSocketAddress(address, port)).toList());
  }

  void unpin(String host, int port) {
    pinned.remove(key(host, port));
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetSocketAddress> addresses = pinned.get(key(host, port));
    if (addresses == null) {
      throw new UnknownHostException(host + " was not checked");
    }
    return addresses;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    throw new UnknownHostException(host + " was not checked");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /**
   * An IPv4 address in octal, hexadecimal, or fewer than four parts: one reader takes it for a
   * public address, another for a private one.
   */
  private static boolean isOddlySpelled(String host) {
    String last = host.substring(host.lastIndexOf('.', host.length() - 2) + 1);
    return NUMBER.matcher(last).matches() && !DOTTED_QUAD.matcher(host).matches();
  }

  private static String key(String host, int port) {
    return unbracketed(host).toLowerCase(Locale.ROOT) + ":" + port;
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** A host that resolves to where we must not go. */
  static final class ForbiddenAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String why) {
      super(why);
    }
  }
}
