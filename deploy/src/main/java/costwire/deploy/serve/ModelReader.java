package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.aggregate.Alert;
import costwire.aggregate.Alerts;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimates;
import costwire.deploy.Cluster;
import costwire.deploy.Role;
import costwire.deploy.notify.Deliveries;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.Subscriptions;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.stream.DeadLetter;
import costwire.stream.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics from their beginning into a {@link ReadModel}, and goes on reading. */
final class ModelReader implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelReader.class);
  private static final List<String> TOPICS =
      List.of(
          Claims.TOPIC.name(),
          Estimates.TOPIC.name(),
          Alerts.TOPIC.name(),
          Feeds.TOPIC.name(),
          Subscriptions.TOPIC.name(),
          Deliveries.TOPIC.name(),
          Topic.DEAD_LETTERS);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Cluster cluster;
  private final ReadModel model;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Deserializer<Claim> claims = Claims.TOPIC.values().deserializer();
  private final Deserializer<Estimate> estimates = Estimates.TOPIC.values().deserializer();
  private final Deserializer<Alert> alerts = Alerts.TOPIC.values().deserializer();
  private final Deserializer<Feed> feeds = Feeds.TOPIC.values().deserializer();
  private final Deserializer<Subscription> subscriptions =
      Subscriptions.TOPIC.values().deserializer();
  private final Deserializer<Delivery> deliveries = Deliveries.TOPIC.values().deserializer();
  private final Map<TopicPartition, Long> read = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private volatile boolean caughtUp;
  private volatile @Nullable String problem;
  private volatile @Nullable Consumer<String, byte[]> consumer;

  ModelReader(Cluster cluster, ReadModel model, MeterRegistry meters, Clock clock) {
    this.cluster = cluster;
    this.model = model;
    this.meters = meters;
    this.clock = clock;
  }

  /** Why the model is not what the topics say, in words; null if it is. */
  @Nullable String unready() {
    if (problem != null) {
      return "the topics cannot be read: " + problem;
    }
    return caughtUp ? null : "the read model is being filled";
  }

  @Override
  public void run() {
    while (!closed) {
      try (Consumer<String, byte[]> opened = cluster.consumer(Map.of("client.id", "serve"));
          KafkaClientMetrics metrics = new KafkaClientMetrics(opened)) {
        metrics.bindTo(meters);
        consumer = opened;
        follow(opened);
      } catch (WakeupException e) {
        return;
      } catch (KafkaException e) {
        problem = e.getMessage();
        LOG.warn("The read model cannot be fed: {}", problem);
        pause();
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> goal = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      // Letters are counted from now on; of the rest, all is wanted. After a failure, each goes on
      // where it stopped: the model holds what came before.
      boolean letters = partition.topic().equals(Topic.DEAD_LETTERS);
      long first = letters ? goal.getOrDefault(partition, 0L) : 0;
      consumer.seek(partition, read.getOrDefault(partition, first));
    }
    while (!closed) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        take(record);
      }
      // Positions, not the records' offsets: the end of a transaction takes one too.
      partitions.forEach(partition -> read.put(partition, consumer.position(partition)));
      problem = null;
      caughtUp = caughtUp || hasRead(goal);
    }
  }

  /** Whether all that stands before these offsets is in the model. */
  boolean hasRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      dispatch(record);
    } catch (RuntimeException e) {
      // Whatever a record lacks or holds: the next one is read.
      LOG.warn(
          "Left out {}-{}@{}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      meters.counter("costwire.serve.unreadable", "topic", record.topic()).increment();
    }
  }

  private void dispatch(ConsumerRecord<String, byte[]> record) {
    String topic = record.topic();
    if (topic.equals(Topic.DEAD_LETTERS)) {
      count(record);
    } else if (record.key() == null) {
      throw new SerializationException("it has no key");
    } else if (topic.equals(Claims.TOPIC.name())) {
      Claim claim = claims.deserialize(topic, record.value());
      if (claim != null) {
        model.claim(record.partition(), record.offset(), claim);
      }
    } else if (topic.equals(Estimates.TOPIC.name())) {
      Estimate estimate = estimates.deserialize(topic, record.value());
      model.estimate(record.partition(), record.offset(), record.key(), estimate);
      meters
          .timer("costwire.estimate.age")
          .record(Duration.ofMillis(Math.max(0, clock.millis() - record.timestamp())));
    } else if (topic.equals(Alerts.TOPIC.name())) {
      Alert alert = alerts.deserialize(topic, record.value());
      if (alert != null) {
        model.alert(record.partition(), record.offset(), alert);
      }
    } else if (topic.equals(Subscriptions.TOPIC.name())) {
      model.outgoing().subscription(record.key(), subscriptions.deserialize(topic, record.value()));
    } else if (topic.equals(Deliveries.TOPIC.name())) {
      Delivery delivery = deliveries.deserialize(topic, record.value());
      if (delivery != null) {
        model.outgoing().delivery(delivery);
      }
    } else if (!Feeds.isMove(record.headers())) {
      model.feed(record.key(), feeds.deserialize(topic, record.value()));
    }
  }

  private void count(ConsumerRecord<String, byte[]> record) {
    String stage = header(record, DeadLetter.STAGE_HEADER);
    if (stage.equals(Role.INGEST.toString())) {
      return; // It counts its own.
    }
    String reason = DeadLetterReason.of(header(record, DeadLetter.REASON_HEADER));
    meters.counter("costwire.dead.letters", "stage", stage, "reason", reason).increment();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "unknown" : new String(header.value(), UTF_8);
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    Consumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }
}
