package costwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host's robots.txt says, and what we then ask for. */
class RobotsTxtTest extends LocalWeb {
  private static final Refused FORBIDDEN = new Refused("robots.txt of 127.0.0.1 forbids it");
  private static final String CLOSED = "User-agent: *\nDisallow: /";

  private final AtomicInteger robots = new AtomicInteger();
  private final AtomicInteger pages = new AtomicInteger();
  private volatile int status = 200;
  private volatile String rules = CLOSED;
  private volatile @Nullable String cacheControl;

  @BeforeEach
  void serve() {
    server.createContext(
        "/robots.txt",
        exchange -> {
          robots.incrementAndGet();
          String keep = cacheControl;
          if (keep != null) {
            exchange.getResponseHeaders().set("Cache-Control", keep);
          }
          answer(exchange, status, rules);
        });
    server.createContext(
        "/news/",
        exchange -> {
          pages.incrementAndGet();
          answer(exchange, 200, "page");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: *;Disallow: /news/                                        | no",
        "User-agent: *;Disallow: /news                                         | no",
        "User-agent: *;Disallow: /old/                                         | yes",
        "User-agent: *;Disallow:                                               | yes",
        "User-agent: *;Disallow: /;Allow: /news/                               | yes",
        "User-agent: *;Disallow: /*.html$                                      | no",
        "User-agent: *;Disallow: /*.htm$                                       | yes",
        "User-agent: costwire;Disallow: /;;User-agent: *;Disallow:             | no",
        "User-agent: CostWire;Disallow:;;User-agent: *;Disallow: /             | yes",
        "User-agent: other;Disallow: /                                         | yes",
        "User-agent: other;User-agent: costwire;Disallow: /                    | no",
        "User-agent: costwire;Allow: /;;User-agent: costwire;Disallow: /news/  | no",
        "Disallow: /                                                           | yes",
        "nothing of the kind                                                   | yes"
      })
  void obeysTheRulesForUs(String lines, String allowed) {
    rules = String.join("\n", lines.split(";"));
    assertThat(get("/news/a.html"))
        .satisfies(
            outcome -> {
              if (allowed.equals("yes")) {
                assertThat(outcome).isInstanceOf(Fetched.class);
              } else {
                assertThat(outcome).isEqualTo(FORBIDDEN);
              }
            });
    assertThat(pages).hasValue(allowed.equals("yes") ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "200, no",
    "203, no",
    "400, yes",
    "401, yes",
    "403, yes",
    "404, yes",
    "410, yes",
    "500, later",
    "502, later",
    "503, later",
    "599, later"
  })
  void takesAMissingFileForLeaveAndABrokenServerForNone(int answer, String allowed) {
    status = answer;
    FetchOutcome outcome = get("/news/a");
    switch (allowed) {
      case "yes" -> assertThat(outcome).isInstanceOf(Fetched.class);
      case "no" -> assertThat(outcome).isEqualTo(FORBIDDEN);
      default ->
          assertThat(outcome)
              .isEqualTo(
                  new Failed(
                      "robots.txt of 127.0.0.1 cannot be read: the server answered " + answer,
                      true,
                      null));
    }
    assertThat(pages).hasValue(allowed.equals("yes") ? 1 : 0);
  }

  @Test
  void takesSilenceForNoLeave() {
    server.removeContext("/robots.txt");
    server.createContext("/robots.txt", exchange -> hang());
    try (Fetcher hasty = fetcher(SHORT)) {
      assertThat(hasty.fetch(Fetcher.Request.of(url("/news/a"))).join())
          .isEqualTo(
              new Failed(
                  "robots.txt of 127.0.0.1 cannot be read: took longer than 400 ms", true, null));
    }
    assertThat(pages).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"5, no", "6, yes"})
  void followsFiveRedirectsToTheRules(int redirects, String allowed) {
    server.removeContext("/robots.txt");
    server.createContext("/robots.txt", exchange -> redirect(exchange, "/rules/1"));
    server.createContext(
        "/rules/",
        exchange -> {
          int n = Integer.parseInt(exchange.getRequestURI().getPath().substring(7));
          if (n == redirects) {
            answer(exchange, 200, CLOSED);
          } else {
            redirect(exchange, "/rules/" + (n + 1));
          }
        });
    assertThat(get("/news/a") instanceof Fetched).isEqualTo(allowed.equals("yes"));
  }

  @Test
  void neverLooksForRulesInside() {
    server.removeContext("/robots.txt");
    String secret = "http://127.0.0.1:" + inside.getAddress().getPort() + "/robots.txt";
    server.createContext("/robots.txt", exchange -> redirect(exchange, secret));
    assertThat(get("/news/a")).isInstanceOf(Fetched.class);
    assertThat(insideHits).hasValue(0);
  }

  @Test
  void reads500KibibytesAndNoMore() {
    String filler = "# " + "x".repeat(97) + "\n";
    String open = "User-agent: *\n";
    rules = open + filler.repeat(5_000) + "Disallow: /news/\n" + filler.repeat(50_000);
    assertThat(get("/news/a")).isEqualTo(FORBIDDEN);

    clock.pass(RobotRules.LONGEST);
    rules = open + filler.repeat(5_200) + "Disallow: /news/\n";
    try (Fetcher other = fetcher(LONG)) {
      assertThat(other.fetch(Fetcher.Request.of(url("/news/a"))).join())
          .isInstanceOf(Fetched.class);
    }
  }

  @Test
  void checksEveryHopOfARedirectByItsOwnHost() throws IOException {
    HttpServer second = server();
    second.createContext("/robots.txt", exchange -> answer(exchange, 200, CLOSED));
    second.createContext("/", exchange -> answer(exchange, 200, "forbidden " + pages.get()));
    rules = "";
    String there = "http://127.0.0.1:" + second.getAddress().getPort() + "/news/";
    server.createContext("/to", exchange -> redirect(exchange, there));
    Set<String> both =
        Set.of(
            "127.0.0.1:" + server.getAddress().getPort(),
            "127.0.0.1:" + second.getAddress().getPort());
    try (Fetcher wide = timed(settings(LONG).allowing(both))) {
      assertThat(wide.fetch(Fetcher.Request.of(url("/to"))).join()).isEqualTo(FORBIDDEN);
      assertThat(wide.fetch(Fetcher.Request.of(url("/news/a"))).join()).isInstanceOf(Fetched.class);
    } finally {
      second.stop(0);
    }
  }

  @Test
  void asksOnceForAllWhoComeAtOnce() {
    rules = "";
    List<CompletableFuture<FetchOutcome>> all =
        Stream.generate(() -> fetcher.fetch(Fetcher.Request.of(url("/news/a")))).limit(20).toList();
    all.forEach(each -> assertThat(each.join()).isInstanceOf(Fetched.class));
    assertThat(robots).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 21599, 21600",
        "max-age=3600, 3599, 3600",
        "max-age=9999999, 86399, 86400",
        "'no-store, max-age=0', 599, 600"
      })
  void keepsTheRulesAsLongAsTheHostSaysUpToADay(String header, long known, long over) {
    cacheControl = header;
    try (Fetcher timed = timed(settings(LONG))) {
      timed.fetch(Fetcher.Request.of(url("/news/a"))).join();
      clock.pass(Duration.ofSeconds(known));
      assertThat(timed.fetch(Fetcher.Request.of(url("/news/a"))).join()).isEqualTo(FORBIDDEN);
      assertThat(robots).hasValue(1);
      clock.pass(Duration.ofSeconds(over - known));
      timed.fetch(Fetcher.Request.of(url("/news/a"))).join();
      assertThat(robots).hasValue(2);
    }
  }

  @Test
  void livesOnTheLastGoodRulesForADayWhileTheHostCannotSay() {
    rules = "User-agent: *\nDisallow: /news/secret";
    try (Fetcher timed = timed(settings(LONG))) {
      assertThat(timed.fetch(Fetcher.Request.of(url("/news/a"))).join())
          .isInstanceOf(Fetched.class);
      status = 503;
      clock.pass(Duration.ofHours(23));
      assertThat(timed.fetch(Fetcher.Request.of(url("/news/a"))).join())
          .isInstanceOf(Fetched.class);
      assertThat(timed.fetch(Fetcher.Request.of(url("/news/secret"))).join()).isEqualTo(FORBIDDEN);
      assertThat(robots).hasValue(2);
      clock.pass(Duration.ofHours(1));
      assertThat(timed.fetch(Fetcher.Request.of(url("/news/a"))).join()).isInstanceOf(Failed.class);
      status = 404;
      clock.pass(RobotRules.AFTER_FAULT);
      assertThat(timed.fetch(Fetcher.Request.of(url("/news/a"))).join())
          .isInstanceOf(Fetched.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 7000", "0.5, 500", "-3, 0", "86400, 60000", "99999999999999999999, 0"})
  void boundsTheDelayThatAHostAsksFor(String said, long millis) {
    byte[] body = ("User-agent: *\nCrawl-delay: " + said).getBytes(UTF_8);
    RobotRules read =
        RobotRules.of(
            URI.create("https://x.example/robots.txt"), body, null, null, clock.instant());
    assertThat(read.crawlDelay()).isEqualTo(Duration.ofMillis(millis));
    assertThat(read.objection(URI.create("https://x.example/a"))).isNull();
  }

  @Test
  void forgetsTheHostsThatItNeededLongestAgo() {
    RobotRules large =
        RobotRules.of(
            URI.create("https://x.example/robots.txt"),
            largeRules().getBytes(UTF_8),
            null,
            null,
            clock.instant());
    Robots known = new Robots((url, trace) -> CompletableFuture.completedFuture(large), clock);
    for (int i = 0; i < 200; i++) {
      URI page = URI.create(String.format(Locale.ROOT, "https://h%d.example/a", i));
      assertThat(known.of(page, Fetcher.Trace.NONE).join()).isEqualTo(large);
    }
    assertThat(known.size() * large.size()).isBetween(1L, 64L << 20);
  }

  private static String largeRules() {
    StringBuilder large = new StringBuilder("User-agent: *\n");
    for (int i = 0; i < 20_000; i++) {
      large.append("Disallow: /folder").append(i).append('\n');
    }
    return large.toString();
  }
}
