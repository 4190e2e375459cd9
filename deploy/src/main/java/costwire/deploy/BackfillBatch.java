package costwire.deploy;

import costwire.ingest.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One transaction of a backfill after the other: records, and the mark behind them. */
final class BackfillBatch {
  private final Producer<byte[], byte[]> producer;
  private final BackfillMarks marks;
  private final Limits limits;
  private final Clock clock;
  private BackfillMarks.Progress progress;
  private @Nullable Instant begun;
  private int steps;
  private long bytes;

  /**
   * When a transaction is long enough.
   *
   * @param steps things read
   * @param bytes of the records
   * @param time well below the time after which the cluster gives a transaction up
   */
  record Limits(int steps, long bytes, Duration time) {
    static final Limits USUAL = new Limits(500, 8 << 20, Duration.ofSeconds(5));
  }

  BackfillBatch(
      Producer<byte[], byte[]> producer,
      BackfillMarks marks,
      Limits limits,
      Clock clock,
      BackfillMarks.Progress progress) {
    this.producer = producer;
    this.marks = marks;
    this.limits = limits;
    this.clock = clock;
    this.progress = progress;
  }

  /** Begins a transaction if none is open. */
  void begin() {
    if (begun == null) {
      producer.beginTransaction();
      begun = clock.instant();
      steps = 0;
      bytes = 0;
    }
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    bytes += record.value() == null ? 0 : record.value().length;
    // A record that is not taken fails the commit.
    var unused = producer.send(record);
  }

  /** Moves the mark behind a step. */
  void passed(Step step) {
    steps++;
    long readings = progress.readings() + (step.reading() == null ? 0 : 1);
    progress = new BackfillMarks.Progress(readings, step.bytes(), step.next());
  }

  boolean isFull() {
    return steps >= limits.steps()
        || bytes >= limits.bytes()
        || (begun != null && begun.plus(limits.time()).isBefore(clock.instant()));
  }

  /** Makes what is in the open transaction last; none is open then. */
  void commit() {
    if (begun != null) {
      marks.send(producer, progress);
      producer.commitTransaction();
      begun = null;
    }
  }
}
