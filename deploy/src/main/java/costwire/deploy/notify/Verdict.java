package costwire.deploy.notify;

import costwire.ingest.Courier.Receipt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a try means for its message and its subscription.
 *
 * @param outcome a word for metrics
 * @param status of HTTP; 0: none
 * @param error in words; null if the receiver has it
 * @param retryAfter what the receiver asks to wait; null: nothing
 * @param gone whether the receiver wants nothing ever again
 */
public record Verdict(
    String outcome,
    int status,
    @Nullable String error,
    @Nullable Duration retryAfter,
    boolean gone) {
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int REDIRECT = 300;
  private static final int REFUSED = 400;
  private static final int FAILED = 500;

  static Verdict of(Receipt receipt) {
    int status = receipt.status();
    if (receipt.isTaken()) {
      return new Verdict("delivered", status, null, null, false);
    }
    if (status == 0) {
      return new Verdict("unreachable", 0, receipt.failure(), null, false);
    }
    String words = "the receiver answered " + status;
    boolean redirect = status >= REDIRECT && status < REFUSED;
    return new Verdict(
        status == TOO_MANY
            ? "rate-limited"
            : redirect ? "redirected" : status >= FAILED ? "failing" : "refused",
        status,
        redirect ? words + ", and redirects are not followed" : words,
        receipt.retryAfter(),
        status == GONE);
  }

  /** Of what is not sent over HTTP: it went well. */
  static Verdict delivered() {
    return new Verdict("delivered", 0, null, null, false);
  }

  /** Of what is not sent over HTTP, or not at all. */
  static Verdict failed(String outcome, String error) {
    return new Verdict(outcome, 0, error, null, false);
  }

  /** Of what is not sent over HTTP: to try again is of no use, now or ever. */
  static Verdict gone(String error) {
    return new Verdict("refused", 0, error, null, true);
  }

  boolean isDelivered() {
    return error == null;
  }
}
