package costwire.ingest.fetch;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.PutOff;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher.Trace;
import costwire.ingest.fetch.Visits.Visit;
import costwire.ingest.page.Links;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Asks a host for its robots.txt, through up to five redirects, as RFC 9309 wants it read. */
final class RobotsVisit implements Robots.Source {
  /** What lies beyond is ignored. */
  static final int MAX_BYTES = 500 << 10;

  private static final int MAX_REDIRECTS = 5;
  private static final Map<String, String> HEADERS =
      Map.of(HttpHeaders.ACCEPT, "text/plain, */*;q=0.5");

  private final FetchSettings settings;
  private final Visits visits;
  private final Replies replies;
  private final Clock clock;

  RobotsVisit(FetchSettings settings, Visits visits, Replies replies, Clock clock) {
    this.settings = settings;
    this.visits = visits;
    this.replies = replies;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<RobotRules> get(URI address, Trace trace) {
    return hop(address, address, MAX_REDIRECTS, new TimeLeft(settings.timeout()), trace)
        .thenApply(rules -> told(address, rules, trace));
  }

  private CompletableFuture<RobotRules> hop(
      URI asked, URI url, int hops, TimeLeft left, Trace trace) {
    return visits
        .visit(
            new Visit(
                url,
                HEADERS,
                MAX_BYTES,
                Duration.ZERO,
                reply -> delay(asked, reply),
                left,
                trace,
                null))
        .handle(
            (reply, error) -> {
              URI next = reply == null || !Replies.isRedirect(reply) ? null : target(url, reply);
              if (next != null && hops > 0 && HttpFetcher.refusal(next) == null) {
                return hop(asked, next, hops - 1, left, trace);
              }
              return CompletableFuture.completedFuture(rules(asked, reply, error));
            })
        .thenCompose(rules -> rules);
  }

  /** Known from the first reply on: the page that follows is a request like any other. */
  private Duration delay(URI asked, Reply reply) {
    return Replies.isRedirect(reply) ? Duration.ZERO : rules(asked, reply, null).crawlDelay();
  }

  private static @Nullable URI target(URI url, Reply reply) {
    return Links.resolve(url, reply.header(HttpHeaders.LOCATION));
  }

  private RobotRules rules(URI asked, @Nullable Reply reply, @Nullable Throwable error) {
    Instant now = clock.instant();
    if (reply == null) {
      return without(asked, error, now);
    }
    int status = reply.status();
    if (status >= 500) {
      return unknown(asked, "the server answered " + status, now);
    }
    Duration keep = Freshness.of(reply, now);
    if (status < 200 || status >= 300) {
      // No such file, or a redirect that leads nowhere: whoever has no rules has no objections.
      return RobotRules.none(keep, now);
    }
    try {
      byte[] body = reply.unpacked(MAX_BYTES);
      return RobotRules.of(asked, body, reply.header(HttpHeaders.CONTENT_TYPE), keep, now);
    } catch (IOException e) {
      return unknown(asked, String.valueOf(e.getMessage()), now);
    }
  }

  /** No reply came, or none was asked for. */
  private RobotRules without(URI asked, @Nullable Throwable error, Instant now) {
    FetchOutcome outcome = replies.failure(error);
    if (outcome instanceof PutOff off) {
      return RobotRules.unknown(off, Duration.ZERO, now);
    }
    if (outcome instanceof Refused) {
      // The page's own request is refused for the same reason, or the rules hide inside somewhere.
      return RobotRules.none(RobotRules.LEAST, now);
    }
    boolean nameless = Replies.cause(error) instanceof UnknownHostException;
    return nameless
        ? RobotRules.unknown(outcome, RobotRules.AFTER_FAULT, now)
        : unknown(asked, ((Failed) outcome).reason(), now);
  }

  private static RobotRules unknown(URI asked, String why, Instant now) {
    Failed failed =
        new Failed("robots.txt of " + asked.getHost() + " cannot be read: " + why, true, null);
    return RobotRules.unknown(failed, RobotRules.AFTER_FAULT, now);
  }

  private static RobotRules told(URI address, RobotRules rules, Trace trace) {
    String what = rules.rules() == null ? "nothing that is known" : rules.words();
    trace.step(address + " says " + what + ", kept until " + rules.until());
    return rules;
  }
}
