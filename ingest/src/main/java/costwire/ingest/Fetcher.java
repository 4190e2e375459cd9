package costwire.ingest;

import costwire.ingest.fetch.HttpFetcher;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
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
    return new HttpFetcher(settings, resolver);
  }

  /**
   * Asks for it once its host's turn has come. The future always completes with an outcome, never
   * with an exception.
   */
  CompletableFuture<FetchOutcome> fetch(Request request);

  @Override
  void close();

  /**
   * What to ask for.
   *
   * @param etag of what the caller has; null if it has nothing
   * @param lastModified of what the caller has; null if it has nothing
   */
  record Request(URI url, @Nullable String etag, @Nullable String lastModified) {
    public static Request of(URI url) {
      return new Request(url, null, null);
    }
  }

  /** A name service. */
  @FunctionalInterface
  interface Resolver {
    /** All addresses of the host, which may be a literal address. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }
}
