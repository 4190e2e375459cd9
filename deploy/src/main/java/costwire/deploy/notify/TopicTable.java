package costwire.deploy.notify;

import costwire.deploy.Cluster;
import costwire.stream.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A compacted topic as it stands at this moment: the latest value of each key. */
public final class TopicTable {
  private static final Duration POLL = Duration.ofMillis(500);

  private TopicTable() {}

  /** Reads a topic to its end, those keys left out that were deleted. */
  public static <V> Map<String, V> read(Cluster cluster, Topic<V> topic) {
    Map<String, V> latest = new LinkedHashMap<>();
    try (Consumer<String, byte[]> consumer = cluster.consumer(Map.of())) {
      List<TopicPartition> partitions = Cluster.partitions(consumer, topic.name());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      while (!ends.isEmpty()) {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        for (ConsumerRecord<String, byte[]> record :
            consumer.poll(ends.isEmpty() ? Duration.ZERO : POLL)) {
          if (record.value() == null) {
            latest.remove(record.key());
          } else {
            V value = topic.values().deserializer().deserialize(topic.name(), record.value());
            latest.put(record.key(), value);
          }
        }
      }
    }
    return latest;
  }
}
