package costwire.ingest;

import costwire.ingest.follow.Session;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The role {@code ingest}: follows the feeds of the partitions that fall to it and publishes their
 * articles, each together with its feed's new state in one transaction. Any number may run; Kafka
 * shares the feeds among them and shuts out one that was given up for dead.
 */
public final class FeedFollower implements Runnable, AutoCloseable {
  public static final String GROUP = "costwire-ingest";

  private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);

  /**
   * A killed instance's feeds are given away after this; the rest of the minute is to move them.
   */
  private static final int SESSION_MS = 20_000;

  /** Several to a session: one lost on the way gives nobody's feeds away. */
  private static final int HEARTBEAT_MS = 5_000;

  /** An instance that lives but does nothing is as good as dead; a turn takes far less. */
  private static final int LONGEST_TURN_MS = 45_000;

  /**
   * A killed instance's open transaction holds up its successor, who reads what is committed, for
   * no longer than this and the ten seconds between two looks of the broker.
   */
  private static final int TRANSACTION_MS = 15_000;

  private static final long FIRST_REST = 1_000;
  private static final long LONGEST_REST = 60_000;

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Fetcher fetcher;
  private final Clock clock;
  private final MeterRegistry meters;
  private final @Nullable WebSub webSub;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean running;

  /**
   * @param kafka how to reach the cluster, as Kafka's clients name it; {@code transactional.id} may
   *     be given where it is unique to this process
   * @param fetcher stays the caller's to close
   * @param webSub where hubs reach us; null: nowhere, and none is asked
   */
  public FeedFollower(
      Map<String, Object> kafka,
      Fetcher fetcher,
      Clock clock,
      MeterRegistry meters,
      @Nullable WebSub webSub) {
    this(
        () -> new KafkaConsumer<>(consumerSettings(kafka)),
        () -> new KafkaProducer<>(producerSettings(kafka)),
        fetcher,
        clock,
        meters,
        webSub);
  }

  FeedFollower(
      Supplier<Consumer<byte[], byte[]>> consumers,
      Supplier<Producer<byte[], byte[]>> producers,
      Fetcher fetcher,
      Clock clock,
      MeterRegistry meters,
      @Nullable WebSub webSub) {
    this.consumers = consumers;
    this.producers = producers;
    this.fetcher = fetcher;
    this.clock = clock;
    this.meters = meters;
    this.webSub = webSub;
  }

  /** Follows until it is closed; an error of the cluster is said once and outwaited. */
  @Override
  public void run() {
    running = true;
    long rest = FIRST_REST;
    try {
      while (!isStopping()) {
        long started = clock.millis();
        String fault = follow();
        if (fault != null) {
          LOG.warn("ingest starts over: {}", fault);
          boolean lasted = clock.millis() - started > LONGEST_REST;
          rest = lasted ? FIRST_REST : Math.min(LONGEST_REST, rest * 2);
          rest(rest);
        }
      }
    } finally {
      stopped.countDown();
    }
  }

  /** One session. Returns why it ended; null if it was asked to. */
  private @Nullable String follow() {
    try (Producer<byte[], byte[]> producer = producers.get();
        Consumer<byte[], byte[]> consumer = consumers.get();
        KafkaClientMetrics writing = new KafkaClientMetrics(producer);
        KafkaClientMetrics reading = new KafkaClientMetrics(consumer)) {
      writing.bindTo(meters);
      reading.bindTo(meters);
      Session session = new Session(consumer, producer, fetcher, clock, meters, webSub);
      session.open();
      while (!isStopping()) {
        session.turn();
      }
      return null;
    } catch (RuntimeException e) {
      // Kafka's errors, and faults of our own: all that is known is in the topic.
      return isStopping() ? null : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0 || Thread.currentThread().isInterrupted();
  }

  private void rest(long millis) {
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        LOG.debug("ingest stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops after the transaction under way; what was not written is asked for again. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      if (running && !stopped.await(30, TimeUnit.SECONDS)) {
        LOG.warn("ingest did not stop within 30 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Map<String, Object> consumerSettings(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT));
    // Feeds that stay keep their polls under way when others move.
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
    settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    settings.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_TURN_MS);
    settings.put(
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    settings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    return settings;
  }

  static Map<String, Object> producerSettings(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.putIfAbsent(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP + "-" + UUID.randomUUID());
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, SitePartitioner.class.getName());
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    return settings;
  }
}
