package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.deploy.HttpSettings;
import costwire.stream.Json;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself promises: methods, tags, forms, other origins, bounds. */
class HttpMannersTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String DESK = "https://desk.example";
  private static final ReadModel MODEL = new ReadModel("log", 1_000);

  private static HttpServer server;

  @BeforeAll
  static void start() {
    for (int i = 0; i < 30; i++) {
      MODEL.claim(0, i, Fakes.claim(i, "OpenAI"));
      MODEL.estimate(0, i, "company-" + i, Fakes.estimate("company-" + i, 5_000_000L + i));
    }
    server =
        HttpServer.start(
            new HttpSettings("127.0.0.1", 0, null, List.of(DESK), null),
            MODEL,
            (claims, asOf) -> List.of(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            List::of,
            Fakes.feedRoutes(MODEL));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/estimates",
        "api/estimates?limit=3",
        "api/estimates/company-1",
        "api/claims",
        "api/claims/claim-1",
        "api/alerts",
        "api/feeds",
        "api/feeds.opml",
        "api/openapi.json",
        "api/schemas/claim.json",
        "export/estimates.csv"
      })
  void whoHasItAlreadyGetsNoneOfIt(String path) throws Exception {
    HttpResponse<byte[]> first = send("GET", path);
    String tag = header(first, "ETag");
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    assertThat(first.headers().allValues("Vary")).contains("Accept-Encoding");
    for (String known : List.of(tag, "\"old\", " + tag, "*")) {
      HttpResponse<byte[]> again = send("GET", path, "If-None-Match", known);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
    }
    assertThat(send("GET", path, "If-None-Match", "W/\"old\"").body()).isEqualTo(first.body());
  }

  @Test
  void aTagIsTheSameFromAnotherServerOfTheSameState() throws Exception {
    String tag = header(send("GET", "api/estimates"), "ETag");
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (HttpServer other = Fakes.server(MODEL, meters, Fakes.feedRoutes(MODEL))) {
      HttpRequest request =
          HttpRequest.newBuilder(other.address().resolve("api/estimates"))
              .header("If-None-Match", tag)
              .build();
      assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(304);
    }
  }

  @Test
  void aTagChangesWithTheState() throws Exception {
    String before = header(send("GET", "api/estimates"), "ETag");
    MODEL.estimate(0, 99, "company-1", Fakes.estimate("company-1", 77));
    HttpResponse<byte[]> after = send("GET", "api/estimates", "If-None-Match", before);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(new String(after.body(), UTF_8)).contains("\"best\":77");
  }

  @ParameterizedTest
  @CsvSource({
    "api/estimates, 200",
    "api/claims?limit=1, 200",
    "api/claims/none, 404",
    "export/claims.csv, 200",
    "health/ready, 200",
    "metrics, 200",
    "api/stream, 200",
    "'', 200"
  })
  void headGivesTheHeadersAlone(String path, int status) throws Exception {
    HttpResponse<byte[]> answer = send("HEAD", path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Content-Type")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, api/claims, 405, GET",
    "DELETE, api/estimates, 405, GET",
    "PUT, api/feeds, 405, POST",
    "POST, api/stream, 405, GET",
    "GET, api/nothing, 404, ",
    "GET, nothing.html, 404, ",
    "TRACE, api/claims, 405, "
  })
  void whatCannotBeDoneIsToldWithWhatCan(
      String method, String path, int status, @Nullable String allowed) throws Exception {
    HttpResponse<byte[]> answer = send(method, path);
    isProblem(answer, status);
    if (allowed != null) {
      assertThat(header(answer, "Allow")).contains(allowed);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api/claims | application/json | 200",
        "api/claims | application/* | 200",
        "api/claims | text/html,application/xhtml+xml,*/*;q=0.8 | 200",
        "api/claims | text/html | 406",
        "api/claims | application/json;q=0 | 406",
        "api/feeds | text/x-opml | 200",
        "export/claims.csv | text/csv | 200",
        "export/claims.csv | application/json | 406"
      })
  void whatIsNotToBeHadInThatFormIsToldSo(String path, String accept, int status) throws Exception {
    HttpResponse<byte[]> answer = send("GET", path, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status != 200) {
      assertThat(isProblem(answer, status).get("detail").asText()).startsWith("It is to be had as");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "api/claims?compnay=openai | 'compnay' is no parameter here; known: after, company",
        "api/claims/claim-1?q=x | 'q' is no parameter here; there are none",
        "api/claims?limit=501 | 'limit' must be a whole number between 1 and 500",
        "api/claims?since=soon | 'since' must be a date such as",
        "api/estimates?scope=joy | 'scope' must be one of training-run",
        "api/estimates?scope=0   | 'scope' must be one of training-run",
        "api/stream?after=%3Cscript%3E | 'after' must be a Costwire-Position",
        "api/estimates?after=%25 | 'after' must be the 'next' of an earlier answer"
      })
  void aWrongParameterIsToldWithWhatWouldBeRight(String path, String detail) throws Exception {
    assertThat(isProblem(send("GET", path), 400).get("detail").asText()).startsWith(detail);
  }

  @Test
  void whatIsTooLongIsRefused() throws Exception {
    isProblem(send("GET", "api/claims?q=" + "x".repeat(201)), 400);
    isProblem(send("GET", "api/claims?after=" + "x".repeat(401)), 400);
    isProblem(send("GET", "api/claims", "X-Long", "x".repeat(20_000)), 431);
    isProblem(
        CLIENT.send(
            HttpRequest.newBuilder(server.address().resolve("api/feeds"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray()),
        413);
  }

  @Test
  void whatIsNoRequestIsToldSo() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.getOutputStream().write("nonsense\r\n\r\n".getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains(Problem.MEDIA_TYPE, "nosniff");
    }
  }

  @Test
  void estimatesComeInPagesToo() throws Exception {
    List<String> companies = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = json(send("GET", "api/estimates?limit=7" + after));
      page.get("items").forEach(item -> companies.add(item.get("companyId").asText()));
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
    } while (!after.isEmpty());
    assertThat(companies).hasSize(30).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"api/estimates", "api/claims", "export/claims.csv", "export/claims.jsonl"})
  void longAnswersArePackedAndSayTheSame(String path) throws Exception {
    HttpResponse<byte[]> packed = send("GET", path, "Accept-Encoding", "gzip");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    byte[] plain = send("GET", path).body();
    assertThat(packed.body().length).isLessThan(plain.length);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/claims", "api/nothing", "export/claims.csv"})
  void pagesOfTheOriginsThatAreSetMayRead(String path) throws Exception {
    HttpResponse<byte[]> answer = send("GET", path, "Origin", DESK);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(DESK);
    assertThat(String.join(",", answer.headers().allValues("Vary"))).contains("Origin");
    assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
    HttpResponse<byte[]> other = send("GET", path, "Origin", "https://deskXexample");
    assertThat(header(other, "Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aBrowserThatAsksFirstHearsWhatThosePagesMay() throws Exception {
    HttpResponse<byte[]> answer =
        send(
            "OPTIONS",
            "api/claims",
            "Origin",
            DESK,
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "If-None-Match");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(DESK);
    assertThat(header(answer, "Access-Control-Allow-Methods")).contains("GET");
  }

  @Test
  void pagesOfThoseOriginsDoNotWriteWithoutAToken() throws Exception {
    HttpResponse<byte[]> answer =
        send("DELETE", "api/feeds?url=https://a.example/f", "Origin", DESK);
    isProblem(answer, 403);
  }

  private static JsonNode isProblem(HttpResponse<byte[]> answer, int status) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    JsonNode problem = json(answer);
    assertThat(Schemas.faults("schemas/problem.json", problem)).isEmpty();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    return problem;
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
