package costwire.ingest;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface FetchOutcome {
  /** One word for metrics and listings. */
  String name();

  /** Why there is nothing to read; where there is, its name again. */
  default String reason() {
    return name();
  }

  /**
   * What a server says about a body beside it.
   *
   * @param freshFor how long it may be kept without asking again; null if the server leaves it open
   * @param movedTo where it is for good, as permanent redirects from the asked address on say; null
   *     if it is where it was asked for
   * @param noIndex whether its publisher wants it in no index
   */
  record Notice(@Nullable Duration freshFor, @Nullable URI movedTo, boolean noIndex) {
    /** A server that says nothing. */
    public static final Notice NONE = new Notice(null, null, false);
  }

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
      @Nullable String lastModified,
      Notice notice)
      implements FetchOutcome {
    /** A body that the server says nothing more about. */
    public Fetched(
        URI url,
        byte[] body,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified) {
      this(url, body, contentType, etag, lastModified, Notice.NONE);
    }

    /** The same for those who have read the body and need not keep it. */
    public Fetched read() {
      return new Fetched(url, new byte[0], contentType, etag, lastModified, notice);
    }

    @Override
    public String name() {
      return "fetched";
    }
  }

  /**
   * A form was taken.
   *
   * @param status 200 to 299
   */
  record Accepted(int status) implements FetchOutcome {
    @Override
    public String name() {
      return "accepted";
    }
  }

  /** What the caller has is still current. */
  record NotModified(Notice notice) implements FetchOutcome {
    public NotModified() {
      this(Notice.NONE);
    }

    @Override
    public String name() {
      return "not-modified";
    }
  }

  /**
   * We did not ask, or did not take what came: a forbidden address, robots.txt, too large, too many
   * hops.
   */
  record Refused(String reason) implements FetchOutcome {
    @Override
    public String name() {
      return "refused";
    }
  }

  /**
   * We did not ask now, because the host wants rest; nothing is known of the page.
   *
   * @param rest how long the host is to be left alone
   */
  record PutOff(String reason, Duration rest) implements FetchOutcome {
    @Override
    public String name() {
      return "put-off";
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

    @Override
    public String reason() {
      return "the server answered " + status;
    }
  }
}
