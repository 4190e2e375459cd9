package costwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.FetchOutcome.PutOff;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.Fetcher;
import costwire.ingest.HostRest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one reply of a host means for the requests after it. */
class MannersTest extends LocalWeb {
  private final AtomicInteger hits = new AtomicInteger();
  private Fetcher timed;
  private HttpServer other;

  @BeforeEach
  void openBoth() throws IOException {
    other = server();
    server.createContext("/page", exchange -> counted(exchange));
    timed =
        timed(
            settings(LONG)
                .allowing(
                    Set.of(
                        "127.0.0.1:" + server.getAddress().getPort(),
                        "127.0.0.1:" + other.getAddress().getPort())));
  }

  @AfterEach
  void closeBoth() {
    timed.close();
    other.stop(0);
  }

  private void counted(HttpExchange exchange) throws IOException {
    hits.incrementAndGet();
    answer(exchange, 200, "page");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "429, 120, 120",
        "503, 3600, 3600",
        "429, -, 60",
        "429, soon, 60",
        "404, 90, 90",
        "503, 99999999, 604800"
      })
  void leavesAHostAloneForAllPagesWhenOneAnswerAsksForIt(int status, String header, long seconds) {
    server.createContext(
        "/busy",
        exchange -> {
          if (header != null) {
            exchange.getResponseHeaders().set("Retry-After", header);
          }
          answer(exchange, status, "");
        });
    ask("/busy");
    clock.pass(Duration.ofSeconds(seconds - 10));
    PutOff off = (PutOff) ask("/page");
    assertThat(off.rest()).isEqualTo(Duration.ofSeconds(10));
    assertThat(off.reason())
        .isEqualTo("127.0.0.1 is left alone until " + clock.instant().plusSeconds(10));
    assertThat(hits).hasValue(0);
    clock.pass(Duration.ofSeconds(10));
    assertThat(ask("/page")).isInstanceOf(Fetched.class);
  }

  @Test
  void doesNotShortenARestThatWasAskedFor() {
    HostRests rests = new HostRests(clock);
    rests.asked("h", Duration.ofHours(1));
    rests.asked("h", Duration.ofMinutes(1));
    rests.answered("h");
    rests.silent("h");
    assertThat(rests.left("h")).isEqualTo(Duration.ofHours(1));
    assertThat(rests.left("i")).isZero();
    clock.pass(Duration.ofHours(1));
    rests.answered("h");
    assertThat(rests.size()).isZero();
  }

  @Test
  void leavesAHostAloneThatDoesNotAnswerEverLonger() {
    HostRests rests = new HostRests(clock);
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rests.silent("h");
      seconds.add(rests.left("h").toSeconds());
      clock.pass(rests.left("h"));
    }
    assertThat(seconds).containsExactly(0L, 30L, 60L, 120L, 240L, 480L, 960L, 960L, 960L);
    rests.answered("h");
    rests.silent("h");
    assertThat(rests.left("h")).isZero();
  }

  @Test
  void sendsAwayWhoStandsBehindAHostThatIsSilent() {
    server.createContext("/hang", exchange -> hang());
    try (Fetcher hasty = hasty("/page")) {
      for (int i = 0; i < 2; i++) {
        assertThat(hasty.fetch(Fetcher.Request.of(url("/hang"))).join()).isInstanceOf(Failed.class);
      }
      assertThat(hasty.fetch(Fetcher.Request.of(url("/page"))).join()).isInstanceOf(PutOff.class);
    }
  }

  @Test
  void sendsAwayWhoWouldStandInLineForTooLong() {
    server.createContext(
        "/robots.txt",
        exchange -> answer(exchange, 200, "User-agent: *\nDisallow: /none\nCrawl-delay: 60"));
    assertThat(ask("/none")).isInstanceOf(Refused.class);
    List<CompletableFuture<FetchOutcome>> line = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      line.add(timed.fetch(Fetcher.Request.of(url("/page"))));
    }
    assertThat(line.subList(10, 20))
        .allSatisfy(
            outcome ->
                assertThat(outcome.join())
                    .isEqualTo(
                        new PutOff(
                            "127.0.0.1 has enough requests waiting", Duration.ofMinutes(10))));
    assertThat(line.subList(0, 10)).noneMatch(CompletableFuture::isDone);
    timed.close();
    assertThat(line).allMatch(CompletableFuture::isDone);
  }

  @Test
  void asksAHostOneThingAtATime() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.createContext(
        "/busy",
        exchange -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          await(release, 5);
          underWay.decrementAndGet();
          answer(exchange, 200, "x");
        });
    List<CompletableFuture<FetchOutcome>> all =
        Stream.generate(() -> timed.fetch(Fetcher.Request.of(url("/busy")))).limit(30).toList();
    all.forEach(each -> assertThat(each.join()).isInstanceOf(Fetched.class));
    assertThat(most).hasValue(1);
  }

  @Test
  void holdsUpNobodyWhileAHostHangs() {
    CountDownLatch asked = new CountDownLatch(1);
    other.createContext(
        "/hang",
        exchange -> {
          asked.countDown();
          hang();
        });
    URI hanging = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/hang");
    CompletableFuture<FetchOutcome> first = timed.fetch(Fetcher.Request.of(hanging));
    await(asked);
    assertThat(ask("/page")).isInstanceOf(Fetched.class);
    assertThat(first).isNotDone();
  }

  @Test
  void takesAPageThatIsTooLargeForNoSilence() {
    server.createContext("/large", exchange -> answer(exchange, 200, new byte[MAX_BYTES + 1]));
    for (int i = 0; i < 3; i++) {
      assertThat(ask("/large")).isInstanceOf(Refused.class);
    }
    assertThat(ask("/page")).isInstanceOf(Fetched.class);
  }

  @Test
  void restsBetweenTwoRequestsAsLongAsTheHostsRobotsTxtAsks() {
    server.createContext(
        "/robots.txt", exchange -> answer(exchange, 200, "User-agent: *\nCrawl-delay: 0.2"));
    List<Long> starts = Collections.synchronizedList(new ArrayList<>());
    server.createContext(
        "/timed",
        exchange -> {
          starts.add(System.nanoTime());
          answer(exchange, 200, "x");
        });
    var first = timed.fetch(Fetcher.Request.of(url("/timed")));
    var second = timed.fetch(Fetcher.Request.of(url("/timed")));
    first.join();
    second.join();
    // A floor, not a measure: no machine makes a rest shorter.
    assertThat(starts.get(1) - starts.get(0)).isGreaterThanOrEqualTo(200_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "301, 301, /c",
    "308, 301, /c",
    "301, 302, /b",
    "302, 301, -",
    "307, 308, -",
    "303, 303, -"
  })
  void tellsWhereAPageMovedForGood(int first, int second, String moved) {
    server.createContext("/a", exchange -> redirect(exchange, first, "/b"));
    server.createContext("/b", exchange -> redirect(exchange, second, "/c"));
    server.createContext("/c", exchange -> answer(exchange, 200, "there"));
    Fetched fetched = (Fetched) ask("/a");
    assertThat(fetched.url()).isEqualTo(url("/c"));
    assertThat(fetched.notice().movedTo()).isEqualTo(moved.equals("-") ? null : url(moved));
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    answer(exchange, status, "");
  }

  @Test
  void tellsNobodyButItsSourceWhatItKnowsOfACopy() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    URI there = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/copy");
    server.createContext(
        "/a",
        exchange -> {
          told.add("first " + exchange.getRequestHeaders().getFirst("If-None-Match"));
          redirect(exchange, there.toString());
        });
    other.createContext(
        "/copy",
        exchange -> {
          String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
          told.add("second " + etag);
          answer(exchange, etag == null ? 200 : 304, "");
        });
    timed.fetch(new Fetcher.Request(url("/a"), "\"e\"", null)).join();
    FetchOutcome outcome = timed.fetch(new Fetcher.Request(url("/a"), "\"e\"", null, there)).join();
    assertThat(told).containsExactly("first \"e\"", "second null", "first null", "second \"e\"");
    assertThat(outcome).isInstanceOf(NotModified.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "max-age=600                     | -                             | -   | 600",
        "public, MAX-AGE=\"60\"          | -                             | -   | 60",
        "max-age=600                     | -                             | 200 | 400",
        "max-age=600                     | -                             | 900 | 0",
        "no-cache, max-age=600           | -                             | -   | 0",
        "no-store                        | -                             | -   | 0",
        "s-maxage=600                    | -                             | -   | -",
        "max-age=ten                     | -                             | -   | -",
        "max-age=60                      | Thu, 01 Jan 2099 00:00:00 GMT | -   | 60",
        "-                               | 0                             | -   | 0",
        "-                               | Thu, 01 Jan 1970 00:00:00 GMT | -   | 0",
        "-                               | -                             | -   | -"
      })
  void readsHowLongACopyMayBeKept(String control, String expires, String age, Long seconds) {
    server.createContext(
        "/kept",
        exchange -> {
          set(exchange, "Cache-Control", control);
          set(exchange, "Expires", expires);
          set(exchange, "Age", age);
          answer(exchange, 200, "x");
        });
    Duration expected = seconds == null ? null : Duration.ofSeconds(seconds);
    assertThat(((Fetched) ask("/kept")).notice().freshFor()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "noindex                                           | true",
        "nofollow, NoIndex                                 | true",
        "none                                              | true",
        "costwire: noindex                                 | true",
        "otherbot: noindex                                 | false",
        "otherbot: nofollow, noindex                       | false",
        "otherbot: noindex, costwire: none                 | true",
        "max-snippet: 20, noindex                          | true",
        "unavailable_after: 25 Jun 2030 15:00:00 PST       | false",
        "index, follow                                     | false",
        "noindexing                                        | false",
        "-                                                 | false"
      })
  void tellsWhatItsPublisherWantsInNoIndex(String header, boolean noIndex) {
    server.createContext(
        "/tagged",
        exchange -> {
          set(exchange, "X-Robots-Tag", header);
          answer(exchange, 200, "x");
        });
    assertThat(((Fetched) ask("/tagged")).notice().noIndex()).isEqualTo(noIndex);
  }

  @Test
  void asksNothingMoreForACallerWhoGaveUpAndTellsWhenAHostIsQuiet() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.createContext(
        "/slow",
        exchange -> {
          asked.countDown();
          hang();
          answer(exchange, 200, "slow");
        });
    ask("/page");
    CompletableFuture<FetchOutcome> slow = timed.fetch(Fetcher.Request.of(url("/slow")));
    CompletableFuture<FetchOutcome> next = timed.fetch(Fetcher.Request.of(url("/page")));
    await(asked);
    slow.cancel(false);
    next.cancel(false);
    CompletableFuture<Void> quiet = timed.quiet(List.of(url("/")));
    assertThat(quiet).isNotDone();
    assertThat(timed.quiet(List.of(URI.create("http://other.example/")))).isDone();
    release.countDown();
    quiet.join();
    assertThat(ask("/page")).isInstanceOf(Fetched.class);
    assertThat(hits).hasValue(2);
  }

  @Test
  void knowsWhatRestAHostAskedFor() {
    URI host = url("/");
    assertThat(timed.rest(host)).isNull();
    server.createContext(
        "/robots.txt", exchange -> answer(exchange, 200, "User-agent: *\nCrawl-delay: 0.2"));
    ask("/page");
    assertThat(timed.rest(host)).isEqualTo(new HostRest(Duration.ofMillis(200), null));
    timed.leaveAlone(host, Duration.ofHours(1));
    timed.leaveAlone(host, Duration.ofMinutes(1));
    assertThat(timed.rest(host))
        .isEqualTo(new HostRest(Duration.ofMillis(200), clock.instant().plusSeconds(3_600)));
    assertThat(ask("/page")).isInstanceOf(PutOff.class);
    assertThat(timed.rest(URI.create("mailto:a@b.example"))).isNull();
  }

  @Test
  void tellsEachStepInWords() {
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    server.createContext("/a", exchange -> redirect(exchange, 301, "/page"));
    timed.fetch(Fetcher.Request.of(url("/a")), steps::add).join();
    assertThat(String.join("\n", steps))
        .containsSubsequence(
            "/robots.txt says nothing against us",
            "robots.txt of 127.0.0.1 allows /a",
            "127.0.0.1 is [/127.0.0.1:",
            "asks for " + url("/a"),
            "the server answered 301",
            "redirected to " + url("/page") + " for good",
            "/robots.txt is known until",
            "the server answered 200",
            "took 4 bytes of no stated type");
  }

  private static void set(HttpExchange exchange, String name, String value) {
    if (value != null) {
      exchange.getResponseHeaders().set(name, value);
    }
  }

  private FetchOutcome ask(String path) {
    return timed.fetch(Fetcher.Request.of(url(path))).join();
  }
}
