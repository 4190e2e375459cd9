package costwire.ingest.fetch;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.FetchOutcome.Notice;
import costwire.ingest.FetchOutcome.PutOff;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.FetchSettings;
import costwire.ingest.fetch.Pins.ForbiddenAddressException;
import costwire.ingest.fetch.Reply.TooLargeException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What a reply, or that there is none, means to whoever asked. */
final class Replies {
  private final FetchSettings settings;
  private final Clock clock;

  Replies(FetchSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  static boolean isRedirect(Reply reply) {
    int status = reply.status();
    return status >= 300
        && status < 400
        && status != 304
        && reply.header(HttpHeaders.LOCATION) != null;
  }

  static boolean isPermanent(Reply reply) {
    return reply.status() == 301 || reply.status() == 308;
  }

  /**
   * @param movedTo where the page is for good; null if it is where it was asked for
   */
  FetchOutcome outcome(URI url, Reply reply, @Nullable URI movedTo) {
    int status = reply.status();
    Notice notice =
        new Notice(Freshness.of(reply, clock.instant()), movedTo, RobotsTag.forbidsIndex(reply));
    if (status == 304) {
      return new NotModified(notice);
    } else if (status == 404 || status == 410) {
      return new Gone(status);
    } else if (status != 200 && status != 203) {
      boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
      return new Failed("the server answered " + status, later, retryAfter(reply, clock));
    }
    try {
      return new Fetched(
          url,
          reply.unpacked(settings.maxBytes()),
          reply.header(HttpHeaders.CONTENT_TYPE),
          reply.header(HttpHeaders.ETAG),
          reply.header(HttpHeaders.LAST_MODIFIED),
          notice);
    } catch (IOException e) {
      return failure(e);
    }
  }

  /** How long the server wants to be left alone; null if it does not say. */
  static @Nullable Duration retryAfter(Reply reply, Clock clock) {
    return RetryAfter.read(
        reply.header(HttpHeaders.RETRY_AFTER), reply.header(HttpHeaders.DATE), clock.instant());
  }

  FetchOutcome failure(@Nullable Throwable error) {
    Throwable cause = cause(error);
    if (cause instanceof PutOffException off) {
      return new PutOff(String.valueOf(off.getMessage()), off.left());
    }
    if (cause instanceof ForbiddenAddressException || cause instanceof TooLargeException) {
      return new Refused(String.valueOf(cause.getMessage()));
    }
    if (cause instanceof UnknownHostException) {
      return new Failed("no such host: " + cause.getMessage(), true, null);
    }
    if (isTimeout(cause)) {
      return new Failed("took longer than " + settings.timeout().toMillis() + " ms", true, null);
    }
    return brokenOff(cause);
  }

  /** Of a request that broke off. */
  static Failed brokenOff(@Nullable Throwable error) {
    Throwable cause = cause(error);
    String why = cause == null ? "no reply" : cause.getMessage();
    return new Failed(
        why == null && cause != null ? cause.getClass().getSimpleName() : String.valueOf(why),
        true,
        null);
  }

  /**
   * Whether time ran out, ours or the connection's: whichever ends first says so in its own way.
   */
  static boolean isTimeout(@Nullable Throwable cause) {
    return cause instanceof TimeoutException || cause instanceof InterruptedIOException;
  }

  static @Nullable Throwable cause(@Nullable Throwable error) {
    Throwable cause = error;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** The host is not to be asked now. */
  static final class PutOffException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration left;

    PutOffException(String reason, Duration left) {
      super(reason);
      this.left = left;
    }

    Duration left() {
      return left;
    }
  }
}
