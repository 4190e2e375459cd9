package costwire.deploy;

import costwire.extract.Claims;
import costwire.ingest.Articles;
import costwire.ingest.DuplicateTopology;
import costwire.ingest.Duplicates;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * What a stage has not processed yet.
 *
 * @param partitions how many of its partitions hold records that wait, or that are being written
 * @param age how long the oldest of them has waited; zero if none does
 */
record Backlog(int partitions, Duration age) {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MAX_POLLS = 20;

  boolean isEmpty() {
    return partitions == 0;
  }

  /**
   * Looks at a stage's topics from where its group has committed. The offsets alone do not tell:
   * the end of a transaction takes one too, and nobody processes that.
   */
  static Backlog of(Cluster cluster, String stage) {
    try (Admin admin = cluster.admin();
        Consumer<String, byte[]> consumer = cluster.consumer(Map.of("max.poll.records", 100))) {
      // The groups' places first and the ends after: what is passed on in between shows there.
      Map<TopicPartition, Long> committed = committed(admin, StreamsSettings.applicationId(stage));
      Map<TopicPartition, Long> behind = new HashMap<>();
      for (String topic : topics(stage)) {
        Cluster.partitions(consumer, topic)
            .forEach(partition -> behind.put(partition, committed.getOrDefault(partition, 0L)));
      }
      Set<TopicPartition> open = OpenTransactions.among(admin, behind.keySet());
      Map<TopicPartition, Long> ends = consumer.endOffsets(behind.keySet());
      behind
          .entrySet()
          .removeIf(entry -> entry.getValue() >= ends.getOrDefault(entry.getKey(), 0L));
      return waiting(consumer, behind, ends, open);
    }
  }

  private static List<String> topics(String stage) {
    return switch (stage) {
      case "extract" -> List.of(Articles.TOPIC.name(), Duplicates.TOPIC.name());
      case Pipeline.DUPLICATES -> DuplicateTopology.sources(StreamsSettings.applicationId(stage));
      default -> List.of(Claims.TOPIC.name());
    };
  }

  private static Backlog waiting(
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Long> behind,
      Map<TopicPartition, Long> ends,
      Set<TopicPartition> open) {
    Map<TopicPartition, Long> oldest = new HashMap<>();
    consumer.assign(behind.keySet());
    behind.forEach(consumer::seek);
    for (int poll = 0; poll < MAX_POLLS && !behind.isEmpty(); poll++) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        oldest.putIfAbsent(partition, record.timestamp());
      }
      behind
          .keySet()
          .removeIf(
              partition ->
                  oldest.containsKey(partition)
                      || consumer.position(partition) >= ends.getOrDefault(partition, 0L));
      consumer.assign(behind.keySet());
    }
    // What could not be looked at within the time counts as waiting.
    Set<TopicPartition> partitions = new HashSet<>(open);
    partitions.addAll(oldest.keySet());
    partitions.addAll(behind.keySet());
    long since = oldest.values().stream().min(Long::compare).orElse(Long.MAX_VALUE);
    long age = Math.max(0, System.currentTimeMillis() - since);
    return new Backlog(
        partitions.size(), oldest.isEmpty() ? Duration.ZERO : Duration.ofMillis(age));
  }

  private static Map<TopicPartition, Long> committed(Admin admin, String group) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    try {
      Cluster.answer(
              admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
              "the group " + group + " cannot be asked")
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  committed.put(partition, offset.offset());
                }
              });
    } catch (Refusal e) {
      // A group that never was has everything before it.
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
    return committed;
  }
}
