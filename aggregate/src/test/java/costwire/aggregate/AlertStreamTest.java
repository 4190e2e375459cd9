package costwire.aggregate;

import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert.Kind;
import costwire.aggregate.Estimate.Evidence;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.extract.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims in, alerts out. */
@SuppressWarnings("NullAway.Init")
class AlertStreamTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  /** Longer than any rest between estimates. */
  private static final Duration WHILE = Duration.ofMinutes(1);

  private static final Estimator ESTIMATOR = Estimator.standard();

  private static final Claim OWN = cost("own").exactly("5576000").by("DeepSeek").build();
  private static final Claim ECHO = cost("echo").exactly("5600000").by("DeepSeek").build();
  private static final Claim OTHER = cost("other").exactly("50000000").by("SemiAnalysis").build();

  @TempDir private Path state;
  private int runs;

  /** A process; the clock of its records goes on where that of the one before stopped. */
  private final class Run implements AutoCloseable {
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Claim> claims;
    private final TestOutputTopic<String, Estimate> estimates;
    private final TestOutputTopic<String, Alert> alerts;

    Run(Instant from) {
      Properties settings = new Properties();
      settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "alert-test");
      settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
      settings.put(StreamsConfig.STATE_DIR_CONFIG, state.resolve("run-" + runs++).toString());
      driver =
          new TopologyTestDriver(
              AggregateTopology.of(ESTIMATOR, new SimpleMeterRegistry()), settings, from);
      claims =
          driver.createInputTopic(
              Claims.TOPIC.name(),
              Claims.TOPIC.keys().serializer(),
              Claims.TOPIC.values().serializer(),
              from,
              Duration.ofMillis(1));
      estimates = output(Estimates.TOPIC);
      alerts = output(Alerts.TOPIC);
    }

    private <V> TestOutputTopic<String, V> output(costwire.stream.Topic<V> topic) {
      return driver.createOutputTopic(
          topic.name(), topic.keys().deserializer(), topic.values().deserializer());
    }

    /** What a burst of claims gives. */
    List<Alert> after(Claim... burst) {
      for (Claim claim : burst) {
        claims.pipeInput(claim.companyId(), claim);
      }
      driver.advanceWallClockTime(WHILE);
      return alerts.readValuesToList();
    }

    /** A process that finds the stores as this one leaves them. */
    Run restarted() {
      Run next = new Run(NOON.plusSeconds(60));
      for (String store :
          List.of(
              "company-claims",
              "dirty-companies",
              "emitted-estimates",
              "evidence-index",
              "evidence-pieces",
              "folded-articles",
              "told-estimates",
              "told-voices")) {
        KeyValueStore<String, Object> kept = driver.getKeyValueStore(store);
        KeyValueStore<String, Object> restored = next.driver.getKeyValueStore(store);
        try (var entries = kept.all()) {
          entries.forEachRemaining(entry -> restored.put(entry.key, entry.value));
        }
      }
      close();
      return next;
    }

    @Override
    public void close() {
      driver.close();
    }
  }

  private static List<Kind> kinds(List<Alert> alerts) {
    return alerts.stream().map(Alert::kind).toList();
  }

  @Test
  void theLifeOfALine() {
    try (Run run = new Run(NOON)) {
      assertThat(run.after(OWN))
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.kind()).isEqualTo(Kind.NEW_CLAIM);
                assertThat(alert.at()).isEqualTo(NOON);
                assertThat(alert.company()).isEqualTo("DeepSeek");
                assertThat(alert.line())
                    .isEqualTo(new Alert.Line("DeepSeek-R1", Scope.TRAINING_RUN));
                assertThat(alert.before()).isNull();
                assertThat(alert.claimIds()).containsExactly("own");
                assertThat(alert.reason())
                    .isEqualTo(
                        "DeepSeek is a new voice on DeepSeek's training run of DeepSeek-R1: $5.58M.");
              });
      assertThat(run.after(ECHO)).isEmpty();
      List<Alert> opened = run.after(OTHER);
      assertThat(kinds(opened)).startsWith(Kind.NEW_CLAIM).endsWith(Kind.DISPUTE_OPENED);
      assertThat(opened.get(opened.size() - 1).reason())
          .isEqualTo(
              "What is said of DeepSeek's training run of DeepSeek-R1 is contradicted; it was from a"
                  + " single source.");
      assertThat(kinds(run.after(OTHER.retraction())))
          .startsWith(Kind.CLAIM_RETRACTED)
          .endsWith(Kind.DISPUTE_SETTLED);
      assertThat(run.after(OWN.retraction())).as("its echo still tells it").isEmpty();
      assertThat(run.after(ECHO.retraction()))
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.kind()).isEqualTo(Kind.CLAIM_RETRACTED);
                assertThat(alert.after()).isNull();
                assertThat(alert.reason())
                    .isEqualTo(
                        "A claim that counted for DeepSeek's training run of DeepSeek-R1 was"
                            + " withdrawn; no claim supports a figure any more.");
              });
    }
  }

  @Test
  void aBurstMakesOneSetOfAlerts() {
    try (Run run = new Run(NOON)) {
      assertThat(run.after(OWN, OTHER, OTHER.retraction(), ECHO, OWN)).hasSize(1);
    }
  }

  @Test
  void chipsAndHoursAreVoicesToo() {
    try (Run run = new Run(NOON)) {
      Claim counted = chips("c", "nvidia-h800").atLeast("512").by("DeepSeek").build();
      assertThat(run.after(counted, hours("h").exactly("80").printedBy(null).build()))
          .extracting(Alert::reason)
          .containsExactlyInAnyOrder(
              "DeepSeek is a new voice on DeepSeek's training run of DeepSeek-R1: at least 512 chips"
                  + " (nvidia-h800).",
              "An article is a new voice on DeepSeek's training run of DeepSeek-R1: 80 hours.");
    }
  }

  @Test
  void aPageReadAgainTellsNothingNew() {
    try (Run run = new Run(NOON)) {
      run.after(OWN);
      Claim anew = cost("own-read-again").exactly("5576000").by("DeepSeek").confidence(0.8).build();

      assertThat(run.after(OWN.retraction(), anew)).isEmpty();
      assertThat(run.after(anew, anew)).isEmpty();
    }
  }

  @Test
  void aRestartTellsNothingAgainAndForgetsNothing() {
    Run first = new Run(NOON);
    first.after(OWN);
    first.claims.pipeInput(OTHER.companyId(), OTHER);
    try (Run second = first.restarted()) {
      List<Alert> owed = second.after();
      assertThat(kinds(owed)).contains(Kind.NEW_CLAIM, Kind.DISPUTE_OPENED);
      assertThat(owed).allMatch(alert -> alert.before() != null);
      assertThat(second.after(OWN, OTHER)).isEmpty();
    }
  }

  @Test
  void readingAllFromTheStartGivesEachVoiceItsOldId() {
    List<String> live = new ArrayList<>();
    try (Run run = new Run(NOON)) {
      for (Claim claim : List.of(OWN, ECHO, OTHER)) {
        live.addAll(newVoices(run.after(claim)));
      }
    }
    try (Run again = new Run(NOON)) {
      List<Alert> all = again.after(OTHER, ECHO, OWN);
      assertThat(kinds(all)).containsOnly(Kind.NEW_CLAIM);
      assertThat(newVoices(all)).containsExactlyInAnyOrderElementsOf(live);
    }
  }

  @Test
  void aVoiceBeyondThoseThatAreListedIsToldLikeAnyOther() {
    Claim[] voices =
        IntStream.range(0, 3 * Evidence.MOST / 2)
            .mapToObj(i -> cost("v" + i).exactly(1 + i + "000000").by("Source " + i))
            .map(SampleClaim::build)
            .toArray(Claim[]::new);
    int last = voices.length - 1;
    List<String> told = new ArrayList<>();
    Run first = new Run(NOON);
    told.addAll(newVoices(first.after(Arrays.copyOf(voices, last))));
    assertThat(told).hasSize(last);
    try (Run next = first.restarted()) {
      List<Alert> alerts = next.after(voices[last]);
      told.addAll(newVoices(alerts));
      assertThat(alerts.get(0).claimIds()).containsExactly(voices[last].id());
      assertThat(alerts.get(0).after()).extracting(Alert.State::voices).isEqualTo(voices.length);
      assertThat(newVoices(next.after(voices))).isEmpty();
      assertThat(next.estimates.readValuesToList())
          .isNotEmpty()
          .allMatch(estimate -> estimate.lines().get(0).evidence().size() == Evidence.MOST);
    }
    assertThat(told).doesNotHaveDuplicates().hasSize(voices.length);
  }

  private static List<String> newVoices(List<Alert> alerts) {
    return alerts.stream().filter(a -> a.kind() == Kind.NEW_CLAIM).map(Alert::id).toList();
  }

  @Test
  void everyAlertIsACloudEvent() {
    try (Run run = new Run(NOON)) {
      run.claims.pipeInput(OWN.companyId(), OWN);
      run.driver.advanceWallClockTime(WHILE);

      TestRecord<String, Alert> record = run.alerts.readRecord();
      assertThat(record.key()).isEqualTo("deepseek");
      assertThat(record.getRecordTime()).isEqualTo(NOON);
      assertThat(header(record, "ce_id")).isEqualTo(record.value().id()).matches("[0-9a-f]{24}");
      assertThat(header(record, "ce_type")).isEqualTo("costwire.alert.v1");
      assertThat(header(run.estimates.readRecord(), "ce_type")).isEqualTo("costwire.estimate.v1");
    }
  }

  private static String header(TestRecord<?, ?> record, String name) {
    assertThat(record.headers().headers(name)).hasSize(1);
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void inWhateverBatchesTheAlertsAreAChainWithoutRepetition(int seed) {
    Random random = new Random(seed);
    List<Claim> sent = claims(random);
    Map<String, Estimate> last = new HashMap<>();
    List<Alert> alerts = new ArrayList<>();
    try (Run run = new Run(NOON)) {
      for (int i = 0; i < sent.size(); ) {
        int end = Math.min(sent.size(), i + 1 + random.nextInt(6));
        alerts.addAll(run.after(sent.subList(i, end).toArray(Claim[]::new)));
        i = end;
      }
      run.estimates.readKeyValuesToList().forEach(e -> last.put(e.key, e.value));
    }

    assertThat(last.values())
        .containsExactlyInAnyOrderElementsOf(ESTIMATOR.estimates(standing(sent), null));
    assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
    Map<Object, Alert.@Nullable State> told = new HashMap<>();
    Map<Object, Instant> at = new HashMap<>();
    for (Alert alert : alerts) {
      Object line = List.of(alert.companyId(), alert.line());
      if (alert.at().equals(at.get(line))) {
        assertThat(alert.after()).isEqualTo(told.get(line));
      } else if (told.containsKey(line)) {
        assertThat(alert.before()).isEqualTo(told.get(line));
      }
      told.put(line, alert.after());
      at.put(line, alert.at());
    }
  }

  /** What the last record of each claim says, if it does not withdraw it. */
  private static List<Claim> standing(List<Claim> sent) {
    Map<String, Claim> last = new HashMap<>();
    sent.forEach(claim -> last.put(claim.id(), claim));
    return last.values().stream().filter(claim -> !claim.retracted()).toList();
  }

  /** Voices, their echoes, repetitions, withdrawals and returns, in any order. */
  private static List<Claim> claims(Random random) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      claims.add(
          cost("c" + i)
              .exactly((1 + random.nextInt(30)) + "00000")
              .by(random.nextInt(3) == 0 ? null : "Source " + random.nextInt(5))
              .on("2025-0" + (1 + random.nextInt(9)) + "-10")
              .about(i % 2 == 0 ? "DeepSeek" : "OpenAI", "M" + i % 3, Scope.TRAINING_RUN)
              .build());
    }
    List<Claim> told = List.copyOf(claims);
    claims.addAll(told);
    told.subList(0, 20).forEach(claim -> claims.add(claim.retraction()));
    Collections.shuffle(claims, random);
    return claims;
  }
}
