package costwire.ingest.fetch;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.Fetcher.Request;
import costwire.ingest.Fetcher.Trace;
import costwire.ingest.fetch.Visits.Visit;
import costwire.ingest.page.Links;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** A request on its way through redirects: every host on it is asked for its rules first. */
final class Journey {
  private static final int MAX_REDIRECTS = 5;
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, text/html,"
          + " application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";

  private final Request request;
  private final Trace trace;
  private final TimeLeft left;
  private final Robots robots;
  private final Visits visits;
  private final Replies replies;
  private int redirects;

  /** Whether all redirects so far are for good. */
  private boolean permanent = true;

  private @Nullable URI movedTo;

  Journey(
      Request request, Trace trace, TimeLeft left, Robots robots, Visits visits, Replies replies) {
    this.request = request;
    this.trace = trace;
    this.left = left;
    this.robots = robots;
    this.visits = visits;
    this.replies = replies;
  }

  CompletableFuture<FetchOutcome> start() {
    return to(request.url()).thenApply(this::told);
  }

  private CompletableFuture<FetchOutcome> to(URI url) {
    String refusal = HttpFetcher.refusal(url);
    if (refusal != null) {
      return ended(new Refused(refusal));
    }
    return robots.of(url, trace).thenCompose(rules -> under(rules, url));
  }

  private CompletableFuture<FetchOutcome> under(RobotRules rules, URI url) {
    FetchOutcome objection = rules.objection(url);
    if (objection != null) {
      return ended(objection);
    }
    trace.step("robots.txt of " + url.getHost() + " allows " + url.getRawPath());
    return visits
        .visit(
            new Visit(
                url,
                headers(url),
                0,
                rules.crawlDelay(),
                reply -> Duration.ZERO,
                left,
                trace,
                null))
        .handle((reply, error) -> reply == null ? ended(replies.failure(error)) : go(url, reply))
        .thenCompose(outcome -> outcome);
  }

  private CompletableFuture<FetchOutcome> go(URI url, Reply reply) {
    trace.step("the server answered " + reply.status());
    if (!Replies.isRedirect(reply)) {
      return ended(replies.outcome(url, reply, movedTo));
    }
    if (redirects == MAX_REDIRECTS) {
      return ended(new Refused("more than " + MAX_REDIRECTS + " redirects"));
    }
    redirects++;
    URI to = Links.resolve(url, reply.header(HttpHeaders.LOCATION));
    if (to == null) {
      return ended(new Refused("redirected to what is no http or https address"));
    }
    trace.step("redirected to " + to + (Replies.isPermanent(reply) ? " for good" : ""));
    // A move off https is no move: whoever sits on the line could have written it.
    boolean downgrade =
        "https".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
    permanent &= Replies.isPermanent(reply) && !downgrade;
    movedTo = permanent ? to : movedTo;
    return to(to);
  }

  private Map<String, String> headers(URI url) {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpHeaders.ACCEPT, ACCEPT);
    headers.put(HttpHeaders.ACCEPT_ENCODING, "gzip");
    // What one server said of its copy is no business of another's.
    boolean known = url.equals(request.source() == null ? request.url() : request.source());
    if (known && request.etag() != null) {
      headers.put(HttpHeaders.IF_NONE_MATCH, request.etag());
    }
    if (known && request.lastModified() != null) {
      headers.put(HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
    }
    return headers;
  }

  private static CompletableFuture<FetchOutcome> ended(FetchOutcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }

  private FetchOutcome told(FetchOutcome outcome) {
    trace.step(Steps.words(outcome));
    return outcome;
  }
}
