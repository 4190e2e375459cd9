package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.ingest.Fetcher;
import costwire.ingest.WebSub;
import costwire.ingest.feed.FeedReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership in the group of followers, from joining to the first error. Nothing is kept in
 * memory that the topic does not have: after an error a new session reads it all again.
 *
 * <p>The committed offset of a partition carries, as its metadata, how far the partition's feeds
 * must be read before they may be polled: a successor that read less could publish twice.
 */
public final class Session implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Well below the time after which the group gives us up. */
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  /** Meters that no other stage has. */
  private static final Set<String> OURS_ALONE = Set.of("costwire.feed.fetches", "costwire.websub");

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Records records = new Records(UUID.randomUUID().toString());
  private final Deserializer<Feed> feeds = Feeds.TOPIC.values().deserializer();
  private final Strays strays = new Strays();
  private final Desk desk;

  /** How far a partition is to be read before its feeds are polled. */
  private final Map<TopicPartition, Long> catchingUp = new HashMap<>();

  /** Those that somebody had before us, until they are ready. */
  private final Set<TopicPartition> takenOver = new HashSet<>();

  private final Map<TopicPartition, Long> taken = new HashMap<>();
  private final Map<TopicPartition, Long> written = new HashMap<>();

  /**
   * @param webSub where hubs reach us; null: nowhere, and none is asked
   */
  public Session(
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer,
      Fetcher fetcher,
      Clock clock,
      MeterRegistry meters,
      @Nullable WebSub webSub) {
    this.consumer = consumer;
    this.producer = producer;
    this.clock = clock;
    this.meters = meters;
    this.desk = new Desk(answers -> new Asking(fetcher, clock, answers, FeedReader::read, webSub));
  }

  /** Joins the group. */
  public void open() {
    producer.initTransactions();
    consumer.subscribe(List.of(Feeds.TOPIC.name()), this);
  }

  /** Reads what the topic has, asks the web what is due, writes what it answered. */
  public void turn() {
    Batch batch = new Batch(records, clock.instant());
    for (ConsumerRecord<byte[], byte[]> record :
        consumer.poll(desk.hasAnswers() ? Duration.ZERO : PAUSE)) {
      read(record, batch);
    }
    catchingUp.entrySet().removeIf(entry -> caughtUp(entry.getKey(), entry.getValue()));
    consumer.assignment().stream()
        .filter(partition -> !catchingUp.containsKey(partition))
        .forEach(partition -> strays.move(partition.partition(), batch));
    work(batch);
    desk.askDue(clock.instant());
  }

  private void work(Batch batch) {
    desk.work(batch);
    if (!batch.isEmpty()) {
      write(batch);
    }
  }

  private boolean caughtUp(TopicPartition partition, long target) {
    boolean caughtUp = consumer.position(partition) >= target;
    if (caughtUp) {
      if (takenOver.remove(partition)) {
        desk.takeOver(partition.partition(), clock.instant());
      }
      desk.ready(partition.partition(), clock.instant());
    }
    return caughtUp;
  }

  private void read(ConsumerRecord<byte[], byte[]> record, Batch batch) {
    if (records.isOwn(record.headers())) {
      return;
    }
    try {
      if (record.key() == null) {
        throw new SerializationException("a feed without its address as key");
      }
      String url = new String(record.key(), StandardCharsets.UTF_8);
      Feed feed = record.value() == null ? null : feeds.deserialize(record.topic(), record.value());
      if (feed != null && !feed.url().equals(url)) {
        throw new SerializationException("the key is not the feed's address " + feed.url());
      }
      if (strays.isStray(record.partition(), url)) {
        strays.read(record.partition(), url, feed, record.headers());
      } else {
        desk.read(record.partition(), record.offset(), url, feed);
      }
    } catch (SerializationException e) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      if (record.offset() >= taken.getOrDefault(partition, 0L)) {
        batch.deadLetter(
            record.key(),
            record.value(),
            record.partition(),
            record.offset(),
            String.valueOf(e.getMessage()));
      }
    }
  }

  private void write(Batch batch) {
    producer.beginTransaction();
    batch.records.forEach(producer::send);
    Map<String, Future<RecordMetadata>> states = new LinkedHashMap<>();
    batch.touched.forEach((url, tracked) -> states.put(url, producer.send(batch.state(tracked))));
    List<Future<RecordMetadata>> departures =
        batch.departures.stream().map(producer::send).toList();
    producer.flush();
    departures.forEach(this::offset);
    Map<String, Long> offsets = new HashMap<>();
    states.forEach((url, state) -> offsets.put(url, offset(state)));
    producer.sendOffsetsToTransaction(positions(), consumer.groupMetadata());
    producer.commitTransaction();
    desk.committed(batch, offsets);
    for (Batch.Count count : batch.counts) {
      boolean staged = !OURS_ALONE.contains(count.meter());
      Tags tags = Tags.of(count.tag(), count.value());
      meters.counter(count.meter(), staged ? tags.and("stage", "ingest") : tags).increment();
    }
  }

  private long offset(Future<RecordMetadata> sent) {
    try {
      RecordMetadata metadata = sent.get();
      TopicPartition partition = new TopicPartition(metadata.topic(), metadata.partition());
      written.merge(partition, metadata.offset() + 1, Math::max);
      return metadata.offset();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot write: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  /** Also of partitions that nothing was written to: losing any of ours fences the transaction. */
  private Map<TopicPartition, OffsetAndMetadata> positions() {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      String until = Long.toString(written.getOrDefault(partition, 0L));
      long offset = Math.max(consumer.position(partition), taken.getOrDefault(partition, 0L));
      positions.put(partition, new OffsetAndMetadata(offset, until));
    }
    return positions;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    strays.partitions(consumer.partitionsFor(Feeds.TOPIC.name()).size());
    // Waits until no transaction of the partition's last owner is open.
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.seekToBeginning(partitions);
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata last = committed.get(partition);
      long until = last == null ? 0 : until(last.metadata());
      if (last != null) {
        takenOver.add(partition);
      }
      taken.put(partition, last == null ? 0 : last.offset());
      written.put(partition, until);
      catchingUp.put(partition, Math.max(until, ends.getOrDefault(partition, 0L)));
    }
  }

  private static long until(String metadata) {
    return metadata.matches("[0-9]{1,18}") ? Long.parseLong(metadata) : 0;
  }

  /** Nobody else has them yet: what came is written, and what is under way waited for. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    work(new Batch(records, clock.instant()));
    forget(partitions);
    try {
      desk.leave(partitions.stream().map(TopicPartition::partition).toList())
          .get(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("A request is under way still at a host that somebody else has now");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  /** Somebody else has them already: nothing may be written any more. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    forget(partitions);
    partitions.forEach(partition -> desk.drop(partition.partition()));
  }

  private void forget(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      catchingUp.remove(partition);
      strays.forget(partition.partition());
      takenOver.remove(partition);
      taken.remove(partition);
      written.remove(partition);
    }
  }
}
