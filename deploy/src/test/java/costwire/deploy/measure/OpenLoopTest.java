package costwire.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import costwire.deploy.measure.OpenLoop.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final int REQUESTS = 20;

  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final CountDownLatch all = new CountDownLatch(REQUESTS);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(hands);
    server.createContext("/patient", this::patient);
    server.createContext("/tagged", OpenLoopTest::tagged);
    server.createContext("/busy", exchange -> end(exchange, 503));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    hands.shutdownNow();
  }

  /** Answers nobody before all have asked: a client that waits for answers would wait for ever. */
  private void patient(HttpExchange exchange) throws IOException {
    all.countDown();
    try {
      end(exchange, all.await(60, TimeUnit.SECONDS) ? 200 : 500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tagged(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("ETag", "W/\"1\"");
    boolean known = "W/\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    end(exchange, known ? 304 : 200);
  }

  private static void end(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void startsRequestsWithoutWaitingForAnswersToThoseBefore() {
    ReadRequest request = new ReadRequest("patient", "patient", false);
    List<Long> starts = new ArrayList<>();
    Supplier<ReadRequest> mix =
        () -> {
          starts.add(System.nanoTime());
          return request;
        };
    List<Reply> replies = loop().run(mix, 100, REQUESTS, new Random(1));
    assertThat(replies).hasSize(REQUESTS).allMatch(Reply::isGood);
    assertThat(replies).allMatch(reply -> reply.nanos() >= reply.lateness());
    // The first was due before it was started, and had to wait until the last one was.
    assertThat(replies.get(0).nanos()).isGreaterThan(starts.get(REQUESTS - 1) - starts.get(0));
  }

  @Test
  void whoHasAnAnswerSaysSoTheNextTime() {
    ReadRequest again = new ReadRequest("tagged", "tagged", true);
    OpenLoop loop = loop();
    assertThat(loop.run(() -> again, 1_000, 1, new Random(1)))
        .extracting(Reply::status)
        .containsExactly(200);
    assertThat(loop.run(() -> again, 1_000, 1, new Random(1)))
        .allMatch(Reply::isGood)
        .extracting(Reply::status)
        .containsExactly(304);
  }

  @Test
  void anAnswerOfAnotherKindIsNotGood() {
    List<Reply> replies = run(1_000, 2, new ReadRequest("busy", "busy", true));
    assertThat(replies).hasSize(2).noneMatch(Reply::isGood);
    server.stop(0);
    assertThat(run(1_000, 1, new ReadRequest("busy", "busy", true)))
        .noneMatch(Reply::isGood)
        .extracting(Reply::status)
        .containsExactly(0);
  }

  private List<Reply> run(int rate, int count, ReadRequest request) {
    return loop().run(() -> request, rate, count, new Random(1));
  }

  private OpenLoop loop() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new OpenLoop(address, ReadRequest::path);
  }
}
