package costwire.ingest.fetch;

import java.time.Duration;

/** What is left of the time that a request may take, redirects included, waiting not. */
final class TimeLeft {
  private long nanos;

  TimeLeft(Duration whole) {
    this.nanos = whole.toNanos();
  }

  /** At least a nanosecond: an overdue request still fails by itself. */
  synchronized long nanos() {
    return Math.max(1, nanos);
  }

  synchronized void spend(long spent) {
    nanos -= spent;
  }
}
