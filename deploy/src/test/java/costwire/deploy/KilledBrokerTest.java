package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that {@code kill -9} finds at every point of their way. */
class KilledBrokerTest {
  private static final String TOPIC = "written";
  private static final List<TopicPartition> PARTITIONS =
      IntStream.range(0, 4).mapToObj(i -> new TopicPartition(TOPIC, i)).toList();
  private static final int WRITERS = 12;

  @TempDir Path folder;

  @Test
  void noTransactionStaysOpenForEver() throws Exception {
    int port = Ports.free();
    Cluster cluster = new Cluster("127.0.0.1:" + port, true, Map.of());
    Process first = ChildNode.start(folder.resolve("data"), port, "serve");
    NewTopics.create(cluster, TOPIC, PARTITIONS.size());
    AtomicInteger commits = new AtomicInteger();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String id = "writer-" + i;
      writers.add(new Thread(() -> writeWhile(first, cluster, id, commits), id));
    }
    try {
      writers.forEach(Thread::start);
      Eventually.await(() -> commits.get() >= 20 * WRITERS);
    } finally {
      first.destroyForcibly().waitFor();
    }
    for (Thread writer : writers) {
      writer.join();
    }

    Process second = ChildNode.start(folder.resolve("data"), port, "serve");
    try {
      try (Admin admin = cluster.admin()) {
        Eventually.await(() -> OpenTransactions.among(admin, PARTITIONS).isEmpty());
      }
    } finally {
      second.destroy();
      second.waitFor();
    }
  }

  /** Writes as long as the broker lives; whom a pause of the machine makes late begins anew. */
  private static void writeWhile(
      Process broker, Cluster cluster, String id, AtomicInteger commits) {
    while (broker.isAlive()) {
      writeUntilNobodyAnswers(cluster, id, commits);
    }
  }

  private static void writeUntilNobodyAnswers(Cluster cluster, String id, AtomicInteger commits) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.TRANSACTIONAL_ID_CONFIG, id,
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 2_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);
    Producer<String, byte[]> producer = cluster.producer(settings);
    try {
      producer.initTransactions();
      while (true) {
        producer.beginTransaction();
        for (TopicPartition to : PARTITIONS) {
          var unused =
              producer.send(
                  new ProducerRecord<>(to.topic(), to.partition(), id, "x".getBytes(UTF_8)));
        }
        producer.commitTransaction();
        commits.incrementAndGet();
      }
    } catch (KafkaException e) {
      // Killed, as expected: what became of this transaction is the question.
    } finally {
      producer.close(Duration.ZERO);
    }
  }
}
