package costwire.ingest;

import costwire.ingest.fetch.WebCourier;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Posts bodies to addresses that somebody gave us: never to one that is not public, never along a
 * redirect, never waiting longer than its time.
 */
public interface Courier extends AutoCloseable {
  /**
   * Opens a courier on the system's own name service.
   *
   * @param allowed {@code host:port} that may be private addresses: the user's own
   * @param timeout for the whole of a post, the answer included
   */
  static Courier open(Set<String> allowed, Duration timeout) {
    return open(
        allowed, timeout, host -> List.of(InetAddress.getAllByName(host)), Clock.systemUTC());
  }

  /**
   * Opens a courier.
   *
   * @param clock tells how long a server that names a date wants to be waited for
   */
  static Courier open(
      Set<String> allowed, Duration timeout, Fetcher.Resolver resolver, Clock clock) {
    return new WebCourier(allowed, timeout, resolver, clock);
  }

  /**
   * Why nothing may be posted there; null if it may. Asks the name service, and waits for it for a
   * few seconds.
   */
  @Nullable String refusal(URI url);

  /**
   * Posts, checking the address anew. The future always completes with a receipt, never with an
   * exception.
   */
  CompletableFuture<Receipt> post(URI url, Map<String, String> headers, byte[] body);

  @Override
  void close();

  /**
   * What came of a post.
   *
   * @param status of HTTP; 0: there was no answer
   * @param retryAfter what the server asks to wait, a week at most; null: it asks for nothing
   * @param failure why there was no answer, in words; null if there was
   */
  record Receipt(int status, @Nullable Duration retryAfter, @Nullable String failure) {
    private static final int LEAST_GOOD = 200;
    private static final int MOST_GOOD = 299;

    /** Whether the receiver has it: any of the 2xx. */
    public boolean isTaken() {
      return status >= LEAST_GOOD && status <= MOST_GOOD;
    }
  }
}
