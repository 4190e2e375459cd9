package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.notify.Desk;
import costwire.deploy.notify.Order;
import costwire.deploy.notify.Redacted;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.SubscriptionDraft;
import costwire.deploy.notify.Unsubscribing;
import costwire.stream.Json;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the links in mails lead. */
class UnsubscribeRoutesTest {
  private static final Instant NOW = Instant.parse("2025-09-18T12:00:00Z");

  private final ReadModel model = new ReadModel("log", 10);
  private final Ends desk = new Ends();
  private boolean filling;
  private HttpServer server;

  /** Remembers what has ended. */
  static final class Ends implements Desk {
    final List<String> ended = new CopyOnWriteArrayList<>();

    @Override
    public void put(Subscription subscription) {
      throw new AssertionError("nothing is changed here");
    }

    @Override
    public void end(String id) {
      ended.add(id);
    }

    @Override
    public void order(Order order) {
      throw new AssertionError("nothing is ordered here");
    }
  }

  @BeforeEach
  void start() {
    server =
        Fakes.server(
            model,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            new UnsubscribeRoutes(model, () -> filling, desk));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Subscription reader(String id, String to, @Nullable Subscription before) {
    String json =
        """
        {"name": "<b>Desk</b> & co", "deliver": {"email": {"to": "%s"}}}
        """
            .replace("%s", to);
    return SubscriptionDraft.read(json.getBytes(UTF_8)).subscription(id, before, NOW);
  }

  private Subscription known(String id) {
    Subscription subscription = reader(id, "reader@paper.example", null);
    model.outgoing().subscription(id, subscription);
    return subscription;
  }

  private URI link(Subscription subscription) {
    return Objects.requireNonNull(Unsubscribing.link(server.address(), subscription));
  }

  private static HttpResponse<String> get(URI link) throws Exception {
    return send(HttpRequest.newBuilder(link).build());
  }

  /** As a mail program does it for its reader. */
  private static HttpResponse<String> post(URI link) throws Exception {
    return send(
        HttpRequest.newBuilder(link)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "https://mail.example")
            .header("Sec-Fetch-Site", "cross-site")
            .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void toLookChangesNothing() throws Exception {
    HttpResponse<String> page = get(link(known("sub_a")));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<form method=\"post\"><button>Unsubscribe</button></form>")
        .contains("&lt;b&gt;Desk&lt;/b&gt; &amp; co")
        .doesNotContain("paper.example");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(desk.ended).isEmpty();
    assertThat(model.outgoing().subscription("sub_a")).isNotNull();
  }

  @Test
  void aClickEndsItAndASecondOneDoesNoHarm() throws Exception {
    URI link = link(known("sub_a"));
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> page = post(link);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Nothing is sent to you").doesNotContain("<form");
    }
    assertThat(desk.ended).containsExactly("sub_a");
    assertThat(get(link).body()).contains("Nothing is sent to you");
  }

  @ParameterizedTest
  @CsvSource({"0, 404", "'', 400", "null, 404"})
  void needsTheKey(String key, int status) throws Exception {
    known("sub_a");
    URI link = server.address().resolve("/unsubscribe?subscription=sub_a&key=" + key);
    assertThat(post(link).statusCode()).isEqualTo(status);
    assertThat(get(link).statusCode()).isEqualTo(status);
    assertThat(desk.ended).isEmpty();
  }

  @Test
  void theKeyOfOneEndsNoOther() throws Exception {
    Subscription other = known("sub_b");
    known("sub_a");
    URI link = URI.create(link(other).toString().replace("sub_b", "sub_a"));
    assertThat(post(link).statusCode()).isEqualTo(404);
    assertThat(desk.ended).isEmpty();
  }

  @Test
  void theLinksOfAFormerReaderHoldNoMore() throws Exception {
    Subscription before = known("sub_a");
    URI former = link(before);
    Subscription after = reader("sub_a", "next@paper.example", before);
    model.outgoing().subscription("sub_a", after);
    assertThat(post(former).statusCode()).isEqualTo(404);
    assertThat(link(reader("sub_a", "reader@paper.example", before)))
        .as("a change of anything else leaves the links")
        .isEqualTo(former);
  }

  @Test
  void nobodyIsToldThatItHasEndedBeforeAllAreKnown() throws Exception {
    URI link = link(reader("sub_a", "reader@paper.example", null));
    filling = true;
    assertThat(post(link).statusCode()).isEqualTo(503);
    filling = false;
    assertThat(post(link).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"of", "ofNew", "forAll"})
  void whatKeysAreMadeFromIsNeverShown(String to) throws Exception {
    Subscription subscription = known("sub_a");
    Subscription shown =
        switch (to) {
          case "of" -> Redacted.of(subscription);
          case "ofNew" -> Redacted.ofNew(subscription);
          default -> Redacted.forAll(subscription);
        };
    assertThat(Unsubscribing.link(server.address(), shown)).isNull();
    assertThat(Json.mapper().writeValueAsString(shown)).doesNotContain("secret");
    assertThat(
            Json.mapper()
                .readValue(Json.mapper().writeValueAsString(subscription), Subscription.class))
        .isEqualTo(subscription);
  }
}
