package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.stream.DeadLetter;
import costwire.stream.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts dead letters back into the topic they failed on, each once: what is put back and how far the
 * letters are read is one transaction. A letter that fails again is a new letter, for the next run.
 */
public final class ReplayRun {
  private static final String GROUP = "costwire-replay";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Pattern OURS = Pattern.compile("costwire\\.(feeds|articles|claims)");

  private final Cluster cluster;
  private final boolean dryRun;
  private final Consumer<String> teller;
  private int replayed;
  private int left;

  /**
   * @param dryRun whether only to tell
   * @param teller told of each letter, in a line
   */
  public ReplayRun(Cluster cluster, boolean dryRun, Consumer<String> teller) {
    this.cluster = cluster;
    this.dryRun = dryRun;
    this.teller = teller;
  }

  /** What came of it: letters put back, and letters that cannot be. */
  public record Outcome(int replayed, int left) {}

  /** Replays all letters that are there now and were not replayed before. */
  public Outcome run() {
    try (var letters = cluster.consumer(new ByteArrayDeserializer(), Map.of("group.id", GROUP))) {
      List<TopicPartition> partitions = Cluster.partitions(letters, Topic.DEAD_LETTERS);
      letters.assign(partitions);
      Map<TopicPartition, Long> ends = letters.endOffsets(partitions);
      if (dryRun) {
        read(letters, ends, null);
      } else {
        try (Producer<byte[], byte[]> producer =
            cluster.producer(
                new ByteArraySerializer(), Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP))) {
          producer.initTransactions();
          read(letters, ends, producer);
        }
      }
    }
    return new Outcome(replayed, left);
  }

  private void read(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> letters,
      Map<TopicPartition, Long> ends,
      @Nullable Producer<byte[], byte[]> producer) {
    while (!reached(letters, ends)) {
      var batch = letters.poll(POLL);
      if (batch.isEmpty()) {
        continue;
      }
      if (producer != null) {
        producer.beginTransaction();
      }
      for (ConsumerRecord<byte[], byte[]> letter : batch) {
        replay(letter, producer);
      }
      if (producer != null) {
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
        batch.partitions().forEach(p -> read.put(p, new OffsetAndMetadata(letters.position(p))));
        producer.sendOffsetsToTransaction(read, letters.groupMetadata());
        producer.commitTransaction();
      }
    }
  }

  private static boolean reached(
      org.apache.kafka.clients.consumer.Consumer<?, ?> letters, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> letters.position(end.getKey()) >= end.getValue());
  }

  private void replay(
      ConsumerRecord<byte[], byte[]> letter, @Nullable Producer<byte[], byte[]> producer) {
    String place = letter.topic() + "-" + letter.partition() + "@" + letter.offset();
    String topic = header(letter, DeadLetter.TOPIC_HEADER);
    String reason = header(letter, DeadLetter.REASON_HEADER);
    if (!OURS.matcher(topic).matches()) {
      left++;
      teller.accept(place + ": left, it failed on no topic of ours (" + reason + ")");
      return;
    }
    byte[] value = letter.value();
    if (value != null && value.length >= DeadLetter.MAX_VALUE) {
      left++;
      teller.accept(place + ": left, too long to have been kept whole (" + reason + ")");
      return;
    }
    replayed++;
    teller.accept(
        place + ": " + (dryRun ? "would go" : "goes") + " to " + topic + " (" + reason + ")");
    if (producer != null) {
      var unused = producer.send(new ProducerRecord<>(topic, letter.key(), value));
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
