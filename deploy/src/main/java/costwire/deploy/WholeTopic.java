package costwire.deploy;

import costwire.stream.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** A topic from its beginning to where it ends at this moment, of what is committed. */
public final class WholeTopic {
  private static final Duration POLL = Duration.ofMillis(200);

  private WholeTopic() {}

  /** Each record; those of a partition in their order. */
  public static void read(
      Cluster cluster, String topic, Consumer<? super ConsumerRecord<String, byte[]>> reader) {
    try (var consumer = cluster.consumer(Map.of())) {
      List<TopicPartition> partitions = Cluster.partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      // Positions, not the records' offsets: the end of a transaction takes one too.
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(reader);
      }
    }
  }

  /** The latest value of each key, those left out that were deleted. */
  public static <V> Map<String, V> latest(Cluster cluster, Topic<V> topic) {
    Map<String, V> latest = new LinkedHashMap<>();
    Deserializer<V> values = topic.values().deserializer();
    read(
        cluster,
        topic.name(),
        record -> {
          if (record.value() == null) {
            latest.remove(record.key());
          } else {
            latest.put(record.key(), values.deserialize(topic.name(), record.value()));
          }
        });
    return latest;
  }
}
