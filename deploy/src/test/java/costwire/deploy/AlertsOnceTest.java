package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.AggregateTopology;
import costwire.aggregate.Alert;
import costwire.aggregate.Alerts;
import costwire.aggregate.Estimator;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.extract.Extractor;
import costwire.ingest.Article;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert topic of a real broker, across a restart of the stage that decides on alerts. */
class AlertsOnceTest {
  private static final Duration ALLOWED = Duration.ofMinutes(2);
  private static final Extractor EXTRACTOR = Extractor.standard();

  @TempDir Path folder;

  @Test
  void aRestartAndARepetitionTellNothingAnew() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      Cluster cluster = Cluster.of(kafka);
      try (Admin admin = cluster.admin()) {
        new Provision(new Config.RetentionDays(30, 365, 90)).visit(admin, Provision.Mode.CREATE);
      }
      List<Claim> first =
          claims("first.example", "DeepSeek said it spent $294,000 on training R1.");
      List<Claim> second = claims("other.example", "Reuters says R1 cost DeepSeek $5.6 million.");

      List<Alert> before;
      try (StreamsStage aggregate = stage(cluster, data)) {
        send(cluster, first);
        before = awaitAlerts(cluster, 1);
        Eventually.await(() -> aggregate.unready() == null);
      }
      List<Alert> after;
      try (StreamsStage aggregate = stage(cluster, data)) {
        send(cluster, first);
        send(cluster, second);
        after = awaitAlerts(cluster, before.size() + 2);
        Eventually.await(() -> aggregate.unready() == null);
      }

      assertThat(before).extracting(Alert::kind).containsExactly(Alert.Kind.NEW_CLAIM);
      assertThat(after.subList(0, before.size())).isEqualTo(before);
      assertThat(after).extracting(Alert::id).doesNotHaveDuplicates();
      assertThat(after).filteredOn(alert -> alert.kind() == Alert.Kind.NEW_CLAIM).hasSize(2);
    }
  }

  private static StreamsStage stage(Cluster cluster, DataDirectory data) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    StreamsSettings settings =
        new StreamsSettings(cluster, data.id(), data.streams(), "streams", Duration.ofMillis(100));
    return StreamsStage.start(
        Role.AGGREGATE,
        Role.AGGREGATE.toString(),
        AggregateTopology.of(Estimator.standard(), registry),
        settings.of(Role.AGGREGATE.toString(), 1),
        registry,
        Clock.systemUTC());
  }

  private static List<Claim> claims(String outlet, String text) {
    Instant at = Instant.parse("2025-09-18T08:00:00Z");
    String url = "https://" + outlet + "/r1";
    return EXTRACTOR.extract(
        new Article(
            outlet, url, outlet, at, null, at, "", text, List.of(), "en", null, null, false));
  }

  private static void send(Cluster cluster, List<Claim> claims) {
    try (Producer<String, byte[]> producer = cluster.producer(Map.of())) {
      for (Claim claim : claims) {
        byte[] value = Claims.TOPIC.values().serializer().serialize(Claims.TOPIC.name(), claim);
        var unused =
            producer.send(new ProducerRecord<>(Claims.TOPIC.name(), claim.companyId(), value));
      }
      producer.flush();
    }
  }

  /** All alerts of the topic, once there are so many and nothing more comes. */
  private static List<Alert> awaitAlerts(Cluster cluster, int least) {
    List<Alert> alerts = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = cluster.consumer(Map.of())) {
      var partitions = Cluster.partitions(consumer, Alerts.TOPIC.name());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Instant deadline = Instant.now().plus(ALLOWED);
      int read = 1;
      while ((read > 0 || alerts.size() < least) && Instant.now().isBefore(deadline)) {
        var records = consumer.poll(Duration.ofSeconds(2));
        read = records.count();
        records.forEach(
            record ->
                alerts.add(
                    Alerts.TOPIC
                        .values()
                        .deserializer()
                        .deserialize(record.topic(), record.value())));
      }
    }
    assertThat(alerts).hasSizeGreaterThanOrEqualTo(least);
    return alerts;
  }
}
