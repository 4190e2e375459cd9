package costwire.deploy;

import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.ingest.SitePartitioner;
import costwire.stream.CloudEvents;
import costwire.stream.JsonSerde;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The user's feeds, put on the topic that the scrapers follow. */
public record FeedList(Cluster cluster, Clock clock) {
  /** Adds those that are not there; those that are keep their settings and state. */
  void add(Collection<Feed> feeds) {
    if (!feeds.isEmpty()) {
      Set<String> known = known();
      put(feeds.stream().filter(feed -> !known.contains(feed.url())).toList());
    }
  }

  /**
   * Puts them on the topic, whether they are there or not. A feed without state keeps the one that
   * the follower knows.
   *
   * @throws KafkaException if the topic does not have them all within ten seconds
   */
  public void put(Collection<Feed> feeds) {
    try (Serializer<Feed> values = new JsonSerde<>(Feed.class).serializer()) {
      List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
      for (Feed feed : feeds) {
        records.add(record(feed.url(), values.serialize(Feeds.TOPIC.name(), feed)));
      }
      send(records);
    }
  }

  /**
   * Ends a feed: the follower forgets it.
   *
   * @throws KafkaException if the topic does not say so within ten seconds
   */
  public void end(String url) {
    send(List.of(record(url, null)));
  }

  private ProducerRecord<String, byte[]> record(String url, byte @Nullable [] value) {
    var record = new ProducerRecord<>(Feeds.TOPIC.name(), url, value);
    CloudEvents.stamp(
        record.headers(), url, "/costwire/deploy", "costwire.feed.v1", clock.instant());
    return record;
  }

  private void send(List<ProducerRecord<String, byte[]>> records) {
    TopicWriter.write(
        cluster,
        Feeds.TOPIC.name(),
        records,
        Map.of(ProducerConfig.PARTITIONER_CLASS_CONFIG, SitePartitioner.class.getName()));
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>();
    WholeTopic.read(
        cluster,
        Feeds.TOPIC.name(),
        record -> {
          if (record.value() != null) {
            known.add(record.key());
          } else if (!Feeds.isMove(record.headers())) {
            known.remove(record.key());
          }
        });
    return known;
  }
}
