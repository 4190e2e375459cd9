package costwire.ingest.fetch;

import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher.Trace;
import costwire.ingest.fetch.Pins.ForbiddenAddressException;
import costwire.ingest.fetch.Replies.PutOffException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Single requests, each in its host's turn, to an address that was resolved once and checked, on
 * few threads: names are resolved on some, replies are read on others.
 */
final class Visits implements AutoCloseable {
  /** Longer lines at a host are no use to anybody: who comes then is sent away for a while. */
  private static final int MAX_WAITING = 100;

  private static final Duration LINE = Duration.ofMinutes(1);

  /** A host that wants no longer rest than this is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final FetchSettings settings;
  private final Clock clock;
  private final Pins pins;
  private final Web web;
  private final HostTurns turns;
  private final HostRests rests;
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
    AtomicBoolean asked = new AtomicBoolean();
    PutOffException off = putOff(visit.url, host);
    if (off != null) {
      return CompletableFuture.failedFuture(off);
    }
    Duration usual = pins.isAllowed(visit.url.getHost(), port(visit.url)) ? Duration.ZERO : delay();
    Duration rest = usual.compareTo(visit.rest) < 0 ? visit.rest : usual;
    int before = turns.waiting(host);
    if (before > 0) {
      visit.trace.step("waits for its turn at " + host + ", behind " + before);
    }
    return turns
        .take(host, () -> asked.get() ? rest : Duration.ZERO, () -> turn(visit, host, asked))
        .whenCompleteAsync((reply, error) -> {}, readers);
  }

  private Duration delay() {
    return settings.delay();
  }

  private CompletableFuture<Reply> turn(Visit visit, String host, AtomicBoolean asked) {
    PutOffException off = putOff(visit.url, host);
    if (off != null) {
      return CompletableFuture.failedFuture(off);
    }
    asked.set(true);
    return turns
        .pause(rests.left(host))
        .thenCompose(rested -> exchange(visit))
        .whenComplete((reply, error) -> note(host, reply, error));
  }

  private @Nullable PutOffException putOff(URI url, String host) {
    Duration left = rests.left(host);
    if (left.compareTo(PATIENCE) > 0) {
      String until = clock.instant().plus(left).toString();
      return new PutOffException(url.getHost() + " is left alone until " + until, left);
    }
    return turns.waiting(host) > MAX_WAITING
        ? new PutOffException(url.getHost() + " has enough requests waiting", LINE)
        : null;
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
    } else if (!closed && !(Replies.cause(error) instanceof ForbiddenAddressException)) {
      rests.silent(host);
    }
  }

  private CompletableFuture<Reply> exchange(Visit visit) {
    if (closed) {
      return CompletableFuture.failedFuture(new IOException("closing"));
    }
    long start = System.nanoTime();
    CompletableFuture<Reply> whole = new CompletableFuture<>();
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
              visit.left.spend(System.nanoTime() - start);
              pins.unpin(visit.url.getHost(), port(visit.url));
            });
  }

  private CompletableFuture<Reply> ask(Visit visit) {
    visit.trace.step("asks for " + visit.url);
    return visit.firstBytes > 0
        ? web.start(visit.url, visit.headers, visit.firstBytes)
        : web.get(visit.url, visit.headers);
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

  private static String host(URI url) {
    return url.getHost().toLowerCase(Locale.ROOT) + ":" + port(url);
  }

  private static int port(URI url) {
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
   */
  record Visit(
      URI url,
      Map<String, String> headers,
      int firstBytes,
      Duration rest,
      TimeLeft left,
      Trace trace) {}
}
