package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.stream.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What monitoring systems are given, held against a pipeline that has read the newsroom. */
class MonitoringTest {
  private static final Path PROMETHEUS = Path.of("prometheus");
  private static final Path RULES = PROMETHEUS.resolve("rules.yml");
  private static final Path BOARD = Path.of("grafana", "dashboards", "costwire.json");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:costwire|jvm|process|kafka)_[a-z_]+[a-z]\\b(?!:)");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{.*})? ");

  /** Series that come with their first occasion, which a newsroom that does well does not give. */
  private static final Set<String> OCCASIONAL =
      Set.of("costwire_dead_letters_total", "costwire_claims_ignored_total");

  @TempDir static Path folder;

  private static SampleNode samples;
  private static Node node;
  private static URI address;

  @BeforeAll
  static void readTheNewsroom() {
    samples = SampleNode.start(folder);
    samples.await(0);
    node = samples.node();
    address = node.pipeline().serve().orElseThrow().address();
  }

  @AfterAll
  static void stop() {
    samples.close();
  }

  @Test
  void everyMetricOfTheRulesAndTheBoardIsThere() throws Exception {
    get(address.resolve("api/estimates"));
    Set<String> known = names(get(address.resolve("metrics")));
    known.addAll(OCCASIONAL);
    assertThat(known).containsAll(used(Files.readString(RULES)));
    assertThat(known).containsAll(used(expressions(Files.readString(BOARD))));
  }

  @Test
  void theBoardRefersToRecordedRulesThatExist() throws IOException {
    Pattern recorded = Pattern.compile("costwire:[a-z_]+:[a-z0-9_]+");
    String rules = Files.readString(RULES);
    assertThat(all(recorded, expressions(Files.readString(BOARD))))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(rules).contains("record: " + name + "\n"));
  }

  @Test
  void measuresAreNamedAsInClaims() throws Exception {
    assertThat(get(address.resolve("metrics"))).contains("measure=\"chip-hours\"");
  }

  @Test
  void aProcessThatDoesNotServeIsMonitoredOnAPortOfItsOwn() throws Exception {
    ConfigDraft draft = new ConfigDraft();
    draft.data = folder.resolve("second").toString();
    draft.roles = List.of("aggregate");
    draft.monitorPort = 0;
    draft.kafka.bootstrapServers = node.cluster().bootstrapServers();
    draft.kafka.groupProtocol = "streams";
    try (Node second =
        Node.start(draft.config(), List.of(), Clock.systemUTC(), Duration.ofMillis(100))) {
      int port = second.pipeline().monitor().orElseThrow().port();
      URI monitor = URI.create("http://127.0.0.1:" + port + "/");
      assertThat(get(monitor.resolve("metrics"))).contains("jvm_memory_used_bytes");
      assertThat(get(monitor.resolve("health/live"))).contains("live");
      assertThat(get(monitor.resolve("api/estimates"))).contains("\"status\":404");
    }
  }

  @Test
  void promtoolAcceptsTheRulesAndTheirTests() throws Exception {
    installed("promtool");
    for (List<String> check :
        List.of(
            List.of("check", "rules", "rules.yml"),
            List.of("check", "config", "--syntax-only", "prometheus.yml"),
            List.of("test", "rules", "rules_test.yml"))) {
      List<String> command = new ArrayList<>(List.of("promtool"));
      command.addAll(check);
      Path log = Files.createTempFile(folder, "promtool", ".log");
      int status =
          new ProcessBuilder(command)
              .directory(PROMETHEUS.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      assertThat(status).as(Files.readString(log)).isZero();
    }
  }

  @Test
  void aRealPrometheusScrapesItAndEvaluatesTheRules() throws Exception {
    installed("prometheus");
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        String.format(
            Locale.ROOT,
            """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: ["%s"]
        scrape_configs:
          - {job_name: costwire, static_configs: [{targets: ["%s"]}]}
        """,
            RULES.toAbsolutePath(),
            address.getAuthority()));
    int port = Ports.free();
    Process prometheus =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    try {
      URI queries = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=");
      await(queries, "up{job=\"costwire\"} == 1");
      await(queries, "costwire_estimate_usd{quantile=\"0.5\", company=\"deepseek\"} > 1000");
      await(queries, "costwire_stage_duration_seconds_bucket{stage=\"extract\"}");
      await(queries, "costwire:feeds_failing:ratio == 0");
      assertThat(results(queries, "ALERTS{alertstate=\"firing\"}")).isEmpty();
    } finally {
      prometheus.destroy();
      prometheus.waitFor();
    }
  }

  private static void installed(String program) {
    boolean there =
        List.of(System.getenv("PATH").split(":", -1)).stream()
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    assumeTrue(there, program + " is not installed (Debian's package prometheus): skipped");
  }

  private static void await(URI queries, String query) throws Exception {
    Eventually.await(() -> !results(queries, query).isEmpty());
  }

  private static JsonNode results(URI queries, String query) throws InterruptedException {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    try {
      String answer = get(URI.create(queries + encoded));
      return Json.mapper().readTree(answer).path("data").path("result");
    } catch (IOException e) {
      return Json.mapper().createArrayNode(); // it is starting
    }
  }

  private static String get(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Samples as they are called, histograms by what Prometheus makes of them. */
  private static Set<String> names(String scrape) {
    return all(SAMPLE, scrape);
  }

  private static Set<String> used(String expressions) {
    return all(METRIC, expressions);
  }

  /** Of all panels, one a line. */
  private static String expressions(String board) throws IOException {
    return Json.mapper().readTree(board).findValuesAsText("expr").stream()
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
    }
    return found;
  }
}
