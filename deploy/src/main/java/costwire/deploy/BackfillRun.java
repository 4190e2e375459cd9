package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.ingest.Ingest;
import costwire.ingest.Reading;
import costwire.stream.CloudEvents;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes the articles of files, and how far it is with them, in the same transactions: started
 * again on the same files, it goes on where it stopped and publishes nothing twice.
 */
public final class BackfillRun {
  private static final int BATCH = 500;
  private static final long BATCH_CHARACTERS = 4 << 20;
  private static final TopicPartition MARK = new TopicPartition(Articles.TOPIC.name(), 0);

  private final Cluster cluster;
  private final List<Path> files;
  private final String group;
  private final Listener listener;
  private final Clock clock;
  private final Serializer<Article> values = Articles.TOPIC.values().serializer();

  /** Follows a run. */
  public interface Listener {
    /** So much was done by an earlier run. */
    void resumed(long readings);

    void published(Reading.Of article);

    void refused(Reading.Refused reading);
  }

  public BackfillRun(Cluster cluster, List<Path> files, Listener listener, Clock clock) {
    this.cluster = cluster;
    this.files = files;
    this.group = "costwire-backfill-" + name(files);
    this.listener = listener;
    this.clock = clock;
  }

  /** The same for the same files in the same order, wherever the command is called. */
  private static UUID name(List<Path> files) {
    StringBuilder paths = new StringBuilder();
    files.forEach(file -> paths.append(file.toAbsolutePath().normalize()).append('\n'));
    return UUID.nameUUIDFromBytes(paths.toString().getBytes(UTF_8));
  }

  /**
   * Runs to the end of the files.
   *
   * @param again whether to begin at the beginning, whatever was done before
   * @throws Refusal if the cluster does not take it
   */
  public void run(boolean again) {
    Map<String, Object> writing = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group);
    Map<String, Object> marking = Map.of(ConsumerConfig.GROUP_ID_CONFIG, group);
    try (Producer<String, byte[]> producer = cluster.producer(writing);
        Consumer<String, byte[]> marks = cluster.consumer(marking);
        Stream<Reading> readings = Ingest.read(files)) {
      // First, so that what an earlier run had begun is taken back before its mark is read.
      producer.initTransactions();
      OffsetAndMetadata mark = marks.committed(Set.of(MARK)).get(MARK);
      long done = again || mark == null ? 0 : mark.offset();
      if (done > 0) {
        listener.resumed(done);
      }
      publish(producer, marks.groupMetadata(), readings.skip(done).iterator(), done);
    } catch (KafkaException e) {
      throw Refusal.failed("the backfill was broken off: " + e.getMessage(), e);
    }
  }

  private void publish(
      Producer<String, byte[]> producer,
      ConsumerGroupMetadata marks,
      Iterator<Reading> readings,
      long done) {
    long at = done;
    while (readings.hasNext()) {
      producer.beginTransaction();
      long characters = 0;
      Set<String> ids = new HashSet<>();
      while (readings.hasNext() && ids.size() < BATCH && characters < BATCH_CHARACTERS) {
        Reading reading = readings.next();
        at++;
        if (reading instanceof Reading.Of read) {
          ids.add(read.article().id());
          characters += read.article().text().length();
          send(producer, read);
        } else if (reading instanceof Reading.Refused refused) {
          listener.refused(refused);
        }
      }
      producer.sendOffsetsToTransaction(Map.of(MARK, new OffsetAndMetadata(at)), marks);
      producer.commitTransaction();
    }
  }

  private void send(Producer<String, byte[]> producer, Reading.Of read) {
    Article article = read.article();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Articles.TOPIC.name(), article.id(), values.serialize(Articles.TOPIC.name(), article));
    CloudEvents.stamp(
        record.headers(), article.id(), "/costwire/ingest", "costwire.article.v1", clock.instant());
    var unused = producer.send(record);
    listener.published(read);
  }
}
