package costwire.ingest;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How to fetch.
 *
 * @param contact address or page where a publisher reaches whoever runs this; part of the
 *     User-Agent; null: none
 * @param allowed {@code host:port} that may be private addresses and need no delay: the user's own
 * @param maxBytes largest body, before and after decompression
 * @param timeout for the whole of a request, redirects and body included, once its turn has come
 * @param delay least time between the end of a request to a host and the start of the next
 */
public record FetchSettings(
    @Nullable String contact, Set<String> allowed, int maxBytes, Duration timeout, Duration delay) {
  public static final FetchSettings DEFAULT =
      new FetchSettings(null, Set.of(), 8 << 20, Duration.ofSeconds(30), Duration.ofSeconds(1));

  public FetchSettings {
    if (maxBytes < 1 || timeout.isNegative() || timeout.isZero() || delay.isNegative()) {
      throw new IllegalArgumentException("a fetcher needs a size, a time and a delay");
    }
    if (contact != null && !contact.matches("[\\x20-\\x7e&&[^()]]{1,200}")) {
      throw new IllegalArgumentException(
          "a contact is an address or a page, without brackets: " + contact);
    }
    allowed =
        allowed.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  public FetchSettings contact(@Nullable String other) {
    return new FetchSettings(other, allowed, maxBytes, timeout, delay);
  }

  public FetchSettings allowing(Set<String> other) {
    return new FetchSettings(contact, other, maxBytes, timeout, delay);
  }

  public FetchSettings maxBytes(int other) {
    return new FetchSettings(contact, allowed, other, timeout, delay);
  }

  public FetchSettings timeout(Duration other) {
    return new FetchSettings(contact, allowed, maxBytes, other, delay);
  }

  public FetchSettings delay(Duration other) {
    return new FetchSettings(contact, allowed, maxBytes, timeout, other);
  }
}
