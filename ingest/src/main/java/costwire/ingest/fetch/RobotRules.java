package costwire.ingest.fetch;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Refused;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host's robots.txt asks of us (RFC 9309), or why nobody knows.
 *
 * @param rules null if they could not be had
 * @param unknown what is to be answered in place of every page; null if the rules are known
 * @param readAt when the host said so
 * @param until when the host is asked again
 */
record RobotRules(
    @Nullable SimpleRobotRules rules,
    @Nullable FetchOutcome unknown,
    Instant readAt,
    Instant until) {
  /** By RFC 9309 nothing is used longer, whatever the host's cache header says. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** Where the host does not say. */
  static final Duration USUAL = Duration.ofHours(6);

  /** A host that forbids caching would be asked for its robots.txt before every page. */
  static final Duration LEAST = Duration.ofMinutes(10);

  /** A host whose robots.txt fails is asked for it again after this. */
  static final Duration AFTER_FAULT = Duration.ofMinutes(5);

  /** Who asks for more is asked once in this time. */
  static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

  /** As publishers write it in their rules. */
  private static final String PRODUCT = "costwire";

  /**
   * @param keep how long the host lets it be kept; null if it does not say
   */
  static RobotRules of(
      URI url, byte[] body, @Nullable String type, @Nullable Duration keep, Instant now) {
    // The library would take a long delay for a ban; ours is bounded below.
    SimpleRobotRules rules =
        new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
            .parseContent(url.toString(), body, type, List.of(PRODUCT));
    return new RobotRules(rules, null, now, now.plus(bounded(keep == null ? USUAL : keep)));
  }

  /** A host that has none. */
  static RobotRules none(@Nullable Duration keep, Instant now) {
    SimpleRobotRules all = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    return new RobotRules(all, null, now, now.plus(bounded(keep == null ? USUAL : keep)));
  }

  /** A host that does not say now. */
  static RobotRules unknown(FetchOutcome answer, Duration wait, Instant now) {
    return new RobotRules(null, answer, now, now.plus(wait));
  }

  private static Duration bounded(Duration keep) {
    return keep.compareTo(LEAST) < 0 ? LEAST : keep.compareTo(LONGEST) > 0 ? LONGEST : keep;
  }

  boolean isFresh(Instant now) {
    return now.isBefore(until);
  }

  /** Whether they may be used where newer ones cannot be had. */
  boolean mayStandIn(Instant now) {
    return rules != null && now.isBefore(readAt.plus(LONGEST));
  }

  RobotRules until(Instant other) {
    return new RobotRules(rules, unknown, readAt, other);
  }

  /** What speaks against asking for a page of the host; null if nothing does. */
  @Nullable FetchOutcome objection(URI url) {
    if (rules == null) {
      return unknown;
    }
    return rules.isAllowed(url.toString())
        ? null
        : new Refused("robots.txt of " + url.getHost() + " forbids it");
  }

  /** How long the host wants to rest between two requests, up to {@link #LONGEST_DELAY}. */
  Duration crawlDelay() {
    long millis = rules == null ? 0 : rules.getCrawlDelay();
    return Duration.ofMillis(Math.max(0, Math.min(millis, LONGEST_DELAY.toMillis())));
  }

  /** What they come to, for a reader. */
  String words() {
    int count = rules == null ? 0 : rules.getRobotRules().size();
    String delay = crawlDelay().isZero() ? "" : ", a delay of " + crawlDelay().toMillis() + " ms";
    return (count == 0
            ? "nothing against us"
            : count + (count == 1 ? " rule for us" : " rules for us"))
        + delay;
  }

  /** Roughly what it takes in memory, in bytes. */
  long size() {
    return 500 + (rules == null ? 0 : rules.getRobotRules().stream().mapToLong(this::size).sum());
  }

  private long size(SimpleRobotRules.RobotRule rule) {
    return 120 + 2L * rule.getPrefix().length();
  }
}
