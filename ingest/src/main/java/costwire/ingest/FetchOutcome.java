package costwire.ingest;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface FetchOutcome {
  /** One word for metrics and listings. */
  String name();

  /**
   * A body came.
   *
   * @param url where it was in the end, after redirects
   * @param body as sent, decompressed; the caller's own
   * @param contentType the header as sent; null if there was none
   * @param etag opaque; null if there was none
   * @param lastModified opaque; null if there was none
   */
  @SuppressWarnings("ArrayRecordComponent") // bodies are handed over, never compared
  record Fetched(
      URI url,
      byte[] body,
      @Nullable String contentType,
      @Nullable String etag,
      @Nullable String lastModified)
      implements FetchOutcome {
    @Override
    public String name() {
      return "fetched";
    }
  }

  /** What the caller has is still current. */
  record NotModified() implements FetchOutcome {
    @Override
    public String name() {
      return "not-modified";
    }
  }

  /** We did not ask, or did not take what came: a forbidden address, too large, too many hops. */
  record Refused(String reason) implements FetchOutcome {
    @Override
    public String name() {
      return "refused";
    }
  }

  /**
   * It did not work.
   *
   * @param retryable whether asking again later may help
   * @param retryAfter how long the server asked us to stay away; null if it did not
   */
  record Failed(String reason, boolean retryable, @Nullable Duration retryAfter)
      implements FetchOutcome {
    @Override
    public String name() {
      return "failed";
    }
  }

  /**
   * It is there no longer.
   *
   * @param status 404 or 410; the latter means for ever
   */
  record Gone(int status) implements FetchOutcome {
    @Override
    public String name() {
      return "gone";
    }
  }
}
