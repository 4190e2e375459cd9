package costwire.deploy.soak;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a host notes of its readers' manners. Times count from the opening of the simulated web;
 * safe for use by many threads.
 */
final class HostLedger {
  /** Clocks tick apart, and threads wake late: an answer may be sent before we note it. */
  private static final Duration TOLERANCE = Duration.ofMillis(30);

  private static final Duration NEVER = Duration.ofSeconds(-1_000);

  private final String host;
  private final Map<String, Integer> faults = new TreeMap<>();
  private String example = "";
  private int open;
  private Duration lastEnd = NEVER;
  private Duration crawlDelay = Duration.ZERO;
  private Duration restUntil = NEVER;
  private boolean robotsServed;

  HostLedger(String host) {
    this.host = host;
  }

  /** A request comes in. */
  synchronized void begin(Duration time, String path, boolean forbidden, String agent) {
    boolean robots = path.equals("/robots.txt");
    note(open > 0, "two requests at once", time, path);
    note(forbidden, "a page that robots.txt forbids", time, path);
    note(!robots && !robotsServed, "a page before robots.txt", time, path);
    note(
        time.plus(TOLERANCE).compareTo(restUntil) < 0,
        "a request within the time of a Retry-After",
        time,
        path);
    note(
        time.plus(TOLERANCE).minus(lastEnd).compareTo(crawlDelay) < 0,
        "a request within the crawl delay",
        time,
        path);
    note(!agent.contains("Costwire"), "a request without our name", time, path);
    open++;
  }

  /** Its answer goes out. */
  synchronized void end(Duration time) {
    open--;
    lastEnd = time;
  }

  /** The client was told what robots.txt says. */
  synchronized void toldRobots(Duration delay) {
    robotsServed = true;
    crawlDelay = delay;
  }

  /** The client was told to stay away. */
  synchronized void toldToRest(Duration until) {
    restUntil = until;
  }

  private void note(boolean fault, String what, Duration time, String path) {
    if (fault) {
      faults.merge(what, 1, Integer::sum);
      example = what + ": " + host + path + " after " + time.toMillis() + " ms";
    }
  }

  /** How often each rule was broken. */
  synchronized Map<String, Integer> faults() {
    return new TreeMap<>(faults);
  }

  /** The last fault, with its place; empty if there was none. */
  synchronized String example() {
    return example;
  }
}
