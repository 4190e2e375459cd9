package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.ingest.InputReader;
import costwire.ingest.Inputs;
import costwire.ingest.Reading;
import costwire.ingest.Step;
import costwire.stream.CloudEvents;
import costwire.stream.DeadLetter;
import costwire.stream.Topic;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes the articles of files, what could not be read as dead letters, and how far it is with
 * them, in the same transactions: started again on the same files, it goes on where it stopped and
 * publishes nothing twice.
 */
public final class BackfillRun {
  private static final String STAGE = "ingest";

  /** Largest article with its id in key and headers: below what a cluster takes as one record. */
  private static final int MAX_ARTICLE = BrokerSettings.MAX_MESSAGE_BYTES - (64 << 10);

  private final Cluster cluster;
  private final Inputs inputs;
  private final String name;
  private final Clock clock;
  private final BackfillBatch.Limits limits;
  private final Serializer<Article> values = Articles.TOPIC.values().serializer();

  /** Follows a run. */
  public interface Listener {
    /** An earlier run came to here, having read so many things in so many bytes. */
    void resumed(long readings, long bytes);

    void published(Reading.Of article);

    void refused(Reading.Refused reading);

    /** So many bytes of the files are read by now. */
    void reached(long bytes);
  }

  /**
   * @param files folders too; {@code -} stands for JSON Lines from {@code stdin}
   */
  public BackfillRun(Cluster cluster, List<Path> files, InputStream stdin, Clock clock) {
    this(cluster, files, stdin, clock, BackfillBatch.Limits.USUAL);
  }

  BackfillRun(
      Cluster cluster,
      List<Path> files,
      InputStream stdin,
      Clock clock,
      BackfillBatch.Limits limits) {
    this.cluster = cluster;
    this.inputs = Inputs.of(files, stdin);
    this.name = BackfillMarks.name(files);
    this.clock = clock;
    this.limits = limits;
  }

  /** Bytes of all files; 0 if they cannot be counted. */
  public long bytes() {
    return inputs.isKept() ? inputs.bytes() : 0;
  }

  /**
   * Runs to the end of the files.
   *
   * @param again whether to begin at the beginning, whatever was done before
   * @throws Refusal if the cluster does not take it, or the files are not those begun with
   */
  public void run(boolean again, Listener listener) {
    try (Producer<byte[], byte[]> producer =
            cluster.producer(new ByteArraySerializer(), BackfillMarks.writing(name));
        BackfillMarks marks = new BackfillMarks(cluster, name, inputs)) {
      // First, so that what an earlier run had begun is taken back before its mark is read.
      producer.initTransactions();
      BackfillMarks.Progress done = again ? BackfillMarks.Progress.NONE : marks.progress();
      if (done.readings() > 0) {
        listener.resumed(done.readings(), done.bytes());
      }
      try (InputReader reader = inputs.open(done.mark(), clock)) {
        publish(reader, new BackfillBatch(producer, marks, limits, clock, done), listener);
      }
    } catch (ProducerFencedException e) {
      throw Refusal.failed("another backfill of the same files has taken over", e);
    } catch (KafkaException e) {
      throw Refusal.failed("the backfill was broken off: " + e.getMessage(), e);
    }
  }

  private void publish(InputReader reader, BackfillBatch batch, Listener listener) {
    for (Step step = reader.next(); step != null; step = reader.next()) {
      batch.begin();
      publish(step, batch, listener);
      batch.passed(step);
      listener.reached(step.bytes());
      // What is here is not held back until somebody writes more.
      if (batch.isFull() || !reader.isReady()) {
        batch.commit();
      }
    }
    batch.commit();
  }

  private void publish(Step step, BackfillBatch batch, Listener listener) {
    Reading reading = step.reading();
    if (reading instanceof Reading.Of read) {
      byte[] value = values.serialize(Articles.TOPIC.name(), read.article());
      byte[] id = read.article().id().getBytes(UTF_8);
      if (value.length + 2L * id.length <= MAX_ARTICLE) {
        batch.send(article(read.article(), id, value));
        listener.published(read);
        return;
      }
      reading = new Reading.Refused(read.place(), "its article is longer than a record may be");
    }
    if (reading instanceof Reading.Refused refused) {
      batch.send(letter(refused, step.original()));
      listener.refused(refused);
    }
  }

  private ProducerRecord<byte[], byte[]> article(Article article, byte[] id, byte[] value) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Articles.TOPIC.name(), id, value);
    CloudEvents.stamp(
        record.headers(), article.id(), "/costwire/ingest", "costwire.article.v1", clock.instant());
    return record;
  }

  private static ProducerRecord<byte[], byte[]> letter(Reading.Refused refused, byte[] original) {
    return DeadLetter.of(
        Topic.DEAD_LETTERS,
        refused.place().getBytes(UTF_8),
        original,
        null,
        0,
        0,
        STAGE,
        refused.reason());
  }
}
