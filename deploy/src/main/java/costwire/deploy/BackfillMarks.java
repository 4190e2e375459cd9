package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.Articles;
import costwire.ingest.Inputs;
import costwire.ingest.Mark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a backfill is, kept with the cluster: as an offset of a group of its own (how many things
 * are read), whose metadata say of which files and where in them reading goes on.
 */
final class BackfillMarks implements AutoCloseable {
  private static final TopicPartition PLACE = new TopicPartition(Articles.TOPIC.name(), 0);

  private final Consumer<String, byte[]> group;
  private final Inputs inputs;

  BackfillMarks(Cluster cluster, String name, Inputs inputs) {
    this.group = cluster.consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, name));
    this.inputs = inputs;
  }

  /**
   * So far.
   *
   * @param readings articles and refusals
   * @param bytes of the files
   */
  record Progress(long readings, long bytes, Mark mark) {
    static final Progress NONE = new Progress(0, 0, Mark.START);
  }

  /**
   * What the group and the transactions of a backfill are called: the same for the same files in
   * the same order, wherever the command is called, so that no two of them disturb each other.
   */
  static String name(List<Path> files) {
    if (files.contains(Inputs.STDIN)) {
      // Nobody can tell one pipe from the next.
      return "costwire-backfill-" + UUID.randomUUID();
    }
    StringBuilder paths = new StringBuilder();
    files.forEach(file -> paths.append(file.toAbsolutePath().normalize()).append('\n'));
    return "costwire-backfill-" + UUID.nameUUIDFromBytes(paths.toString().getBytes(UTF_8));
  }

  /** The producer's settings. */
  static Map<String, Object> writing(String name) {
    return Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
  }

  /**
   * What was committed last.
   *
   * @throws Refusal if that was of other files
   */
  Progress progress() {
    OffsetAndMetadata committed = group.committed(Set.of(PLACE)).get(PLACE);
    if (committed == null || !inputs.isKept()) {
      return Progress.NONE;
    }
    String[] parts = committed.metadata().split(" ", -1);
    Mark mark = parts.length == 3 ? Mark.parse(parts[2]) : null;
    if (mark == null || !parts[0].equals(inputs.fingerprint()) || !parts[1].matches("\\d{1,18}")) {
      throw Refusal.failed(
          "these files have changed since their backfill was begun; --again begins it anew");
    }
    return new Progress(committed.offset(), Long.parseLong(parts[1]), mark);
  }

  /** Makes the mark a part of the open transaction. */
  void send(Producer<?, ?> producer, Progress progress) {
    if (inputs.isKept()) {
      String metadata = inputs.fingerprint() + " " + progress.bytes() + " " + progress.mark();
      OffsetAndMetadata mark = new OffsetAndMetadata(progress.readings(), metadata);
      producer.sendOffsetsToTransaction(Map.of(PLACE, mark), group.groupMetadata());
    }
  }

  @Override
  public void close() {
    group.close();
  }
}
