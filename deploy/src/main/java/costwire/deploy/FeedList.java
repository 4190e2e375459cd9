package costwire.deploy;

import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.stream.CloudEvents;
import costwire.stream.JsonSerde;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

/** The user's feeds, put on the topic that the scrapers follow. */
record FeedList(Cluster cluster, Clock clock) {
  private static final Duration POLL = Duration.ofMillis(500);

  /** Adds those that are not there; those that are keep their state. */
  void add(Collection<Feed> feeds) {
    if (feeds.isEmpty()) {
      return;
    }
    Set<String> known = known();
    try (Producer<String, byte[]> producer = cluster.producer(Map.of());
        Serializer<Feed> values = new JsonSerde<>(Feed.class).serializer()) {
      for (Feed feed : feeds) {
        if (!known.contains(feed.url())) {
          byte[] value = values.serialize(Feeds.TOPIC.name(), feed);
          var record = new ProducerRecord<>(Feeds.TOPIC.name(), feed.url(), value);
          CloudEvents.stamp(
              record.headers(),
              feed.url(),
              "/costwire/deploy",
              "costwire.feed.v1",
              clock.instant());
          var unused = producer.send(record);
        }
      }
      producer.flush();
    }
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>();
    try (Consumer<String, byte[]> consumer = cluster.consumer(Map.of())) {
      List<TopicPartition> partitions = Cluster.partitions(consumer, Feeds.TOPIC.name());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      while (!ends.isEmpty()) {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        for (ConsumerRecord<String, byte[]> record :
            consumer.poll(ends.isEmpty() ? Duration.ZERO : POLL)) {
          if (record.value() == null) {
            known.remove(record.key());
          } else {
            known.add(record.key());
          }
        }
      }
    }
    return known;
  }
}
