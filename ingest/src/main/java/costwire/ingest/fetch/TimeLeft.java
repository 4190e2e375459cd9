package costwire.ingest.fetch;

import java.time.Duration;

/**
 * What is left of the time that a request may take, redirects included, waiting not; none of it
 * once nobody wants its reply any more.
 */
final class TimeLeft {
  private long nanos;
  private volatile boolean givenUp;

  TimeLeft(Duration whole) {
    this.nanos = whole.toNanos();
  }

  /** At least a nanosecond: an overdue request still fails by itself. */
  synchronized long nanos() {
    return Math.max(1, nanos);
  }

  /** Nobody wants the reply any more. */
  void giveUp() {
    givenUp = true;
  }

  boolean isGivenUp() {
    return givenUp;
  }

  synchronized void spend(long spent) {
    nanos -= spent;
  }
}
