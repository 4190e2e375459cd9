package costwire.deploy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A Kafka cluster as its clients reach it.
 *
 * @param embedded whether it is this process's own broker
 * @param security further settings of every client, such as {@code security.protocol}
 */
public record Cluster(String bootstrapServers, boolean embedded, Map<String, String> security) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Our own broker is there, however busy the machine is. */
  private static final Duration PATIENCE_WITH_OURS = Duration.ofSeconds(60);

  public Cluster {
    security = Map.copyOf(security);
  }

  /** The broker of this process. */
  public static Cluster of(EmbeddedKafka kafka) {
    return new Cluster(kafka.bootstrapServers(), true, Map.of());
  }

  /** What every client is set to, whatever it does. */
  public Map<String, Object> clients() {
    Map<String, Object> settings = new HashMap<>(security);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return settings;
  }

  /**
   * Settings of a group's member that a killed process takes up again when it is back: under its
   * old name it has its old partitions at once, and what it had begun is taken back at once.
   *
   * @param instance a name of this process that its restart bears again
   */
  Map<String, Object> member(String role, String instance) {
    Map<String, Object> settings = clients();
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, role + "-" + instance);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "costwire-" + role + "-" + instance);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, BrokerSettings.MAX_MESSAGE_BYTES);
    return settings;
  }

  public Admin admin() {
    Map<String, Object> settings = clients();
    Duration whole = embedded ? PATIENCE_WITH_OURS : PATIENCE;
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) whole.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    try {
      return Admin.create(settings);
    } catch (KafkaException e) {
      throw unusable(e);
    }
  }

  /** Sees only what is committed; starts at the beginning, commits nothing by itself. */
  public Consumer<String, byte[]> consumer(Map<String, Object> more) {
    return consumer(new StringDeserializer(), more);
  }

  /** The same with keys of another kind. */
  public <K> Consumer<K, byte[]> consumer(Deserializer<K> keys, Map<String, Object> more) {
    Map<String, Object> settings = clients();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.putAll(more);
    try {
      return new KafkaConsumer<>(settings, keys, new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw unusable(e);
    }
  }

  /** Idempotent, and told only when every replica has the record. */
  public Producer<String, byte[]> producer(Map<String, Object> more) {
    return producer(new StringSerializer(), more);
  }

  /** The same with keys of another kind. */
  public <K> Producer<K, byte[]> producer(Serializer<K> keys, Map<String, Object> more) {
    Map<String, Object> settings = clients();
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, BrokerSettings.MAX_MESSAGE_BYTES);
    settings.putAll(more);
    try {
      return new KafkaProducer<>(settings, keys, new ByteArraySerializer());
    } catch (KafkaException e) {
      throw unusable(e);
    }
  }

  /**
   * This cluster, if it answers.
   *
   * @throws Refusal if nobody answers within ten seconds
   */
  public Cluster reached() {
    id();
    return this;
  }

  /**
   * What the cluster calls itself.
   *
   * @throws Refusal if nobody answers within ten seconds
   */
  public String id() {
    try (Admin admin = admin()) {
      return answer(
          admin.describeCluster().clusterId(), "no Kafka cluster answers at " + bootstrapServers);
    }
  }

  /**
   * Waits for what the cluster says.
   *
   * @param failing what to tell the user if it says no, before its own reason
   * @throws Refusal with Kafka's exception as its cause
   */
  public static <T> T answer(KafkaFuture<T> future, String failing) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String reason = cause instanceof TimeoutException ? "" : ": " + cause.getMessage();
      throw Refusal.failed(failing + reason, cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", e);
    }
  }

  /** All partitions of a topic that is there. */
  public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private Refusal unusable(KafkaException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return Refusal.wrong(
        "cannot use the Kafka cluster at " + bootstrapServers + ": " + cause.getMessage(), e);
  }
}
