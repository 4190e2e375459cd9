package costwire.ingest.fetch;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher;
import costwire.ingest.HostRest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches over HTTP/1.1, as the hosts want to be asked. */
public final class HttpFetcher implements Fetcher {
  private static final int MAX_URL = 4_096;

  /** One under way, and one that is being hung up on. */
  private static final int PER_HOST = 2;

  private final FetchSettings settings;
  private final Visits visits;
  private final Replies replies;
  private final Robots robots;
  private final Set<CompletableFuture<FetchOutcome>> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public HttpFetcher(FetchSettings settings, Resolver resolver, Clock clock) {
    this.settings = settings;
    Pins pins = new Pins(resolver, settings.allowed());
    Web web =
        new Web(pins, agent(settings.contact()), settings.maxBytes(), settings.timeout(), PER_HOST);
    this.visits = new Visits(settings, pins, web, clock);
    this.replies = new Replies(settings, clock);
    this.robots = new Robots(new RobotsVisit(settings, visits, replies, clock), clock);
  }

  /** The name by which publishers know us: what their robots.txt calls us stands first. */
  private static String agent(@Nullable String contact) {
    return product()
        + " (reads news feeds and articles"
        + (contact == null ? ")" : "; +" + contact + ")");
  }

  static String product() {
    String version = HttpFetcher.class.getPackage().getImplementationVersion();
    return "Costwire" + (version == null ? "" : "/" + version);
  }

  @Override
  public CompletableFuture<FetchOutcome> fetch(Request request) {
    return fetch(request, Trace.NONE);
  }

  @Override
  public CompletableFuture<FetchOutcome> fetch(Request request, Trace trace) {
    TimeLeft left = new TimeLeft(settings.timeout());
    return begun(left, () -> new Journey(request, trace, left, robots, visits, replies).start());
  }

  @Override
  public CompletableFuture<FetchOutcome> post(URI url, Map<String, String> form) {
    TimeLeft left = new TimeLeft(settings.timeout());
    return begun(left, () -> new Delivery(form, left, visits, replies).to(url));
  }

  @Override
  public CompletableFuture<Void> quiet(Collection<URI> urls) {
    return visits.quiet(urls);
  }

  @Override
  public @Nullable HostRest rest(URI url) {
    if (refusal(url) != null) {
      return null;
    }
    Duration between = robots.known(url).crawlDelay();
    Instant until = visits.leftAloneUntil(url);
    return between.isZero() && until == null
        ? null
        : new HostRest(between.isZero() ? null : between, until);
  }

  @Override
  public void leaveAlone(URI url, Duration time) {
    if (refusal(url) == null) {
      visits.leaveAlone(url, time);
    }
  }

  private CompletableFuture<FetchOutcome> begun(
      TimeLeft left, Supplier<CompletableFuture<FetchOutcome>> work) {
    CompletableFuture<FetchOutcome> outcome = new CompletableFuture<>();
    underWay.add(outcome);
    outcome.whenComplete(
        (done, error) -> {
          underWay.remove(outcome);
          left.giveUp();
        });
    if (closed) {
      outcome.complete(closing());
      return outcome;
    }
    work.get().whenComplete((came, error) -> outcome.complete(came == null ? closing() : came));
    return outcome;
  }

  private static Failed closing() {
    return new Failed("closing", true, null);
  }

  /** Why an address is not to be asked at all; null if it may be. */
  static @Nullable String refusal(URI url) {
    String scheme = url.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      return "only http and https are read, not " + scheme;
    }
    if (url.getHost() == null || url.getHost().isEmpty()) {
      return "an address without a host";
    }
    if (url.getRawUserInfo() != null) {
      return "an address with a user's name in it";
    }
    return url.toString().length() > MAX_URL ? "an address of " + MAX_URL + " letters" : null;
  }

  /** Hangs up; whoever still waits hears that we closed. */
  @Override
  public void close() {
    closed = true;
    underWay.forEach(outcome -> outcome.complete(closing()));
    visits.close();
  }
}
