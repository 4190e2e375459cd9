package costwire.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A topic as it is once the transactions that its writers have ended are over. */
final class CommittedTopic {
  private CommittedTopic() {}

  /** All of its records; those of a partition in their order. */
  static List<ConsumerRecord<String, byte[]>> read(Cluster cluster, String topic) throws Exception {
    List<TopicPartition> partitions;
    try (var consumer = cluster.consumer(Map.of())) {
      partitions = Cluster.partitions(consumer, topic);
    }
    try (Admin admin = cluster.admin()) {
      Eventually.await(() -> OpenTransactions.among(admin, partitions).isEmpty());
    }
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    WholeTopic.read(cluster, topic, records::add);
    return records;
  }
}
