package costwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest extends LocalWeb {
  @Test
  void fetchesABodyWithWhatTheServerSaysOfIt() {
    CompletableFuture<String> agent = new CompletableFuture<>();
    server.createContext(
        "/page",
        exchange -> {
          agent.complete(exchange.getRequestHeaders().getFirst("User-Agent"));
          exchange.getResponseHeaders().set("ETag", "W/\"a b\"");
          exchange.getResponseHeaders().set("Last-Modified", "some day");
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          answer(exchange, 200, "Καλημέρα");
        });
    Fetched fetched = (Fetched) get("/page");
    assertThat(new String(fetched.body(), UTF_8)).isEqualTo("Καλημέρα");
    assertThat(fetched.etag()).isEqualTo("W/\"a b\"");
    assertThat(fetched.lastModified()).isEqualTo("some day");
    assertThat(fetched.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(fetched.url()).isEqualTo(url("/page"));
    assertThat(agent.join()).startsWith("Costwire").contains("; +desk@x.example)");
  }

  @Test
  void sendsBackWhatItGotToHearThatNothingChanged() {
    server.createContext(
        "/feed",
        exchange -> {
          boolean same =
              "W/\"a b\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                  && "some day".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
          answer(exchange, same ? 304 : 200, "");
        });
    assertThat(fetch(new Fetcher.Request(url("/feed"), "W/\"a b\"", "some day")))
        .isEqualTo(new NotModified());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "500,true,-,-",
        "503,true,120,120",
        "429,true,7,7",
        "403,false,-,-",
        "204,false,-,-"
      })
  void tellsFailuresThatPassFromThoseThatStay(
      int status, boolean retryable, String header, Long seconds) {
    server.createContext(
        "/x",
        exchange -> {
          if (header != null) {
            exchange.getResponseHeaders().set("Retry-After", header);
          }
          answer(exchange, status, "");
        });
    assertThat(get("/x"))
        .isEqualTo(
            new Failed(
                "the server answered " + status,
                retryable,
                seconds == null ? null : Duration.ofSeconds(seconds)));
  }

  @Test
  void readsWhenToRetryByTheServersOwnClock() {
    server.createContext(
        "/x",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "Thu, 18 Sep 2025 12:10:00 GMT");
          answer(exchange, 503, "");
        });
    // The test server sends its own Date, long after: no rest is left.
    assertThat(((Failed) get("/x")).retryAfter()).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void saysThatAPageIsGone(int status) {
    server.createContext("/x", exchange -> answer(exchange, status, "gone"));
    assertThat(get("/x")).isEqualTo(new Gone(status));
  }

  @Test
  void followsRedirectsAndSaysWhereItCameTo() {
    server.createContext("/a", exchange -> redirect(exchange, "b"));
    server.createContext("/b", exchange -> redirect(exchange, url("/c").toString()));
    server.createContext("/c", exchange -> answer(exchange, 200, "there"));
    assertThat(((Fetched) get("/a")).url()).isEqualTo(url("/c"));
  }

  @Test
  void followsFiveRedirectsAndNoMore() {
    server.createContext(
        "/loop",
        exchange -> {
          int n = Integer.parseInt(exchange.getRequestURI().getQuery());
          if (n == 0) {
            answer(exchange, 200, "end");
          } else {
            redirect(exchange, "/loop?" + (n - 1));
          }
        });
    assertThat(get("/loop?5")).isInstanceOf(Fetched.class);
    assertThat(get("/loop?6")).isEqualTo(new Refused("more than 5 redirects"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://[::1]:PORT/",
        "http://2130706433:PORT/", "http://0:PORT/", "http://[::ffff:127.0.0.1]:PORT/",
        "http://127.1:PORT/", "http://inside.example:PORT/", "http://mixed.example:PORT/",
        "http://169.254.169.254/latest", "http://10.0.0.1/", "http://192.168.0.1:8080/x"
      })
  void neverConnectsToAPrivateAddress(String address) {
    names.put("inside.example", List.of("127.0.0.1"));
    names.put("mixed.example", List.of("93.184.216.34", "127.0.0.1"));
    String target = address.replace("PORT", Integer.toString(inside.getAddress().getPort()));
    server.createContext("/to", exchange -> redirect(exchange, target));

    for (FetchOutcome outcome :
        List.of(fetch(Fetcher.Request.of(URI.create(target))), get("/to"))) {
      assertThat(outcome)
          .satisfiesAnyOf(
              refused -> assertThat(refused).isInstanceOf(Refused.class),
              // Some spellings are no address at all to this JDK.
              failed -> assertThat(((Failed) failed).reason()).startsWith("no such host"));
    }
    assertThat(insideHits).hasValue(0);
  }

  @Test
  void connectsToTheAddressThatItCheckedWhateverTheNameSaysLater() {
    AtomicInteger lookups = new AtomicInteger();
    names.put("rebinding.example", List.of("127.0.0.1"));
    int port = server.getAddress().getPort();
    server.createContext("/x", exchange -> answer(exchange, 200, "first"));
    try (Fetcher counting =
        Fetcher.open(
            settings(LONG).allowing(Set.of("rebinding.example:" + port)),
            host -> {
              lookups.incrementAndGet();
              return resolve(host);
            })) {
      URI url = URI.create("http://rebinding.example:" + port + "/x");
      assertThat(counting.fetch(Fetcher.Request.of(url)).join()).isInstanceOf(Fetched.class);
    }
    // One for its robots.txt, one for the page; not one more to connect.
    assertThat(lookups).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "ftp://x.example/",
        "gopher://x.example/",
        "jar:x",
        "http://user:word@x.example/",
        "http:///x"
      })
  void asksOnlyTheWeb(String address) {
    assertThat(fetch(Fetcher.Request.of(URI.create(address)))).isInstanceOf(Refused.class);
    server.createContext("/to", exchange -> redirect(exchange, address));
    assertThat(get("/to")).isInstanceOf(Refused.class);
  }

  @Test
  void refusesABodyThatIsTooLargeSaidOrNot() {
    byte[] large = new byte[MAX_BYTES + 1];
    server.createContext("/said", exchange -> answer(exchange, 200, large));
    server.createContext(
        "/unsaid",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          pour(exchange.getResponseBody());
        });
    Refused refused = new Refused("larger than " + MAX_BYTES + " bytes");
    assertThat(get("/said")).isEqualTo(refused);
    assertThat(get("/unsaid")).isEqualTo(refused);
  }

  @Test
  void unpacksGzipAndRefusesABomb() throws IOException {
    byte[] page = gzip("<p>packed</p>".getBytes(UTF_8));
    byte[] bomb = gzip(new byte[50_000_000]);
    assertThat(bomb).hasSizeLessThan(MAX_BYTES);
    server.createContext("/page", exchange -> packed(exchange, "gzip", page));
    server.createContext("/bomb", exchange -> packed(exchange, "gzip", bomb));
    server.createContext("/lie", exchange -> packed(exchange, "gzip", "no gzip".getBytes(UTF_8)));
    server.createContext("/odd", exchange -> packed(exchange, "br", page));
    assertThat(((Fetched) get("/page")).body()).asString().isEqualTo("<p>packed</p>");
    assertThat(get("/bomb")).isEqualTo(new Refused("larger than " + MAX_BYTES + " bytes"));
    assertThat(((Failed) get("/lie")).reason()).startsWith("broken gzip");
    assertThat(((Failed) get("/odd")).reason()).contains("br, which was not asked for");
  }

  @Test
  void givesUpOnAServerThatTakesForEver() {
    server.createContext(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody());
        });
    server.createContext("/page", exchange -> answer(exchange, 200, "page"));
    try (Fetcher hasty = hasty("/page")) {
      assertThat(hasty.fetch(Fetcher.Request.of(url("/drip"))).join())
          .isEqualTo(new Failed("took longer than 400 ms", true, null));
    }
  }

  @Test
  void failsWithAWordWhereNobodyListens() throws IOException {
    HttpServer closed = server();
    int port = closed.getAddress().getPort();
    closed.stop(0);
    try (Fetcher other =
        Fetcher.open(settings(LONG).allowing(Set.of("127.0.0.1:" + port)), this::resolve)) {
      URI nobody = URI.create("http://127.0.0.1:" + port + "/");
      Failed failed = (Failed) other.fetch(Fetcher.Request.of(nobody)).join();
      assertThat(failed.retryable()).isTrue();
      assertThat(failed.reason()).isNotBlank();
    }
    assertThat(fetch(Fetcher.Request.of(URI.create("http://nowhere.example/"))))
        .isEqualTo(new Failed("no such host: nowhere.example", true, null));
  }

  @Test
  void answersEvenWhenItIsClosed() {
    CountDownLatch asked = new CountDownLatch(1);
    server.createContext(
        "/hang",
        exchange -> {
          asked.countDown();
          hang();
        });
    CompletableFuture<FetchOutcome> pending = fetcher.fetch(Fetcher.Request.of(url("/hang")));
    await(asked);
    fetcher.close();
    assertThat(pending.join()).isInstanceOf(Failed.class);
    assertThat(get("/hang")).isInstanceOf(Failed.class);
  }
}
