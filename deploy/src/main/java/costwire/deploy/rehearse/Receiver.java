package costwire.deploy.rehearse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import costwire.aggregate.Alert;
import costwire.deploy.notify.Payload;
import costwire.stream.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A receiver of webhooks on a port of the loopback address, with its conduct and its ledger. */
final class Receiver implements AutoCloseable {
  private static final Clock WALL = Clock.systemUTC();
  private static final int BACKLOG = 200;
  private static final int SLOWNESS = 150;

  /** Milliseconds: nobody waits as long for an answer. */
  private static final int BEYOND_PATIENCE = 10 * (int) DeliveringProcess.TIMEOUT.toMillis();

  private static final Duration STAY_AWAY = Duration.ofMinutes(20);
  private static final Duration LEAVES = Duration.ofHours(12);

  /** How long who goes away is. */
  static final Duration AWAY = Duration.ofHours(72);

  /** So many posts are taken before the receiver is gone. */
  private static final int POSTS_BEFORE_END = 20;

  private static final int TAKEN = 200;
  private static final int REDIRECT = 302;
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int BROKEN = 500;
  private static final int FAILING = 503;

  /** Not a status: the connection is cut without one. */
  private static final int CUT = 0;

  /** Not a status: there is no answer as long as anybody waits. */
  private static final int NEVER = -1;

  private final String name;
  private final Conduct conduct;
  private final SplittableRandom chance;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Receipt> ledger = new ArrayList<>();
  private final Executor hands;
  private final InetSocketAddress address;
  private HttpServer server;
  private boolean away;
  private @Nullable Duration left;
  private @Nullable Duration back;

  /**
   * A post as the receiver noted it.
   *
   * @param id {@code webhook-id}
   * @param taken whether the receiver has it, whether or not it said so
   * @param gone whether it said that it wants nothing more
   * @param alerts its parts
   * @param at by the clock on the wall, in milliseconds
   */
  record Receipt(
      String id, boolean taken, boolean gone, String companyId, List<Alert> alerts, long at) {
    Receipt {
      alerts = List.copyOf(alerts);
    }
  }

  private Receiver(String name, Conduct conduct, long seed, Executor hands, HttpServer server) {
    this.name = name;
    this.conduct = conduct;
    this.chance = new SplittableRandom(seed);
    this.hands = hands;
    this.server = server;
    this.address = server.getAddress();
    open();
  }

  /**
   * Opens a receiver on any free port.
   *
   * @throws UncheckedIOException if there is none
   */
  static Receiver open(String name, Conduct conduct, long seed, Executor hands) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), BACKLOG);
      return new Receiver(name, conduct, seed, hands, server);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a receiver", e);
    }
  }

  private void open() {
    server.setExecutor(hands);
    server.createContext("/", this::serve);
    server.start();
  }

  String name() {
    return name;
  }

  Conduct conduct() {
    return conduct;
  }

  /** Its host and port. */
  String authority() {
    return address.getHostString() + ":" + address.getPort();
  }

  URI url() {
    return URI.create("http://" + authority() + "/hook");
  }

  /** Goes away and comes back when it is time; to be called often. */
  void look(Duration sinceStart) {
    if (left != null && !away && back == null) {
      back = sinceStart; // since a moment ago
    }
    boolean absent =
        conduct == Conduct.AWAY
            && sinceStart.compareTo(LEAVES) >= 0
            && sinceStart.compareTo(LEAVES.plus(AWAY)) < 0;
    if (absent && !away) {
      left = sinceStart;
      server.stop(0);
      away = true;
    } else if (!absent && away) {
      away = !comesBack();
    }
  }

  /**
   * Whether nobody can have been there: on a machine that pauses, who is away for three days may
   * come back after four.
   */
  boolean wasAway(Duration sinceStart) {
    return left != null
        && left.compareTo(sinceStart) <= 0
        && (back == null || back.compareTo(sinceStart) >= 0);
  }

  private boolean comesBack() {
    try {
      server = HttpServer.create(address, BACKLOG);
      open();
      return true;
    } catch (IOException e) {
      // Somebody else has the port for a moment: tried again at the next look.
      return false;
    }
  }

  /** All posts so far, in their order. */
  synchronized List<Receipt> ledger() {
    return List.copyOf(ledger);
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = answer();
    boolean taken = status == TAKEN || status == CUT;
    if (conduct == Conduct.SLOW) {
      await(SLOWNESS);
    }
    note(exchange.getRequestHeaders().getFirst("webhook-id"), body, taken, status == GONE);
    if (status == NEVER) {
      await(BEYOND_PATIENCE);
    }
    if (status == CUT || status == NEVER) {
      // What the handler throws is all that makes the server hang up.
      throw new IOException("no answer, as meant");
    }
    if (status == TOO_MANY) {
      long seconds = STAY_AWAY.toSeconds();
      exchange.getResponseHeaders().set("Retry-After", Long.toString(seconds));
    }
    if (status == REDIRECT) {
      exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private synchronized int answer() {
    int tenth = chance.nextInt(10);
    return switch (conduct) {
      case WELL, SLOW, AWAY -> TAKEN;
      case FAILING -> tenth < 3 ? FAILING : TAKEN;
      case HANGING -> tenth < 2 ? NEVER : TAKEN;
      case LIMITING -> tenth < 3 ? TOO_MANY : TAKEN;
      case CUTTING -> tenth < 3 ? CUT : TAKEN;
      case GONE -> ledger.size() < POSTS_BEFORE_END ? TAKEN : GONE;
      case MOVED -> REDIRECT;
      case BROKEN -> BROKEN;
      case SILENT -> NEVER;
    };
  }

  private void note(String id, byte[] body, boolean taken, boolean gone) throws IOException {
    Payload.Data data = Json.mapper().readValue(body, Payload.class).data();
    synchronized (this) {
      ledger.add(
          new Receipt(
              id, taken, gone, String.valueOf(data.companyId()), data.alerts(), WALL.millis()));
    }
  }

  private void await(long millis) {
    try {
      boolean unused = closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
