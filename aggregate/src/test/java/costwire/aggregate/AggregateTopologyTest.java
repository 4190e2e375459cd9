package costwire.aggregate;

import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import costwire.aggregate.alert.AlertRules;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.extract.Scope;
import costwire.extract.Stance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class AggregateTopologyTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  /** Longer than any rest between estimates. */
  private static final Duration WHILE = Duration.ofMinutes(1);

  private static final Estimator ESTIMATOR = Estimator.standard();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  @TempDir private Path state;
  private TopologyTestDriver driver;
  private TestInputTopic<String, Claim> claims;
  private TestOutputTopic<String, Estimate> estimates;

  @BeforeEach
  void start() {
    driver = new TopologyTestDriver(topology(registry), settings(), NOON);
    claims =
        driver.createInputTopic(
            Claims.TOPIC.name(),
            Claims.TOPIC.keys().serializer(),
            Claims.TOPIC.values().serializer(),
            NOON,
            Duration.ofMillis(1));
    estimates =
        driver.createOutputTopic(
            Estimates.TOPIC.name(),
            Estimates.TOPIC.keys().deserializer(),
            Estimates.TOPIC.values().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private static Topology topology(SimpleMeterRegistry registry) {
    return AggregateTopology.of(ESTIMATOR, registry);
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "aggregate-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return settings;
  }

  private void send(Claim... sent) {
    for (Claim claim : sent) {
      claims.pipeInput(claim.companyId(), claim);
    }
  }

  private void pause() {
    driver.advanceWallClockTime(WHILE);
  }

  @Test
  void itsDescriptionIsTheReviewedOne() throws IOException {
    String expected;
    try (InputStream fixture = getClass().getResourceAsStream("topology.txt")) {
      expected = new String(Objects.requireNonNull(fixture).readAllBytes(), UTF_8);
    }
    assertThat(topology(registry).describe().toString().strip()).isEqualTo(expected.strip());
  }

  @Test
  void everyInternalResourceHasANameOfOurs() {
    StreamsBuilder strict = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings())));

    assertThatNoException()
        .isThrownBy(() -> AggregateTopology.on(strict, ESTIMATOR, AlertRules.standard(), registry));
  }

  @Test
  void aBurstOfClaimsIsOneEstimate() {
    send(
        cost("a").exactly("294000").by("DeepSeek").build(),
        chips("b", "nvidia-h800").exactly("512").build(),
        hours("c").exactly("80").build());
    assertThat(estimates.isEmpty()).isTrue();

    pause();

    List<Estimate> emitted = estimates.readValuesToList();
    assertThat(emitted).hasSize(1);
    assertThat(emitted.get(0).lines().get(0).implied()).isNotNull();
  }

  @Test
  void anUnchangedEstimateIsNotEmittedAgain() {
    Claim claim = cost("a").exactly("294000").build();
    send(claim);
    pause();
    assertThat(estimates.readValuesToList()).hasSize(1);

    send(claim, claim);
    pause();
    send(cost("p").exactly("1").build());
    send(cost("p").exactly("1").build().retraction());
    pause();

    assertThat(estimates.isEmpty()).isTrue();
  }

  @Test
  void theLastRetractionLeavesATombstone() {
    Claim claim = cost("a").exactly("294000").build();
    send(claim);
    pause();
    estimates.readValuesToList();

    send(claim.retraction());
    pause();

    TestRecord<String, Estimate> gone = estimates.readRecord();
    assertThat(gone.key()).isEqualTo("deepseek");
    assertThat(gone.value()).isNull();
    assertThat(header(gone, "ce_type")).isEqualTo("costwire.estimate.v1");
    assertThat(registry.find("costwire.estimate.usd").gauges()).isEmpty();
  }

  @Test
  void everyEstimateIsACloudEvent() {
    send(cost("a").exactly("294000").build());
    pause();

    TestRecord<String, Estimate> record = estimates.readRecord();
    assertThat(record.getRecordTime()).isEqualTo(NOON);
    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(record, "ce_id")).matches("deepseek-[0-9a-f]{24}");
    assertThat(header(record, "ce_source")).isEqualTo("/costwire/aggregate");
    assertThat(header(record, "ce_time")).isEqualTo("2026-01-01T12:00:00Z");
    assertThat(header(record, "content-type")).isEqualTo("application/json");
  }

  private static @Nullable String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  @Test
  void claimsOfNobodyAndEmptyOnesArePassedOver() {
    send(cost("a").exactly("5").about(null, null, Scope.HARDWARE).build());
    claims.pipeInput("other", cost("b").exactly("5").build());
    claims.pipeInput(new TestRecord<>("deepseek", null));
    pause();

    assertThat(estimates.isEmpty()).isTrue();
    assertThat(ignored("unattributed") + ignored("wrong-key") + ignored("empty")).isEqualTo(3);
  }

  @Test
  void aClaimOfTheFutureIsIgnoredAndCounted() {
    Instant written = Instant.parse("2025-09-20T00:00:00Z");
    claims.pipeInput("deepseek", cost("a").exactly("5e6").on("2025-09-23").build(), written);
    claims.pipeInput("deepseek", cost("b").exactly("6e6").on("2999-01-01").build(), written);
    claims.pipeInput("deepseek", cost("c").exactly("7e6").on(null).build(), written);
    claims.pipeInput("deepseek", cost("d").exactly("8e6").on("2025-09-21").build(), written);
    claims.pipeInput(
        "deepseek", cost("d").exactly("8e6").on("2999-01-01").build().retraction(), written);
    pause();

    assertThat(ignored("future-date")).isEqualTo(2);
    Estimate estimate = Objects.requireNonNull(estimates.readKeyValuesToMap().get("deepseek"));
    assertThat(estimate.lines().get(0).evidence())
        .extracting(Estimate.Evidence::claim)
        .containsExactly("c");
  }

  @Test
  void claimsThatEnterNoSumAreCountedByReason() {
    send(
        cost("a").exactly("0").build(),
        cost("b").exactly("1e29").build(),
        cost("c").exactly("5000").stance(Stance.PLANNED).build(),
        cost("d").exactly("5000").in("XYZ", null).build(),
        cost("e").exactly("5000").per("day", null).build(),
        cost("f").exactly("5000").build());

    assertThat(silent("beyond-sense")).isEqualTo(2);
    assertThat(silent("planned")).isEqualTo(1);
    assertThat(silent("no-exchange-rate")).isEqualTo(1);
    assertThat(silent("rent")).isEqualTo(1);
  }

  private double silent(String reason) {
    return registry.counter("costwire.claims.silent", "reason", reason).count();
  }

  private double ignored(String reason) {
    return registry.counter("costwire.claims.ignored", "reason", reason).count();
  }

  @Test
  void anyOrderAndAnyDuplicatesGiveTheEstimatesOfTheSet() {
    List<Claim> standing = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      standing.add(
          cost("c" + i)
              .exactly((1 + i % 7) + "100000")
              .by(i % 3 == 0 ? null : "Source " + i % 5)
              .on("2025-0" + (1 + i % 9) + "-10")
              .about(i % 2 == 0 ? "DeepSeek" : "OpenAI", "M" + i % 3, Scope.TRAINING_RUN)
              .build());
    }
    List<Claim> sent = new ArrayList<>(standing);
    sent.addAll(standing.subList(0, 10));
    Collections.shuffle(sent, new Random(7));
    Claim wrong =
        cost("wrong").exactly("999000000").about("OpenAI", "M1", Scope.TRAINING_RUN).build();
    sent.add(3, wrong);
    sent.add(20, wrong.retraction());

    for (Claim claim : sent) {
      send(claim);
      if (claim.id().endsWith("3")) {
        pause();
      }
    }
    pause();

    Map<String, Estimate> last = new HashMap<>();
    estimates.readKeyValuesToList().forEach(e -> last.put(e.key, e.value));
    assertThat(last.values())
        .containsExactlyInAnyOrderElementsOf(ESTIMATOR.estimates(standing, null));
  }

  @Test
  void theGaugesShowTheLatestEstimate() {
    send(cost("a").exactly("294000").build());
    pause();
    Estimate estimate = estimates.readValue();

    Gauge gauge = Objects.requireNonNull(gauge("deepseek"));
    assertThat(gauge.value())
        .isEqualTo(
            Objects.requireNonNull(Objects.requireNonNull(estimate.lines().get(0).usd()).best())
                .doubleValue());
    assertThat(gauge.getId().getTag("scope")).isEqualTo("training-run");
    assertThat(gauge.getId().getTag("model")).isEqualTo("DeepSeek-R1");
  }

  private @Nullable Gauge gauge(String company) {
    return registry
        .find("costwire.estimate.usd")
        .tags("company", company, "quantile", "0.5")
        .gauge();
  }
}
