package costwire.deploy.rehearse;

import costwire.aggregate.Alert;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the rehearsal itself did and when, by the clock on the wall; for one writer at a time. */
final class Diary {
  private static final Clock WALL = Clock.systemUTC();

  /** What was written so shortly before a kill may not have been delivered then. */
  private static final long BEFORE = Duration.ofSeconds(2).toMillis();

  /** Who is back has some work to catch up on. */
  private static final long AFTER = Duration.ofSeconds(5).toMillis();

  private final List<Alert> alerts;
  private final List<Long> written = new ArrayList<>();
  private final List<Outage> outages = new ArrayList<>();

  /**
   * A process was away.
   *
   * @param from in milliseconds
   * @param until when it delivered again, in milliseconds
   */
  record Outage(long from, long until) {}

  /**
   * @param alerts all that are written
   */
  Diary(List<Alert> alerts) {
    this.alerts = List.copyOf(alerts);
  }

  List<Alert> alerts() {
    return alerts;
  }

  /** The next alert is written now. */
  synchronized void write() {
    written.add(WALL.millis());
  }

  synchronized long written(int alert) {
    return written.get(alert);
  }

  static long now() {
    return WALL.millis();
  }

  synchronized void outage(long from) {
    outages.add(new Outage(from, now()));
  }

  synchronized List<Outage> outages() {
    return List.copyOf(outages);
  }

  /** Whether no process was away around that time. */
  synchronized boolean isUndisturbed(long at) {
    return outages.stream()
        .noneMatch(outage -> at > outage.from() - BEFORE && at < outage.until() + AFTER);
  }
}
