package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.stream.Json;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
  private static final int CLAIMS = 120;
  private static final int ALERTS = 60;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final List<String> UNREADY = new ArrayList<>();
  private static HttpServer server;

  @BeforeAll
  static void start() {
    ReadModel model = new ReadModel("log", 1_000);
    for (int i = 0; i < CLAIMS; i++) {
      model.claim(i % 3, i / 3, Fakes.claim(i, i % 4 == 0 ? "DeepSeek" : "OpenAI"));
    }
    model.claim(0, 500, Fakes.claim(7, "OpenAI").retraction());
    model.estimate(0, 0, "deepseek", Fakes.estimate("deepseek", 294_000));
    model.estimate(1, 0, "openai", Fakes.estimate("openai", 100_000_000));
    for (int i = 0; i < ALERTS; i++) {
      model.alert(i % 3, i / 3, Fakes.alert(i, i % 4 == 0 ? "DeepSeek" : "OpenAI"));
      model.alert(i % 3, ALERTS + i / 3, Fakes.alert(i, "read again from the start"));
    }
    server =
        HttpServer.start(
            Fakes.LOOPBACK,
            model,
            (claims, asOf) -> List.of(Fakes.estimate("openai", claims.size())),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            () -> UNREADY,
            Fakes.feedRoutes(model));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesAllEstimatesAndSaysWhenTheyAreUnchanged() throws Exception {
    HttpResponse<String> answer = get("api/estimates");
    assertThat(json(answer).at("/items")).hasSize(2);
    assertThat(json(answer).at("/items/0/companyId").asText()).isEqualTo("deepseek");
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(get("api/estimates", "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(get("api/estimates", "If-None-Match", "W/\"old\"").statusCode()).isEqualTo(200);
  }

  @Test
  void givesOneCompanysEstimateNarrowed() throws Exception {
    assertThat(json(get("api/estimates/openai")).at("/lines")).hasSize(1);
    assertThat(get("api/estimates/openai?scope=hardware").statusCode()).isEqualTo(404);
    assertThat(get("api/estimates/openai?model=model-1").statusCode()).isEqualTo(200);
  }

  @Test
  void knowsTheLanguagesOfClaimsAndWhatIsSaidInOne() throws Exception {
    assertThat(json(get("api/languages")).get("items"))
        .extracting(item -> item.get("language").asText())
        .containsExactly("el", "en");
    assertThat(json(get("api/claims?language=el&limit=500")).get("items"))
        .isNotEmpty()
        .allSatisfy(claim -> assertThat(claim.get("language").asText()).isEqualTo("el"));
    // The one claim that both rest on is told in Greek.
    assertThat(json(get("api/estimates?language=el")).get("items")).hasSize(2);
    assertThat(json(get("api/estimates?language=en")).get("items")).isEmpty();
  }

  @Test
  void givesAGroupsCompaniesSideBySide() throws Exception {
    assertThat(json(get("api/estimates?group=high-flyer")).at("/items"))
        .extracting(estimate -> estimate.get("companyId").asText())
        .containsExactly("deepseek");
    assertThat(json(get("api/estimates?group=openai")).at("/items")).hasSize(1);
    assertThat(json(get("api/estimates?group=alphabet")).at("/items")).isEmpty();
  }

  @Test
  void computesPastEstimatesFromTheClaims() throws Exception {
    JsonNode past = json(get("api/estimates/openai?asOf=2025-01-01"));
    assertThat(past.at("/lines/0/usd/best").asInt()).isEqualTo(CLAIMS * 3 / 4 - 1);
  }

  @Test
  void pagesThroughAllClaimsNewestFirstWithoutGapOrRepetition() throws Exception {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = json(get("api/claims?limit=7" + after));
      page.at("/items").forEach(claim -> ids.add(claim.get("id").asText()));
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asText();
    } while (!after.isEmpty());
    assertThat(ids).hasSize(CLAIMS - 1).doesNotHaveDuplicates().doesNotContain("claim-7");
    assertThat(ids.get(0)).isEqualTo("claim-" + (CLAIMS - 1));
  }

  @ParameterizedTest
  @CsvSource({
    "company=deepseek, 30",
    "measure=chips, 40",
    "scope=operation, 0",
    "q=deepseek%20spent, 30",
    "q=nobody, 0",
    "since=2025-01-01T01:00:00Z, 60"
  })
  void filtersClaims(String query, int expected) throws Exception {
    assertThat(json(get("api/claims?limit=500&" + query)).at("/items")).hasSize(expected);
  }

  @Test
  void pagesThroughAllAlertsNewestFirstEachOnce() throws Exception {
    JsonNode first = json(get("api/alerts?limit=50"));
    JsonNode second = json(get("api/alerts?limit=50&after=" + first.get("next").asText()));
    List<String> ids = new ArrayList<>();
    first.get("items").forEach(alert -> ids.add(alert.get("id").asText()));
    second.get("items").forEach(alert -> ids.add(alert.get("id").asText()));
    assertThat(ids).hasSize(ALERTS).doesNotHaveDuplicates().startsWith("alert-" + (ALERTS - 1));
    assertThat(second.get("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 60",
    "company=deepseek, 15",
    "kind=dispute-opened, 10",
    "kind=new-claim&company=deepseek, 0",
    "since=2025-01-01T00:30:00Z, 30",
    "company=nobody, 0"
  })
  void filtersAlerts(String query, int expected) throws Exception {
    assertThat(json(get("api/alerts?limit=500&" + query)).at("/items")).hasSize(expected);
  }

  @Test
  void countsWhatThereIs() throws Exception {
    JsonNode totals = json(get("api/claims")).get("totals");
    assertThat(totals.get("claims").asInt()).isEqualTo(CLAIMS - 1);
    assertThat(totals.get("articles").asInt()).isEqualTo(CLAIMS / 2);
    assertThat(totals.get("languages").asInt()).isEqualTo(2);
    assertThat(totals.get("companies").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "api/claims?limit=0, 400",
    "api/claims?limit=many, 400",
    "api/claims?measure=joy, 400",
    "api/claims?since=soon, 400",
    "api/claims?after=%25%25, 400",
    "api/alerts?kind=joy, 400",
    "api/claims/none, 404",
    "api/claims/claim-7, 404",
    "api/estimates/none, 404",
    "api/nothing, 404"
  })
  void tellsProblemsAsProblemDetails(String path, int status) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(json(answer).get("status").asInt()).isEqualTo(status);
    assertThat(json(answer).get("detail").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/estimates", "api/nothing", "metrics", "health/live"})
  void letsNothingRunInTheBrowser(String path) throws Exception {
    assertThat(get(path).headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
  }

  @Test
  void exportsClaimsAsLinesAndAsATableThatNoSpreadsheetRuns() throws Exception {
    assertThat(get("export/claims.jsonl").body().lines()).hasSize(CLAIMS - 1);
    String table = get("export/claims.csv").body();
    assertThat(table).startsWith("id,articleId,url,");
    assertThat(table).contains("\"'=A headline, with \"\"quotes\"\"\"");
    assertThat(table.split("\r\n")).hasSize(CLAIMS);
  }

  @Test
  void isReadyOnlyWhenNothingSpeaksAgainstIt() throws Exception {
    assertThat(get("health/ready").statusCode()).isEqualTo(200);
    UNREADY.add("extract is taking up its partitions");
    try {
      HttpResponse<String> answer = get("health/ready");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(json(answer).get("detail").asText()).contains("extract is taking up");
    } finally {
      UNREADY.clear();
    }
    assertThat(get("health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void packsWhatIsLongForThoseWhoCanUnpack() throws Exception {
    HttpResponse<String> answer = get("api/claims?limit=100", "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }
}
