package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert;
import costwire.deploy.Cluster;
import costwire.deploy.Config;
import costwire.deploy.DataDirectory;
import costwire.deploy.EmbeddedKafka;
import costwire.deploy.Eventually;
import costwire.deploy.Provision;
import costwire.stream.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody may write to the topics, and the model that is read from them. */
class ModelReaderTest {
  /** Each is JSON, and each lacks something that its kind needs. */
  private static final Map<String, String> NONSENSE =
      Map.of(
          "costwire.claims", "{\"id\":\"c\"}",
          "costwire.estimates", "{\"lines\":[null]}",
          "costwire.alerts", "{\"id\":\"a\",\"claimIds\":[]}",
          "costwire.feeds", "{\"url\":null}",
          "costwire.subscriptions", "{\"companies\":[],\"kinds\":[],\"scopes\":[]}",
          "costwire.deliveries", "{\"id\":\"d\",\"alerts\":[],\"attempts\":[]}");

  @Test
  void nonsenseIsCountedAndTheRestRead(@TempDir Path folder) throws Exception {
    ReadModel model = new ReadModel("log", 10);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      Cluster cluster = Cluster.of(kafka);
      try (Admin admin = cluster.admin()) {
        new Provision(Config.standard().retentionDays()).visit(admin, Provision.Mode.CREATE);
      }
      Thread thread;
      try (ModelReader reader = new ModelReader(cluster, model, meters, Clock.systemUTC())) {
        thread = new Thread(reader);
        thread.start();
        NONSENSE.forEach((topic, json) -> write(cluster, topic, json.getBytes(UTF_8)));
        Alert alert = Fakes.alert(1, "OpenAI");
        write(cluster, "costwire.alerts", Json.mapper().writeValueAsBytes(alert));
        // Partitions are read in no order: the alert may come before what was written before it.
        Eventually.await(
            () ->
                model.alerts(null, any -> true, null, 10).equals(List.of(alert))
                    && unreadable(meters)
                        .containsAll(
                            List.of(
                                "costwire.alerts",
                                "costwire.subscriptions",
                                "costwire.deliveries")));
        assertThat(thread.isAlive()).isTrue();
      }
      thread.join();
    }
    assertThat(model.outgoing().subscriptions()).isEmpty();
    assertThat(model.outgoing().deliveries(any -> true, null, 10)).isEmpty();
  }

  private static List<String> unreadable(MeterRegistry meters) {
    return meters.find("costwire.serve.unreadable").counters().stream()
        .map(counter -> String.valueOf(counter.getId().getTag("topic")))
        .toList();
  }

  private static void write(Cluster cluster, String topic, byte[] value) {
    try (Producer<String, byte[]> producer = cluster.producer(Map.of())) {
      producer.send(new ProducerRecord<>(topic, "key", value));
    }
  }
}
