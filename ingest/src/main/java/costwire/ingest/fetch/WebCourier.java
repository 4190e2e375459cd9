package costwire.ingest.fetch;

import costwire.ingest.Courier;
import costwire.ingest.Fetcher.Resolver;
import costwire.ingest.fetch.Pins.ForbiddenAddressException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Posts over HTTP/1.1, to addresses that were resolved once and checked. */
public final class WebCourier implements Courier {
  /** What a receiver says beside its status is not read, but it must be able to say it. */
  private static final int ANSWER_BYTES = 1 << 10;

  /** Posts to one receiver that may be under way at once; each has the whole of its time. */
  private static final int PER_HOST = 8;

  private static final int NAME_SECONDS = 5;

  private final Duration timeout;
  private final Clock clock;
  private final Pins pins;
  private final Web web;
  private final Set<CompletableFuture<Reply>> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService names =
      Executors.newFixedThreadPool(16, Daemons.named("costwire-courier-names"));

  public WebCourier(Set<String> allowed, Duration timeout, Resolver resolver, Clock clock) {
    this.timeout = timeout;
    this.clock = clock;
    this.pins = new Pins(resolver, allowed);
    this.web = new Web(pins, HttpFetcher.product(), ANSWER_BYTES, timeout, PER_HOST);
  }

  @Override
  public @Nullable String refusal(URI url) {
    try {
      pinned(url).orTimeout(NAME_SECONDS, TimeUnit.SECONDS).join();
      return null;
    } catch (CompletionException e) {
      return words(e);
    }
  }

  @Override
  public CompletableFuture<Receipt> post(URI url, Map<String, String> headers, byte[] body) {
    long end = System.nanoTime() + timeout.toNanos();
    return pinned(url)
        .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
        .thenCompose(checked -> call(url, headers, body, end - System.nanoTime()))
        .handle((reply, error) -> reply == null ? new Receipt(0, null, words(error)) : of(reply));
  }

  /** Its time is the call's own: a receiver that answers a byte at a time must be hung up on. */
  private CompletableFuture<Reply> call(
      URI url, Map<String, String> headers, byte[] body, long nanos) {
    CompletableFuture<Reply> call = web.post(url, headers, body, ANSWER_BYTES);
    underWay.add(call);
    call.whenComplete((reply, error) -> underWay.remove(call));
    return call.orTimeout(nanos, TimeUnit.NANOSECONDS);
  }

  private Receipt of(Reply reply) {
    String wait = reply.header(HttpHeaders.RETRY_AFTER);
    String date = reply.header(HttpHeaders.DATE);
    return new Receipt(reply.status(), RetryAfter.read(wait, date, clock.instant()), null);
  }

  /** Addresses stay pinned: two posts to one host may be under way, and each checks them anew. */
  private CompletableFuture<Void> pinned(URI url) {
    String refusal = HttpFetcher.refusal(url);
    if (refusal != null) {
      return CompletableFuture.failedFuture(new ForbiddenAddressException(refusal));
    }
    try {
      return CompletableFuture.runAsync(() -> pin(url), names);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void pin(URI url) {
    try {
      pins.pin(url.getHost(), Visits.port(url));
    } catch (UnknownHostException | ForbiddenAddressException e) {
      throw new CompletionException(e);
    }
  }

  private static String words(@Nullable Throwable error) {
    Throwable cause = Replies.cause(error);
    if (cause instanceof UnknownHostException) {
      return "its host is not known: " + cause.getMessage();
    }
    if (Replies.isTimeout(cause)) {
      return "no answer in time";
    }
    if (cause instanceof RejectedExecutionException || cause instanceof CancellationException) {
      return "closing";
    }
    return cause == null ? "no answer" : String.valueOf(cause.getMessage());
  }

  @Override
  public void close() {
    names.shutdownNow();
    underWay.forEach(call -> call.cancel(true));
    web.close();
  }
}
