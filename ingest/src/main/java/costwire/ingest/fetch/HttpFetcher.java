package costwire.ingest.fetch;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher;
import costwire.ingest.fetch.Pins.ForbiddenAddressException;
import costwire.ingest.fetch.Reply.TooLargeException;
import costwire.ingest.page.Links;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Fetches over HTTP/1.1 on few threads: names are resolved on some, replies are read on others. */
public final class HttpFetcher implements Fetcher {
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_URL = 4_096;
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, text/html,"
          + " application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";

  private final FetchSettings settings;
  private final Pins pins;
  private final Web web;
  private final HostTurns turns;
  private final Set<CompletableFuture<Reply>> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  // A name service that hangs holds up other names, but no connection and no page.
  private final ExecutorService names =
      Executors.newFixedThreadPool(16, Daemons.named("costwire-names"));
  private final ExecutorService readers =
      Executors.newFixedThreadPool(2, Daemons.named("costwire-fetch"));

  public HttpFetcher(FetchSettings settings, Resolver resolver) {
    this.settings = settings;
    this.pins = new Pins(resolver, settings.allowed());
    String contact = settings.contact();
    String agent =
        "Costwire (reads news feeds and articles" + (contact == null ? ")" : "; " + contact + ")");
    this.web = new Web(pins, agent, settings.maxBytes(), settings.timeout());
    this.turns =
        new HostTurns(
            rest ->
                CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS, readers));
  }

  @Override
  public CompletableFuture<FetchOutcome> fetch(Request request) {
    return hop(request, request.url(), MAX_REDIRECTS, settings.timeout().toNanos());
  }

  /** One address of a chain of redirects, in its own host's turn and within what time is left. */
  private CompletableFuture<FetchOutcome> hop(Request request, URI url, int hops, long nanos) {
    if (closed) {
      return CompletableFuture.completedFuture(new Failed("closing", true, null));
    }
    String refusal = refusal(url);
    if (refusal != null) {
      return CompletableFuture.completedFuture(new Refused(refusal));
    }
    String host = url.getHost();
    int port = port(url);
    Duration rest = pins.isAllowed(host, port) ? Duration.ZERO : settings.delay();
    long[] left = {nanos};
    return turns
        .take(host + ":" + port, rest, () -> exchange(request, url, left))
        .handleAsync((reply, error) -> outcome(url, reply, error), readers)
        .exceptionally(closed -> new Failed("closing", true, null))
        .thenCompose(
            outcome ->
                outcome instanceof Redirect redirect
                    ? follow(request, url, redirect.location(), hops, left[0])
                    : CompletableFuture.completedFuture((FetchOutcome) outcome));
  }

  @SuppressWarnings("CollectionUndefinedEquality") // this very future
  private CompletableFuture<Reply> exchange(Request request, URI url, long[] left) {
    long start = System.nanoTime();
    CompletableFuture<Reply> whole = new CompletableFuture<>();
    underWay.add(whole);
    try {
      CompletableFuture.runAsync(() -> pin(url), names)
          .thenCompose(pinned -> hangingUp(whole, web.get(url, headers(request))))
          .whenComplete((reply, error) -> settle(whole, reply, error));
    } catch (RejectedExecutionException e) {
      whole.completeExceptionally(e);
    }
    return whole
        .orTimeout(Math.max(1, left[0]), TimeUnit.NANOSECONDS)
        .whenComplete(
            (reply, error) -> {
              underWay.remove(whole);
              left[0] -= System.nanoTime() - start;
              pins.unpin(url.getHost(), port(url));
            });
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

  private void pin(URI url) {
    try {
      pins.pin(url.getHost(), port(url));
    } catch (UnknownHostException | ForbiddenAddressException e) {
      throw new CompletionException(e);
    }
  }

  private CompletableFuture<FetchOutcome> follow(
      Request request, URI from, String location, int hops, long nanos) {
    if (hops == 0) {
      return CompletableFuture.completedFuture(
          new Refused("more than " + MAX_REDIRECTS + " redirects"));
    }
    URI to = Links.resolve(from, location);
    return to == null
        ? CompletableFuture.completedFuture(
            new Refused("redirected to what is no http or https address"))
        : hop(request, to, hops - 1, nanos);
  }

  /** What a reply or its failure means; a {@link Redirect} where it leads on. */
  private Object outcome(URI url, @Nullable Reply reply, @Nullable Throwable error) {
    if (reply == null) {
      return failure(error);
    }
    int status = reply.status();
    String location = reply.header(HttpHeaders.LOCATION);
    if (status == 304) {
      return new NotModified();
    } else if (status >= 300 && status < 400 && location != null) {
      return new Redirect(location);
    } else if (status == 404 || status == 410) {
      return new Gone(status);
    } else if (status != 200 && status != 203) {
      return refusedBy(reply, status);
    }
    try {
      return new Fetched(
          url,
          reply.unpacked(settings.maxBytes()),
          reply.header(HttpHeaders.CONTENT_TYPE),
          reply.header(HttpHeaders.ETAG),
          reply.header(HttpHeaders.LAST_MODIFIED));
    } catch (IOException e) {
      return failure(e);
    }
  }

  private static Failed refusedBy(Reply reply, int status) {
    boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
    Duration wait =
        RetryAfter.read(
            reply.header(HttpHeaders.RETRY_AFTER),
            reply.header(HttpHeaders.DATE),
            Clock.systemUTC().instant());
    return new Failed("the server answered " + status, later, wait);
  }

  private FetchOutcome failure(@Nullable Throwable error) {
    Throwable cause = error;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ForbiddenAddressException || cause instanceof TooLargeException) {
      return new Refused(String.valueOf(cause.getMessage()));
    }
    if (cause instanceof UnknownHostException) {
      return new Failed("no such host: " + cause.getMessage(), true, null);
    }
    if (cause instanceof TimeoutException) {
      return new Failed("took longer than " + settings.timeout().toMillis() + " ms", true, null);
    }
    String why = cause == null ? "no reply" : cause.getMessage();
    return new Failed(
        why == null && cause != null ? cause.getClass().getSimpleName() : String.valueOf(why),
        true,
        null);
  }

  private static @Nullable String refusal(URI url) {
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

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>();
    headers.put(HttpHeaders.ACCEPT, ACCEPT);
    headers.put(HttpHeaders.ACCEPT_ENCODING, "gzip");
    if (request.etag() != null) {
      headers.put(HttpHeaders.IF_NONE_MATCH, request.etag());
    }
    if (request.lastModified() != null) {
      headers.put(HttpHeaders.IF_MODIFIED_SINCE, request.lastModified());
    }
    return headers;
  }

  private static int port(URI url) {
    return url.getPort() >= 0
        ? url.getPort()
        : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
  }

  /** Hangs up; whoever still waits hears that we closed. */
  @Override
  public void close() {
    closed = true;
    underWay.forEach(call -> call.completeExceptionally(new IOException("closing")));
    web.close();
    names.shutdownNow();
    readers.shutdownNow();
  }

  private record Redirect(String location) {}
}
