package costwire.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Accepted;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Refused;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms on their way to a hub. */
class DeliveryTest extends LocalWeb {
  private static final Map<String, String> FORM = Map.of("hub.topic", "https://x.example/ä&b=1");

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void teach() {
    server.createContext(
        "/hub",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          heard.add(exchange.getRequestMethod() + " " + type + " " + body);
          answer(exchange, 202, "");
        });
    server.createContext("/robots.txt", exchange -> answer(exchange, 500, ""));
  }

  private FetchOutcome post(URI url) {
    return fetcher.post(url, FORM).join();
  }

  @Test
  void sendsAFormAndNeedsNoLeaveOfRobots() {
    assertThat(post(url("/hub"))).isEqualTo(new Accepted(202));
    assertThat(heard)
        .containsExactly(
            "POST application/x-www-form-urlencoded"
                + " hub.topic=https%3A%2F%2Fx.example%2F%C3%A4%26b%3D1");
  }

  @ParameterizedTest
  @CsvSource({"301, false", "302, false", "303, false", "307, true", "308, true"})
  void followsOnlyRedirectsThatKeepTheMethod(int status, boolean follows) {
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/hub");
          answer(exchange, status, "");
        });
    assertThat(post(url("/moved")) instanceof Accepted).isEqualTo(follows);
    assertThat(heard).hasSize(follows ? 1 : 0);
  }

  @Test
  void goesNoFurtherThanFiveRedirectsAndNeverInside() {
    server.createContext(
        "/loop",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/loop");
          answer(exchange, 307, "");
        });
    String secret = "http://127.0.0.1:" + inside.getAddress().getPort() + "/";
    server.createContext(
        "/in",
        exchange -> {
          exchange.getResponseHeaders().set("Location", secret);
          answer(exchange, 307, "");
        });
    for (String path : List.of("/loop", "/in")) {
      assertThat(post(url(path))).isInstanceOf(Refused.class);
    }
    assertThat(post(URI.create(secret))).isInstanceOf(Refused.class);
    assertThat(insideHits).hasValue(0);
  }

  @Test
  void readsNoMoreOfAnAnswerThanItsBeginning() {
    server.createContext(
        "/pours",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          pour(exchange.getResponseBody());
        });
    assertThat(post(url("/pours"))).isEqualTo(new Accepted(200));
  }

  @Test
  void hearsWhenItIsToComeAgain() {
    server.createContext(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          answer(exchange, 503, "");
        });
    assertThat(post(url("/busy")))
        .isEqualTo(new Failed("the server answered 503", true, Duration.ofMinutes(2)));
  }
}
