package costwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchSettings;
import costwire.ingest.Fetcher;
import costwire.ingest.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that a test teaches its answers, one inside that nobody may reach, and a fetcher. */
abstract class LocalWeb {
  static final int MAX_BYTES = 100_000;

  /** Longer than any machine pauses. */
  static final Duration LONG = Duration.ofSeconds(60);

  /** The patience of a hasty fetcher. */
  static final Duration SHORT = Duration.ofMillis(400);

  private static final int MOST_TRIES = 100;

  final ExecutorService threads = Executors.newCachedThreadPool();
  final Map<String, List<String>> names = new ConcurrentHashMap<>();
  final AtomicInteger insideHits = new AtomicInteger();
  final CountDownLatch release = new CountDownLatch(1);
  final TestClock clock = new TestClock();
  HttpServer server;
  HttpServer inside;
  Fetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    server = server();
    inside = server();
    inside.createContext(
        "/", exchange -> answer(exchange, 199 + insideHits.incrementAndGet(), "secret"));
    fetcher = fetcher(LONG);
  }

  @AfterEach
  void close() {
    release.countDown();
    fetcher.close();
    server.stop(0);
    inside.stop(0);
    threads.shutdownNow();
  }

  HttpServer server() throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    opened.setExecutor(threads);
    opened.start();
    return opened;
  }

  FetchSettings settings(Duration timeout) {
    return FetchSettings.DEFAULT
        .contact("desk@x.example")
        .maxBytes(MAX_BYTES)
        .timeout(timeout)
        .delay(Duration.ZERO)
        .allowing(Set.of("127.0.0.1:" + server.getAddress().getPort()));
  }

  Fetcher fetcher(Duration timeout) {
    return Fetcher.open(settings(timeout), this::resolve);
  }

  /** The fetcher of a test that moves the clock. */
  Fetcher timed(FetchSettings settings) {
    return Fetcher.open(settings, this::resolve, clock);
  }

  /**
   * A fetcher with little time that knows the server's robots.txt and has had this page: what is
   * asked of it next is the first that the server may be slow about. A machine that pauses uses the
   * time up by itself; then there is another one.
   */
  Fetcher hasty(String path) {
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      Fetcher hasty = timed(settings(SHORT));
      if (hasty.fetch(Fetcher.Request.of(url(path))).join() instanceof Fetched) {
        return hasty;
      }
      hasty.close();
    }
    throw new AssertionError(path + " is not to be had within " + SHORT);
  }

  /** Made-up names from the table, literal addresses as the JDK reads them, nothing else. */
  List<InetAddress> resolve(String host) throws UnknownHostException {
    List<String> known = names.get(host);
    if (known == null && (host.endsWith(".example") || host.isEmpty())) {
      throw new UnknownHostException(host);
    }
    List<InetAddress> found = new ArrayList<>();
    for (String address : known == null ? List.of(host) : known) {
      found.addAll(Arrays.asList(InetAddress.getAllByName(address)));
    }
    return found;
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  FetchOutcome get(String path) {
    return fetch(Fetcher.Request.of(url(path)));
  }

  FetchOutcome fetch(Fetcher.Request request) {
    return fetcher.fetch(request).join();
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    answer(exchange, status, body.getBytes(UTF_8));
  }

  static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    answer(exchange, 302, "");
  }

  static void packed(HttpExchange exchange, String how, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Encoding", how);
    answer(exchange, 200, body);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static void pour(OutputStream out) throws IOException {
    for (int i = 0; i < 1_000; i++) {
      out.write(new byte[1_000]);
    }
    out.close();
  }

  /** A byte now and then, until the test ends or the client hangs up. */
  void drip(OutputStream out) throws IOException {
    do {
      out.write('x');
      out.flush();
    } while (!await(release, 50));
  }

  void hang() {
    await(release);
  }

  static void await(CountDownLatch latch) {
    await(latch, 60_000);
  }

  static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
