package costwire.deploy.rehearse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that runs several times as fast as the system's, the same in every process. It starts
 * some weeks in the past: a broker takes no records from the future.
 *
 * @param begun by the system's clock, in milliseconds
 * @param speed seconds of this clock to a second
 */
final class QuickClock extends Clock {
  /** Longer than anything rehearsed, and shorter than deliveries are kept. */
  static final Duration BEHIND = Duration.ofDays(28);

  private static final Clock SYSTEM = Clock.systemUTC();

  private final long begun;
  private final int speed;

  QuickClock(long begun, int speed) {
    this.begun = begun;
    this.speed = speed;
  }

  static QuickClock startingNow(int speed) {
    return new QuickClock(SYSTEM.millis(), speed);
  }

  long begun() {
    return begun;
  }

  int speed() {
    return speed;
  }

  /** When it began to run, by itself. */
  Instant start() {
    return Instant.ofEpochMilli(begun).minus(BEHIND);
  }

  /** How long it has run, by itself. */
  Duration elapsed() {
    return Duration.ofMillis(SYSTEM.millis() - begun).multipliedBy(speed);
  }

  /** How long so much of its time takes. */
  Duration lasting(Duration time) {
    return time.dividedBy(speed);
  }

  @Override
  public Instant instant() {
    return start().plus(elapsed());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it knows UTC only");
  }
}
