package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  @TempDir Path folder;

  @Test
  void keepsWhatWasWrittenAcrossARestart() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      Cluster cluster = Cluster.of(kafka);
      NewTopics.create(cluster, "kept", 1);
      try (var producer = cluster.producer(Map.of("transactional.id", "test"))) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("kept", "a", "said".getBytes(UTF_8))).get();
        producer.commitTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("kept", "a", "taken back".getBytes(UTF_8))).get();
        producer.abortTransaction();
      }
    }
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      List<String> kept = new ArrayList<>();
      WholeTopic.read(
          Cluster.of(kafka), "kept", record -> kept.add(new String(record.value(), UTF_8)));
      assertThat(kept).containsExactly("said");
    }
  }

  @Test
  void refusesAPortInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DataDirectory data = DataDirectory.open(folder)) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedKafka.start(data, port))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("port " + port)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void refusesTheLogOfAnotherCluster() throws IOException {
    try (DataDirectory data = DataDirectory.open(folder)) {
      Files.createDirectories(data.kafka());
      Files.writeString(
          data.kafka().resolve("meta.properties"), "version=1\nnode.id=1\ncluster.id=theirs\n");
      assertThatThrownBy(() -> EmbeddedKafka.start(data, 0))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(Refusal.WRONG))
          .hasMessageContaining("another Kafka cluster (theirs)");
    }
  }

  @Test
  void formatsAnewWhatAnInterruptedFirstStartLeftBehind() throws IOException {
    try (DataDirectory data = DataDirectory.open(folder)) {
      Files.createDirectories(data.kafka());
      Files.writeString(data.kafka().resolve("bootstrap.checkpoint"), "half");
      try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
        assertThat(Cluster.of(kafka).id()).isNotBlank();
      }
    }
  }
}
