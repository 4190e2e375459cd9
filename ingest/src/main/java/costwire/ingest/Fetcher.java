package costwire.ingest;

import costwire.ingest.fetch.HttpFetcher;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gets a page or a feed from the web: politely, bounded, and never from a private address. */
public interface Fetcher extends AutoCloseable {
  /** Opens a fetcher on the system's own name service. */
  static Fetcher open(FetchSettings settings) {
    return open(settings, host -> List.of(InetAddress.getAllByName(host)));
  }

  /** Opens a fetcher. */
  static Fetcher open(FetchSettings settings, Resolver resolver) {
    return open(settings, resolver, Clock.systemUTC());
  }

  /**
   * Opens a fetcher.
   *
   * @param clock tells until when a host is left alone and how long its robots.txt is kept
   */
  static Fetcher open(FetchSettings settings, Resolver resolver, Clock clock) {
    return new HttpFetcher(settings, resolver, clock);
  }

  /**
   * Asks for it once its host's turn has come. The future always completes with an outcome, never
   * with an exception. Once it is cancelled, nothing more is asked for its sake.
   */
  CompletableFuture<FetchOutcome> fetch(Request request);

  /** The same, telling each step as it is taken, on any thread. */
  default CompletableFuture<FetchOutcome> fetch(Request request, Trace trace) {
    return fetch(request);
  }

  /**
   * Sends a form, once, when its host's turn has come: to the same addresses and within the same
   * time as a request, through redirects that keep the method alone. The future always completes
   * with an outcome: {@link FetchOutcome.Accepted} for any of the 2xx.
   */
  CompletableFuture<FetchOutcome> post(URI url, Map<String, String> form);

  /** Completes once no request is under way at the hosts of these addresses. */
  default CompletableFuture<Void> quiet(Collection<URI> urls) {
    return CompletableFuture.completedFuture(null);
  }

  /** What rest the host of an address asks for, as far as it is known; null: none. */
  default @Nullable HostRest rest(URI url) {
    return null;
  }

  /** Leaves the host of an address alone for a while. */
  default void leaveAlone(URI url, Duration time) {
    // Whoever asks nobody leaves all alone.
  }

  @Override
  void close();

  /**
   * What to ask for.
   *
   * @param etag of what the caller has; null if it has nothing
   * @param lastModified of what the caller has; null if it has nothing
   * @param source where the caller's came from, after redirects: the only address that is told the
   *     etag and the date; null: {@code url} itself
   */
  record Request(
      URI url, @Nullable String etag, @Nullable String lastModified, @Nullable URI source) {
    public Request(URI url, @Nullable String etag, @Nullable String lastModified) {
      this(url, etag, lastModified, null);
    }

    public static Request of(URI url) {
      return new Request(url, null, null);
    }
  }

  /** Hears what is done for a request, a step at a time. */
  @FunctionalInterface
  interface Trace {
    /** Hears nothing. */
    Trace NONE = words -> {};

    /**
     * @param words one line for a reader
     */
    void step(String words);
  }

  /** A name service. */
  @FunctionalInterface
  interface Resolver {
    /** All addresses of the host, which may be a literal address. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }
}
