package costwire.ingest.fetch;

import costwire.ingest.Fetcher.Trace;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of every host asked lately: whoever comes first asks for it, others wait for the
 * same answer. What was not used for longest is forgotten first.
 */
final class Robots {
  private static final int MAX_HOSTS = 20_000;
  private static final long MAX_BYTES = 64 << 20;

  private final Map<String, Known> hosts = new LinkedHashMap<>(64, 0.75f, true);
  private final Source source;
  private final Clock clock;
  private long bytes;

  Robots(Source source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** What the page's host asks of us. */
  CompletableFuture<RobotRules> of(URI page, Trace trace) {
    URI address = address(page);
    Known known;
    Known before;
    synchronized (this) {
      before = hosts.get(address.toString());
      if (before != null && !before.isOver(clock.instant())) {
        trace.step(before.words(address));
        return before.rules;
      }
      known = new Known();
      hosts.put(address.toString(), known);
      bytes -= before == null ? 0 : before.size();
    }
    RobotRules good = before == null ? null : before.said;
    trace.step("asks for " + address);
    source
        .get(address, trace)
        .handle((rules, error) -> settle(address, known, better(good, rules, error)));
    return known.rules;
  }

  /** What is known of what the page's host asks, without asking. */
  synchronized RobotRules known(URI page) {
    Known known = hosts.get(address(page).toString());
    RobotRules said = known == null ? null : known.said;
    return said == null ? RobotRules.none(null, clock.instant()) : said;
  }

  private RobotRules better(
      @Nullable RobotRules good, @Nullable RobotRules next, @Nullable Throwable error) {
    Instant now = clock.instant();
    RobotRules rules =
        next == null ? RobotRules.unknown(Replies.brokenOff(error), Duration.ZERO, now) : next;
    boolean keeps = rules.rules() == null && good != null && good.mayStandIn(now);
    return keeps && good != null ? good.until(rules.until()) : rules;
  }

  private boolean settle(URI address, Known known, RobotRules rules) {
    synchronized (this) {
      known.said = rules;
      if (hosts.get(address.toString()) == known) {
        bytes += known.size();
        forgetOldest(known);
      }
    }
    return known.rules.complete(rules);
  }

  private void forgetOldest(Known latest) {
    Iterator<Known> oldest = hosts.values().iterator();
    while ((hosts.size() > MAX_HOSTS || bytes > MAX_BYTES) && oldest.hasNext()) {
      Known next = oldest.next();
      if (next != latest) {
        bytes -= next.size();
        oldest.remove();
      }
    }
  }

  synchronized int size() {
    return hosts.size();
  }

  /** One for each scheme, host and port. */
  private static URI address(URI page) {
    String scheme = page.getScheme().toLowerCase(Locale.ROOT);
    int port = page.getPort();
    boolean usual = port < 0 || port == ("https".equals(scheme) ? 443 : 80);
    String host = page.getHost().toLowerCase(Locale.ROOT);
    return URI.create(scheme + "://" + host + (usual ? "" : ":" + port) + "/robots.txt");
  }

  /** Asks a host for its robots.txt. The future completes with rules, if only unknown ones. */
  @FunctionalInterface
  interface Source {
    CompletableFuture<RobotRules> get(URI address, Trace trace);
  }

  /** A host's, asked for or there. */
  private static final class Known {
    final CompletableFuture<RobotRules> rules = new CompletableFuture<>();

    /** Null until it is there. */
    @Nullable RobotRules said;

    boolean isOver(Instant now) {
      return said != null && !said.isFresh(now);
    }

    long size() {
      return said == null ? 0 : said.size();
    }

    String words(URI address) {
      return address + (said == null ? " is being asked for" : " is known until " + said.until());
    }
  }
}
