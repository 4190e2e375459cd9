package costwire.deploy.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import costwire.deploy.soak.SimulatedHost.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The hosts of a plan on one port of the loopback address, told apart by the Host header. */
final class SimulatedWeb implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService hands = Executors.newCachedThreadPool(SimulatedWeb::daemon);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, SimulatedHost> byName = new HashMap<>();
  private final List<SimulatedHost> hosts;
  private final Duration lasting;
  private final long opened = System.nanoTime();
  private final LongAdder requests = new LongAdder();

  private SimulatedWeb(HttpServer server, SoakPlan plan) {
    this.server = server;
    this.lasting = plan.lasting();
    this.hosts = plan.web(server.getAddress().getPort());
    hosts.forEach(host -> byName.put(host.name, host));
    server.setExecutor(hands);
    server.createContext("/", this::serve);
    server.start();
  }

  /**
   * Opens it on any free port.
   *
   * @throws UncheckedIOException if there is none
   */
  static SimulatedWeb open(SoakPlan plan) {
    // Without it each answer waits 40 ms for the client's ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new SimulatedWeb(HttpServer.create(new InetSocketAddress(loopback, 0), 1_000), plan);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the simulated web", e);
    }
  }

  List<SimulatedHost> hosts() {
    return hosts;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Since it was opened. */
  Duration time() {
    return Duration.ofNanos(System.nanoTime() - opened);
  }

  /** The same until nothing changes any more. */
  Duration moment() {
    Duration time = time();
    return time.compareTo(lasting) < 0 ? time : lasting;
  }

  /** Hosts that list something at the end of the changes that no reader has. */
  long unread() {
    return hosts.stream().filter(host -> !host.isRead(lasting)).count();
  }

  /** Requests taken so far. */
  long requests() {
    return requests.sum();
  }

  private void serve(HttpExchange exchange) throws IOException {
    requests.increment();
    SimulatedHost host = byName.get(exchange.getRequestHeaders().getFirst("Host"));
    if (host == null) {
      exchange.sendResponseHeaders(421, -1);
      exchange.close();
      return;
    }
    if (host.habit == Habit.HUNG) {
      await(Duration.ofDays(1));
      exchange.close();
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
    host.ledger.begin(time(), path, host.forbids(path), agent);
    await(host.slowness());
    Duration time = time();
    Duration moment = time.compareTo(lasting) < 0 ? time : lasting;
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    Answer answer = host.answer(path, known, time, moment);
    // Noted before it is sent: who has it may ask again at once.
    host.ledger.end(time);
    send(exchange, answer);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    int length = answer.body().length + answer.missing();
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (answer.missing() > 0) {
      exchange.getResponseBody().write(answer.body());
      exchange.getResponseBody().flush();
      // What the handler throws is all that makes the server hang up.
      throw new IOException("short of the stated length, as meant");
    }
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.body());
    }
  }

  private void await(Duration time) {
    try {
      if (!time.isZero()) {
        boolean unused = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    hands.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "simulated-web");
    thread.setDaemon(true);
    return thread;
  }
}
