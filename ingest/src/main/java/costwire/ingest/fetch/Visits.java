package costwire.ingest.fetch;

import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher.Trace;
import costwire.ingest.fetch.Pins.ForbiddenAddressException;
import costwire.ingest.fetch.Replies.PutOffException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Single requests, each in its host's turn, to an address that was resolved once and checked, on
 * few threads: names are resolved on some, replies are read on others.
 */
final class Visits implements AutoCloseable {
  /** Longer lines at a host are no use to anybody: who comes then is sent away for a while. */
  private static final int MAX_WAITING = 200;

  private static final Duration LONGEST_LINE = Duration.ofMinutes(10);

  /** A host that wants no longer rest than this is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final FetchSettings settings;
  private final Clock clock;
  private final Pins pins;
  private final Web web;
  private final HostTurns turns;
  private final HostRests rests;

  /** Requests under way, each with its host. */
  private final Map<CompletableFuture<Reply>, String> underWay = new ConcurrentHashMap<>();

  private volatile boolean closed;
  // A name service that hangs holds up other names, but no connection and no page.
  private final ExecutorService names =
      Executors.newFixedThreadPool(16, Daemons.named("costwire-names"));
  private final ExecutorService readers =
      Executors.newFixedThreadPool(2, Daemons.named("costwire-fetch"));

  Visits(FetchSettings settings, Pins pins, Web web, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.pins = pins;
    this.web = web;
    this.rests = new HostRests(clock);
    this.turns =
        new HostTurns(
            rest ->
                CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS, readers));
  }

  /**
   * Waits for the host's turn and asks. The future completes on a thread that may read the reply;
   * it fails with {@link PutOffException} if the host wants to be left alone.
   */
  CompletableFuture<Reply> visit(Visit visit) {
    String host = host(visit.url);
    AtomicReference<Duration> after = new AtomicReference<>(Duration.ZERO);
    Duration rest = longer(ours(visit), visit.rest);
    int before = turns.waiting(host);
    PutOffException off = crowded(visit, before, rest);
    if (off != null) {
      return CompletableFuture.failedFuture(off);
    }
    if (before > 0) {
      visit.trace.step("waits for its turn at " + host + ", behind " + before);
    }
    return turns
        .take(host, after::get, () -> turn(visit, host, after))
        .whenCompleteAsync((reply, error) -> {}, readers);
  }

  private Duration ours(Visit visit) {
    boolean free = pins.isAllowed(visit.url.getHost(), port(visit.url));
    return free ? Duration.ZERO : settings.delay();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** Why one need not even stand in line; null if one may. */
  private @Nullable PutOffException crowded(Visit visit, int before, Duration rest) {
    boolean full = before >= MAX_WAITING || rest.multipliedBy(before).compareTo(LONGEST_LINE) > 0;
    String why = visit.url.getHost() + " has enough requests waiting";
    return full ? new PutOffException(why, LONGEST_LINE) : putOff(visit.url, host(visit.url));
  }

  private CompletableFuture<Reply> turn(Visit visit, String host, AtomicReference<Duration> after) {
    PutOffException off = putOff(visit.url, host);
    if (off != null) {
      return CompletableFuture.failedFuture(off);
    }
    Duration rest = longer(ours(visit), visit.rest);
    return turns
        .pause(rests.left(host))
        .thenCompose(rested -> wanted(visit, rest, after))
        .whenComplete(
            (reply, error) -> {
              note(host, reply, error);
              if (reply != null) {
                after.set(longer(rest, visit.wish.apply(reply)));
              }
            });
  }

  private @Nullable PutOffException putOff(URI url, String host) {
    Duration left = rests.left(host);
    if (left.compareTo(PATIENCE) > 0) {
      String until = clock.instant().plus(left).toString();
      return new PutOffException(url.getHost() + " is left alone until " + until, left);
    }
    return null;
  }

  /** What a host asks of one request holds for all. */
  private void note(String host, @Nullable Reply reply, @Nullable Throwable error) {
    if (reply != null) {
      Duration wait = reply.status() < 400 ? null : Replies.retryAfter(reply, clock);
      if (wait != null || reply.status() == 429) {
        rests.asked(host, wait == null ? HostRests.OVERRUN : wait);
      } else {
        rests.answered(host);
      }
    } else if (!closed && isSilence(Replies.cause(error))) {
      rests.silent(host);
    }
  }

  /** Whether the host did not answer, rather than badly. */
  private static boolean isSilence(@Nullable Throwable error) {
    return Replies.isTimeout(error)
        || error instanceof SocketException
        || error instanceof UnknownHostException;
  }

  private CompletableFuture<Reply> wanted(
      Visit visit, Duration rest, AtomicReference<Duration> after) {
    if (visit.left.isGivenUp()) {
      String why = "nobody waits for it any more";
      return CompletableFuture.failedFuture(new PutOffException(why, Duration.ZERO));
    }
    after.set(rest);
    return exchange(visit);
  }

  private CompletableFuture<Reply> exchange(Visit visit) {
    if (closed) {
      return CompletableFuture.failedFuture(new IOException("closing"));
    }
    long start = System.nanoTime();
    CompletableFuture<Reply> whole = new CompletableFuture<>();
    underWay.put(whole, host(visit.url));
    try {
      CompletableFuture.runAsync(() -> pin(visit), names)
          .thenCompose(pinned -> hangingUp(whole, ask(visit)))
          .whenComplete((reply, error) -> settle(whole, reply, error));
    } catch (RejectedExecutionException e) {
      whole.completeExceptionally(e);
    }
    return whole
        .orTimeout(visit.left.nanos(), TimeUnit.NANOSECONDS)
        .whenComplete(
            (reply, error) -> {
              underWay.remove(whole);
              visit.left.spend(System.nanoTime() - start);
              pins.unpin(visit.url.getHost(), port(visit.url));
            });
  }

  private CompletableFuture<Reply> ask(Visit visit) {
    visit.trace.step("asks for " + visit.url);
    return visit.firstBytes > 0
        ? web.start(visit.url, visit.headers, visit.firstBytes, visit.form)
        : web.get(visit.url, visit.headers);
  }

  /** Completes once no request is under way at the hosts of these addresses. */
  CompletableFuture<Void> quiet(Collection<URI> urls) {
    Set<String> hosts = urls.stream().map(Visits::host).collect(Collectors.toSet());
    return CompletableFuture.allOf(
        underWay.entrySet().stream()
            .filter(request -> hosts.contains(request.getValue()))
            .map(request -> request.getKey().handle((reply, error) -> true))
            .toArray(CompletableFuture<?>[]::new));
  }

  /** Leaves an address's host alone for a while. */
  void leaveAlone(URI url, Duration time) {
    rests.asked(host(url), time);
  }

  /** Until when an address's host is left alone; null if it is not. */
  @Nullable Instant leftAloneUntil(URI url) {
    return rests.until(host(url));
  }

  private static CompletableFuture<Reply> hangingUp(
      CompletableFuture<Reply> whole, CompletableFuture<Reply> call) {
    whole.whenComplete((reply, error) -> call.cancel(true));
    return call;
  }

  private static void settle(
      CompletableFuture<Reply> whole, @Nullable Reply reply, @Nullable Throwable error) {
    if (reply != null) {
      whole.complete(reply);
    } else {
      whole.completeExceptionally(error == null ? new IOException("no reply") : error);
    }
  }

  private void pin(Visit visit) {
    try {
      String host = visit.url.getHost();
      pins.pin(host, port(visit.url));
      visit.trace.step(host + " is " + pins.resolve(host, port(visit.url)));
    } catch (UnknownHostException | ForbiddenAddressException e) {
      throw new CompletionException(e);
    }
  }

  /** With and without TLS it is the same host; at another port it may be anybody. */
  private static String host(URI url) {
    int port = port(url);
    String name = url.getHost().toLowerCase(Locale.ROOT);
    return port == 80 || port == 443 ? name : name + ":" + port;
  }

  static int port(URI url) {
    return url.getPort() >= 0
        ? url.getPort()
        : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
  }

  /** Hangs up. */
  @Override
  public void close() {
    closed = true;
    web.close();
    names.shutdownNow();
    readers.shutdownNow();
  }

  /**
   * A request to make.
   *
   * @param firstBytes how much of the body is wanted; 0: all of it, up to the usual bound
   * @param rest how long the host wants to rest afterwards; ours may be longer
   * @param wish how long the reply itself asks for, which may be longer
   * @param form what to send, encoded; null: nothing is sent, but asked for
   */
  record Visit(
      URI url,
      Map<String, String> headers,
      int firstBytes,
      Duration rest,
      Function<Reply, Duration> wish,
      TimeLeft left,
      Trace trace,
      @Nullable String form) {}
}
