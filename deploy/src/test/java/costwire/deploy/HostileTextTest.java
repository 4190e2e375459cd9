package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.deploy.serve.Schemas;
import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.stream.Json;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article says to do harm goes through the whole line and does none on the way out. */
class HostileTextTest {
  private static final List<String> HARM =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "\u202egpj.exe\u202c \u2066left\u2069",
          "before\u0000after",
          "w".repeat(10_000),
          "\r\n\r\nevent: alert\r\ndata: {}\r\n\r\nid: 7",
          "=cmd|'/C calc'!A0",
          "＝HYPERLINK(1)",
          "\u2028line\u2029paragraph\u0085next",
          "\"},{\"id\":\"forged\"}]",
          "]]></outline>&bogus;");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Instant DAY = Instant.parse("2025-02-03T08:00:00Z");

  @TempDir static Path folder;

  private static Node node;
  private static URI address;

  @BeforeAll
  static void sendItThroughTheLine() {
    ConfigDraft draft = new ConfigDraft();
    draft.data = folder.resolve("data").toString();
    draft.port = 0;
    draft.kafka.port = 0;
    Clock clock = Clock.systemUTC();
    node = Node.start(draft.config(), List.of(), clock, Duration.ofMillis(100));
    address = node.pipeline().serve().orElseThrow().address();
    try (Producer<String, byte[]> producer = node.cluster().producer(Map.of());
        Progress progress = new Progress(node, clock)) {
      var values = Articles.TOPIC.values().serializer();
      for (int i = 0; i < HARM.size(); i++) {
        Article article = article(i, HARM.get(i));
        String topic = Articles.TOPIC.name();
        byte[] value = values.serialize(topic, article);
        producer.send(new ProducerRecord<>(topic, article.id(), value));
      }
      producer.flush();
      progress.await(HARM.size(), Duration.ofMinutes(5));
    }
  }

  private static Article article(int number, String harm) {
    String text =
        String.format(
            Locale.ROOT,
            "DeepSeek spent $%d million on training its model R1, the company said. %s",
            3 + 4 * number,
            harm);
    return Article.of("hostile-" + number, title(harm), text)
        .url(harm)
        .publisher(harm)
        .publishedAt(DAY.plus(Duration.ofHours(number)))
        .fetchedAt(DAY.plus(Duration.ofHours(number)))
        .authors(List.of(harm))
        .language("en")
        .feed(harm)
        .canonicalUrl(harm)
        .build();
  }

  /** The extractor takes nothing from below a headline that is one word without end. */
  private static String title(String harm) {
    return harm.length() > 1_000 ? "x" : harm;
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void claimsTellItAsItWasWrittenAndForgeNothing() throws Exception {
    JsonNode page = json(get("api/claims?limit=500"));
    assertThat(Schemas.faults("schemas/claim-list.json", page)).isEmpty();
    Set<String> titles = new TreeSet<>();
    for (JsonNode claim : page.get("items")) {
      assertThat(claim.get("articleId").asText()).startsWith("hostile-");
      titles.add(claim.get("title").asText());
    }
    assertThat(titles)
        .containsExactlyInAnyOrderElementsOf(HARM.stream().map(HostileTextTest::title).toList());
  }

  @Test
  void theEstimateIsThatOfTheFigures() throws Exception {
    JsonNode estimate = json(get("api/estimates/deepseek"));
    assertThat(Schemas.faults("schemas/estimate.json", estimate)).isEmpty();
    assertThat(estimate.at("/lines/0/stated/mentions").asInt()).isEqualTo(HARM.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api/estimates",
        "api/claims",
        "api/alerts",
        "api/feeds",
        "api/feeds.opml",
        "api/openapi.json",
        "api/claims?measure=%3Cscript%3E",
        "api/%3Cscript%3E",
        "api/nothing%0d%0aSet-Cookie:%20a=b",
        "export/claims.csv",
        "export/claims.jsonl",
        "export/estimates.csv",
        "metrics",
        "health/ready"
      })
  void everyAnswerSaysWhatItIsAndLetsNothingRun(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    Map<String, List<String>> headers = answer.headers().map();
    assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
    assertThat(headers.get("content-security-policy"))
        .singleElement()
        .asString()
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(headers).doesNotContainKey("set-cookie");
    String type = answer.headers().firstValue("content-type").orElse("");
    assertThat(type.startsWith("text/html")).isEqualTo(path.isEmpty());
  }

  @Test
  void noLineOfAnEventIsTheArticles() throws Exception {
    int claims = json(get("api/claims")).at("/totals/claims").asInt();
    String log =
        before(get("api/estimates").headers().firstValue("Costwire-Position").orElseThrow());
    HttpResponse<InputStream> answer =
        CLIENT.send(
            request("api/stream?after=" + log).build(), HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader stream = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      assertThat(stream.readLine()).startsWith("retry: ");
      assertThat(stream.readLine()).isEmpty();
      int seen = 0;
      while (seen < claims) {
        String first = stream.readLine();
        if (first.equals("event: heartbeat")) { // of every few seconds, also of these
          assertThat(stream.readLine()).isEqualTo("data: {}");
          assertThat(stream.readLine()).isEmpty();
          continue;
        }
        assertThat(first).startsWith("id: " + log);
        String type = stream.readLine();
        assertThat(type).isIn("event: estimate", "event: claim", "event: alert");
        String data = stream.readLine();
        assertThat(data).startsWith("data: {");
        Json.mapper().readTree(data.substring("data: ".length()));
        assertThat(stream.readLine()).isEmpty();
        seen += type.endsWith("claim") ? 1 : 0;
      }
    }
  }

  /** The place before everything in the log that a position is of. */
  private static String before(String position) {
    return position.split(";", 2)[0];
  }

  @ParameterizedTest
  @ValueSource(strings = {"export/claims.csv", "export/estimates.csv"})
  void noCellOfATableIsAFormulaOrBreaksOut(String path) throws Exception {
    List<List<String>> rows = rows(get(path).body());
    assertThat(rows).hasSizeGreaterThan(1);
    for (List<String> row : rows) {
      assertThat(row).hasSameSizeAs(rows.get(0));
      assertThat(row)
          .noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0)
          .noneMatch(cell -> cell.indexOf('\u0000') >= 0);
    }
  }

  @Test
  void aLineOfTheExportIsAClaim() throws Exception {
    int claims = json(get("api/claims")).at("/totals/claims").asInt();
    String[] lines = get("export/claims.jsonl").body().split("\n", -1);
    assertThat(lines).hasSize(claims + 1);
    for (String line : List.of(lines).subList(0, claims)) {
      assertThat(Schemas.faults("schemas/claim.json", Json.mapper().readTree(line))).isEmpty();
    }
  }

  @Test
  void metricsKeepTheirForm() throws Exception {
    assertThat(get("metrics").body().lines())
        .filteredOn(line -> !line.startsWith("#"))
        .allMatch(line -> line.matches("[a-zA-Z_:][\\w:]*(\\{[^\\p{Cntrl}]*})? \\S+"));
  }

  @Test
  void aFeedsTitleStaysInsideItsList() throws Exception {
    for (int i = 0; i < HARM.size(); i++) {
      String title = HARM.get(i).substring(0, Math.min(HARM.get(i).length(), 200));
      JsonNode feed =
          Json.mapper().valueToTree(Map.of("url", "https://feed.invalid/" + i, "title", title));
      HttpRequest request =
          request("api/feeds")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(feed.toString()))
              .build();
      assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(201);
    }
    Eventually.await(() -> json(get("api/feeds")).get("items").size() == HARM.size());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    byte[] list = get("api/feeds.opml").body().getBytes(UTF_8);
    assertThat(
            factory
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(list))
                .getElementsByTagName("outline")
                .getLength())
        .isEqualTo(HARM.size());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.mapper().readTree(answer.body());
  }

  /** By RFC 4180: quoted cells hold anything, quotes doubled. */
  private static List<List<String>> rows(String table) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < table.length(); i++) {
      char c = table.charAt(i);
      if (quoted && c == '"' && i + 1 < table.length() && table.charAt(i + 1) == '"') {
        cell.append(table.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    assertThat(quoted).as("the last quote is closed").isFalse();
    return rows;
  }
}
