package costwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Courier;
import costwire.ingest.Courier.Receipt;
import costwire.ingest.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that others gave us: what they may lead to, and how long they may keep us. */
class CourierTest {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  /** Longer than any machine pauses. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final Duration SHORT = Duration.ofMillis(400);

  /** Long enough for a slow machine to connect and to ask. */
  private static final Duration SLOW = Duration.ofSeconds(3);

  /** What a name's address is, the next time that it is asked for; the last one stays. */
  private final Map<String, Deque<List<String>>> names = new ConcurrentHashMap<>();

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);
  private RawReceiver receiver;
  private RawReceiver inside;
  private Courier courier;

  @BeforeEach
  void open() throws IOException {
    receiver = new RawReceiver();
    inside = new RawReceiver();
    names("hook.example", List.of("127.0.0.1"));
    courier = courier(LONG);
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    courier.close();
    receiver.close();
    inside.close();
  }

  private Courier courier(Duration timeout) {
    return courier(timeout, List.of("hook.example"));
  }

  private Courier courier(Duration timeout, List<String> hosts) {
    Set<String> allowed =
        hosts.stream().map(host -> host + ":" + receiver.port()).collect(Collectors.toSet());
    return Courier.open(allowed, timeout, this::resolve, new TestClock());
  }

  @SafeVarargs
  private final void names(String host, List<String>... answers) {
    names.put(host, new ArrayDeque<>(List.of(answers)));
  }

  private synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
    asked.add(host);
    Deque<List<String>> answers = names.get(host);
    if (answers == null && !host.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw new UnknownHostException(host);
    }
    List<String> answer = answers == null ? List.of(host) : answers.getFirst();
    if (answers != null && answers.size() > 1) {
      answers.removeFirst();
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : answer) {
      addresses.add(InetAddress.getByName(literal));
    }
    return addresses;
  }

  private URI hook(String path) {
    return hook("hook.example", path);
  }

  private URI hook(String host, String path) {
    return URI.create("http://" + host + ":" + receiver.port() + path);
  }

  private CompletableFuture<Receipt> post() {
    return courier.post(hook("/in?x=1"), JSON, "{\"a\":\"é\"}".getBytes(UTF_8));
  }

  @Test
  void postsTheBodyWithItsHeaders() {
    CompletableFuture<String> heard = new CompletableFuture<>();
    receiver.behaviour =
        (socket, request) -> {
          heard.complete(request);
          RawReceiver.say(socket, "202 Accepted", "");
        };
    Receipt receipt =
        courier
            .post(
                hook("/in?x=1"),
                Map.of("Content-Type", "application/json", "webhook-id", "msg_1"),
                "{\"a\":\"é\"}".getBytes(UTF_8))
            .join();
    assertThat(receipt).isEqualTo(new Receipt(202, null, null));
    assertThat(receipt.isTaken()).isTrue();
    String request = new String(heard.join().getBytes(ISO_8859_1), UTF_8);
    assertThat(request)
        .startsWith("POST /in?x=1 HTTP/1.1\r\n")
        .contains("webhook-id: msg_1\r\n", "Host: hook.example:" + receiver.port())
        .containsIgnoringCase("Content-Type: application/json")
        .endsWith("\r\n\r\n{\"a\":\"é\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/",
        "http://localhost:PORT/",
        "http://[::1]:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/",
        "http://[::127.0.0.1]:PORT/",
        "http://0.0.0.0:PORT/",
        "http://10.0.0.1:PORT/",
        "http://172.16.0.1:PORT/",
        "http://192.168.1.1:PORT/",
        "http://100.64.0.1:PORT/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00::1]:PORT/",
        "http://[fe80::1]:PORT/",
        "http://[64:ff9b::7f00:1]:PORT/",
        "http://0x7f000001:PORT/",
        "http://2130706433:PORT/",
        "http://0177.0.0.1:PORT/",
        "http://127.1:PORT/",
        "http://127.0.0.1.:PORT/",
        "http://0x7f.0.0.1:PORT/",
        "http://inside.example:PORT/",
        "http://half.example:PORT/",
        "http://unknown.example:PORT/",
        "ftp://hook.example:PORT/",
        "file:///etc/passwd",
        "http://user:word@hook.example:PORT/",
      })
  void goesNowhereButToPublicAddresses(String address) {
    names("localhost", List.of("127.0.0.1"));
    names("inside.example", List.of("127.0.0.1"));
    names("half.example", List.of("93.184.215.14", "127.0.0.1"));
    URI url = URI.create(address.replace("PORT", String.valueOf(inside.port())));
    assertThat(courier.refusal(url)).isNotBlank();
    Receipt receipt = courier.post(url, JSON, new byte[2]).join();
    assertThat(receipt.isTaken()).isFalse();
    assertThat(receipt.status()).isZero();
    assertThat(receipt.failure()).isNotBlank();
    assertThat(inside.connections).hasValue(0);
    assertThat(receiver.connections).hasValue(0);
  }

  @Test
  void aNameThatPointsElsewhereAMomentLaterGainsNothing() {
    names("turn.example", List.of("93.184.215.14"), List.of("127.0.0.1"));
    URI url = URI.create("http://turn.example:" + inside.port() + "/");
    assertThat(courier.refusal(url)).isNull();
    assertThat(courier.post(url, JSON, new byte[2]).join().failure()).contains("not a public");
    assertThat(inside.connections).hasValue(0);
  }

  @Test
  void goesToTheAddressThatWasCheckedAndAsksForNoOther() {
    names("hook.example", List.of("127.0.0.1"), List.of("192.0.2.1"));
    assertThat(post().join().status()).isEqualTo(204);
    assertThat(asked).containsExactly("hook.example");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsAnAnswerThatIsNotFollowed(int status) {
    receiver.behaviour =
        (socket, request) ->
            RawReceiver.say(
                socket, status + " Go", "Location: http://127.0.0.1:" + inside.port() + "/\r\n");
    Receipt receipt = post().join();
    assertThat(receipt.status()).isEqualTo(status);
    assertThat(receipt.isTaken()).isFalse();
    assertThat(inside.connections).hasValue(0);
    assertThat(receiver.connections).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "7, -, PT7S",
        "0, -, PT0S",
        "'Thu, 18 Sep 2025 12:02:00 GMT', -, PT2M",
        "'Thu, 18 Sep 2025 12:02:00 GMT', 'Thu, 18 Sep 2025 12:01:30 GMT', PT30S",
        "'Wed, 17 Sep 2025 12:02:00 GMT', -, PT0S",
        "999999999, -, PT168H",
        "'Tue, 18 Sep 2035 12:00:00 GMT', -, PT168H",
        "99999999999999999999, -, -",
        "-5, -, -",
        "soon, -, -",
        "-, -, -",
      })
  void hearsHowLongToWait(String wait, String date, Duration wanted) {
    receiver.behaviour =
        (socket, request) ->
            RawReceiver.say(
                socket,
                "429 Too Many Requests",
                (wait == null ? "" : "Retry-After: " + wait + "\r\n")
                    + (date == null ? "" : "Date: " + date + "\r\n"));
    assertThat(post().join()).isEqualTo(new Receipt(429, wanted, null));
  }

  @Test
  void aReceiverThatSaysNothingIsGivenUp() {
    courier.close();
    courier = courier(SHORT);
    receiver.behaviour = (socket, request) -> over.await();
    assertThat(post().join()).isEqualTo(new Receipt(0, null, "no answer in time"));
  }

  /**
   * Many: a client may lose the way to one call in twelve, when it connects immediately. A post
   * that a pause of the machine ended before it was read is none of them.
   */
  @Test
  void receiversThatAnswerAByteAtATimeAreHungUpOn() throws Exception {
    List<String> hosts = IntStream.range(0, 64).mapToObj(i -> "h" + i + ".example").toList();
    hosts.forEach(host -> names(host, List.of("127.0.0.1")));
    courier.close();
    courier = courier(SLOW, hosts);
    Semaphore next = new Semaphore(0);
    AtomicInteger reached = new AtomicInteger();
    Semaphore hungUp = new Semaphore(0);
    receiver.behaviour =
        (socket, request) -> {
          reached.incrementAndGet();
          next.release();
          drip(socket, hungUp);
        };
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (String host : hosts) {
      next.drainPermits();
      receipts.add(
          courier
              .post(hook(host, "/in"), JSON, new byte[2])
              .whenComplete((receipt, error) -> next.release()));
      assertThat(next.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }
    for (CompletableFuture<Receipt> receipt : receipts) {
      assertThat(receipt.join().failure()).isEqualTo("no answer in time");
    }
    assertThat(reached).hasValueGreaterThan(hosts.size() / 2);
    assertThat(hungUp.tryAcquire(reached.get(), 60, TimeUnit.SECONDS)).isTrue();
  }

  private void drip(Socket socket, Semaphore hungUp) throws Exception {
    try {
      socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
      while (!over.await(20, TimeUnit.MILLISECONDS)) {
        socket.getOutputStream().write('a');
      }
    } catch (SocketException e) {
      hungUp.release();
    }
  }

  @Test
  void anAnswerWithoutEndIsTakenForItsStatusAndHungUpOn() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    receiver.behaviour =
        (socket, request) -> {
          try {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
            byte[] much = new byte[1 << 16];
            while (over.getCount() > 0) {
              socket.getOutputStream().write(much);
            }
          } catch (SocketException e) {
            hungUp.countDown();
          }
        };
    assertThat(post().join()).isEqualTo(new Receipt(200, null, null));
    assertThat(hungUp.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\nContent-Le", "GO AWAY\r\n\r\n"})
  void aConnectionThatIsCutAfterTheBodyIsNoReceipt(String answer) {
    receiver.behaviour =
        (socket, request) -> {
          socket.getOutputStream().write(answer.getBytes(UTF_8));
          socket.getOutputStream().flush();
        };
    Receipt receipt = post().join();
    assertThat(receipt.status()).isZero();
    assertThat(receipt.failure()).isNotBlank();
    assertThat(receiver.connections).as("tried again by nobody but its owner").hasValue(1);
  }

  @Test
  void postsToOneHostDoNotWaitForEachOther() {
    int many = 4;
    CyclicBarrier all = new CyclicBarrier(many);
    receiver.behaviour =
        (socket, request) -> {
          all.await(60, TimeUnit.SECONDS);
          RawReceiver.say(socket, "200 OK", "");
        };
    List<CompletableFuture<Receipt>> posts =
        IntStream.range(0, many).mapToObj(i -> post()).toList();
    assertThat(posts)
        .allSatisfy(post -> assertThat(post.join()).isEqualTo(new Receipt(200, null, null)));
  }

  @Test
  void whatIsUnderWayAtTheEndFailsAndWhatComesLaterToo() throws Exception {
    CountDownLatch there = new CountDownLatch(1);
    receiver.behaviour =
        (socket, request) -> {
          there.countDown();
          over.await();
        };
    CompletableFuture<Receipt> underWay = post();
    assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
    courier.close();
    assertThat(underWay.get(60, TimeUnit.SECONDS).failure()).isNotBlank();
    assertThat(post().get(60, TimeUnit.SECONDS)).isEqualTo(new Receipt(0, null, "closing"));
  }
}
