package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.ingest.Feed;
import costwire.ingest.Ingest;
import costwire.stream.Json;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String JSON = "application/json";
  private static final String OPML = "text/x-opml";
  private static final String TOKEN = "correct-horse-battery";
  private static final String ONE = "{\"url\":\"https://a.example/f\"}";
  private static final Instant NOW = Instant.parse("2025-09-18T12:00:00Z");

  private final ReadModel model = new ReadModel("log", 1_000);
  private HttpServer server = start(null, "127.0.0.1", new Fakes.FeedTopic(model));

  private HttpServer start(@Nullable String token, String bind, FeedRoutes.Desk desk) {
    return HttpServer.start(
        Fakes.LOOPBACK,
        model,
        (claims, asOf) -> List.of(),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        List::of,
        new FeedRoutes(model, desk, WriteAccess.of(token, bind)));
  }

  private void restart(@Nullable String token, String bind, FeedRoutes.Desk desk) {
    server.close();
    server = start(token, bind, desk);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "none",
      value = {
        "new, none, none, 0, none",
        "healthy, 0, 600, 0, none",
        "failing, 0, 1200, 2, answered 503",
        "resting, 0, 7200, 5, answered 503",
        "ended, 0, 99999, 1, the feed is gone for ever (410)"
      })
  void tellsHowAFeedDoesInAWord(
      String word,
      @Nullable Integer asked,
      @Nullable Integer next,
      int failures,
      @Nullable String error)
      throws Exception {
    Feed.State state =
        new Feed.State(
            "\"e\"",
            null,
            after(asked),
            NOW.minusSeconds(60),
            after(next),
            failures,
            error,
            Map.of());
    Instant end = word.equals("ended") ? NOW : null;
    Feed feed =
        Feed.of("https://a.example/f").called("A", "el").with(state.but().endedAt(end).build());
    model.feed(feed.url(), feed);
    JsonNode item = json(send("GET", "api/feeds", null, null)).at("/items/0");
    assertThat(item.get("state").asText()).isEqualTo(word);
    assertThat(item.get("title").asText()).isEqualTo("A");
    assertThat(item.get("language").asText()).isEqualTo("el");
    assertThat(item.get("publisher").isNull()).isTrue();
    assertThat(item.get("lastSuccessAt").asText()).isEqualTo("2025-09-18T11:59:00Z");
    assertThat(item.get("failures").asInt()).isEqualTo(failures);
    assertThat(item.get("lastError").asText(null)).isEqualTo(error);
    assertThat(item.get("nextPollAt").isNull()).isEqualTo(next == null);
  }

  private static @Nullable Instant after(@Nullable Integer seconds) {
    return seconds == null ? null : NOW.plusSeconds(seconds);
  }

  @Test
  void followsAFeedOnceAndChangesItsSettingsWithoutItsState() throws Exception {
    HttpResponse<String> added =
        send("POST", "api/feeds", JSON, "{\"url\":\"HTTPS://a.example/ä\",\"interval\":\"PT1H\"}");
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(json(added).at("/added/0/url").asText()).isEqualTo("https://a.example/%C3%A4");
    Feed feed = model.feeds().get(0);
    assertThat(feed.interval()).hasHours(1);
    Feed.State state = new Feed.State(null, null, NOW, NOW, null, 0, null, Map.of());
    model.feed(feed.url(), feed.with(state));
    HttpResponse<String> changed =
        send(
            "POST",
            "api/feeds",
            JSON,
            "{\"url\":\"https://a.example/ä\",\"title\":\"A\",\"state\":{\"failures\":9}}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(json(changed).at("/changed")).hasSize(1);
    assertThat(model.feeds())
        .containsExactly(Feed.of("https://a.example/%C3%A4").called("A", null).with(state));
  }

  @Test
  void importsAListAndGivesItBack() throws Exception {
    List<Feed> feeds =
        List.of(
            Feed.of("https://a.example/f").called("Α & Ω", "el"),
            Feed.of("https://b.example/f?x=1&y=2").called("B", null));
    String opml =
        Ingest.opml("Mine", feeds).replace("</body>", "<outline xmlUrl='mailto:x'/></body>");
    HttpResponse<String> answer = send("POST", "api/feeds", OPML + "; charset=utf-8", opml);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).at("/added")).hasSize(2);
    assertThat(json(answer).at("/leftOut/0").asText()).contains("mailto:x");
    for (HttpResponse<String> export :
        List.of(
            send("GET", "api/feeds.opml", null, null),
            send("GET", "api/feeds", null, null, "Accept", OPML))) {
      assertThat(export.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith(OPML));
      assertThat(Ingest.subscriptions(export.body().getBytes(UTF_8), null).feeds())
          .isEqualTo(feeds);
    }
  }

  @Test
  void endsAFeed() throws Exception {
    model.feed("https://a.example/f?x=1", Feed.of("https://a.example/f?x=1"));
    String path = "api/feeds?url=" + URLEncoder.encode("https://a.example/f?x=1", UTF_8);
    assertThat(send("DELETE", path, null, null).statusCode()).isEqualTo(204);
    assertThat(model.feeds()).isEmpty();
    assertThat(send("DELETE", path, null, null).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "api/feeds", null, null).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json | {                                                   | 400 | Not a feed in JSON",
        "application/json | []                                                  | 400 | Not a feed in JSON",
        "application/json | null                                                | 400 | not null",
        "application/json | {}                                                  | 400 | 'url' must be",
        "application/json | {\"url\":\"file:///etc/passwd\"}                    | 400 | 'url' must be",
        "application/json | {\"url\":\"https://a.example/\",\"language\":\"greek\"} | 400 | ISO 639-1",
        "application/json | {\"url\":\"https://a.example/\",\"interval\":\"PT0S\"}  | 400 | 'interval' must be",
        "application/json | {\"url\":\"https://a.example/\",\"interval\":\"often\"} | 400 | 'interval' must be",
        "text/x-opml      | <rss/>                                              | 400 | no <opml> in it",
        "text/plain       | {\"url\":\"https://a.example/\"}                    | 415 | application/json",
        "application/x-www-form-urlencoded | url=https://a.example/             | 415 | application/json"
      })
  void refusesWhatIsNoFeed(String type, String body, int status, String reason) throws Exception {
    HttpResponse<String> answer = send("POST", "api/feeds", type, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
    assertThat(json(answer).get("detail").asText()).contains(reason);
    assertThat(model.feeds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 201",
    "Sec-Fetch-Site, none, 201"
  })
  void withoutATokenNoOtherSitesPageWrites(String header, String value, int status)
      throws Exception {
    assertThat(send("POST", "api/feeds", JSON, ONE, header, value).statusCode()).isEqualTo(status);
    assertThat(model.feeds()).hasSize(status == 201 ? 1 : 0);
  }

  @Test
  void withoutATokenThisServersOwnPageWrites() throws Exception {
    String own = "http://127.0.0.1:" + server.address().getPort();
    assertThat(send("POST", "api/feeds", JSON, ONE, "Origin", own).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, 403",
    "127.0.0.1.evil.example, 403",
    "localhost:80, 201",
    "[::1], 201"
  })
  void withoutATokenNoNameThatOnlyPointsHereWrites(String host, int status) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
      String request =
          "POST /api/feeds HTTP/1.1\r\nHost: "
              + host
              + "\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nContent-Length: "
              + ONE.length()
              + "\r\n\r\n"
              + ONE;
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, 401",
        "Bearer wrong, 401",
        "Basic correct-horse-battery, 401",
        "Bearer correct-horse-battery, 201"
      })
  void withATokenOnlyItsBearerWrites(@Nullable String authorization, int status) throws Exception {
    restart(TOKEN, "0.0.0.0", new Fakes.FeedTopic(model));
    HttpResponse<String> answer =
        authorization == null
            ? send("POST", "api/feeds", JSON, ONE)
            : send("POST", "api/feeds", JSON, ONE, "Authorization", authorization);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent())
        .isEqualTo(status == 401);
    assertThat(send("GET", "api/feeds", null, null).statusCode()).isEqualTo(200);
  }

  @Test
  void whereOthersReachItNobodyWritesWithoutAToken() throws Exception {
    restart(null, "0.0.0.0", new Fakes.FeedTopic(model));
    HttpResponse<String> answer = send("POST", "api/feeds", JSON, ONE);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).get("detail").asText()).contains("needs a token");
    assertThat(send("DELETE", "api/feeds?url=x", null, null).statusCode()).isEqualTo(403);
  }

  @Test
  void saysSoIfTheTopicDoesNotTakeIt() throws Exception {
    restart(null, "127.0.0.1", new Broken());
    assertThat(send("POST", "api/feeds", JSON, ONE).statusCode()).isEqualTo(503);
  }

  /** A topic that nobody answers for. */
  private record Broken() implements FeedRoutes.Desk {
    @Override
    public void follow(Collection<Feed> feeds) throws IOException {
      throw new IOException("no broker");
    }

    @Override
    public void end(String url) throws IOException {
      throw new IOException("no broker");
    }
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String type, @Nullable String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }
}
