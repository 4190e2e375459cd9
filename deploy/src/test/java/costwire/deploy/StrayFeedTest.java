package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.ingest.SitePartitioner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that a producer put into a partition that is not its site's, on a broker. */
class StrayFeedTest {
  @TempDir Path folder;

  @Test
  void isMovedFollowedAndEndedAsAnyOther() throws Exception {
    try (FakeHub outlet = FakeHub.start();
        Node node = Node.start(config(outlet), List.of(), Clock.systemUTC(), Duration.ZERO)) {
      Cluster cluster = node.cluster();
      Feed feed = Feed.of(outlet.url("/feed")).every(Duration.ofSeconds(1));
      int home = SitePartitioner.ofFeed(feed.url(), partitions(cluster));
      int elsewhere = (home + 1) % partitions(cluster);
      put(cluster, elsewhere, feed);

      Eventually.await(() -> feed(cluster, home).isPresent());
      Eventually.await(() -> outlet.polls.get() > 0);
      Eventually.await(() -> hasSucceeded(feed(cluster, home)));
      assertThat(feed(cluster, elsewhere)).isEmpty();

      new FeedList(cluster, Clock.systemUTC()).end(feed.url());
      Eventually.await(() -> feed(cluster, home).isEmpty());
      // The follower of the partition has read the end, too, once it has read what comes after it.
      Feed next = Feed.of(outlet.url("/feed?next"));
      new FeedList(cluster, Clock.systemUTC()).put(List.of(next));
      Eventually.await(() -> hasSucceeded(feed(cluster, home)));
      int polls = outlet.polls.get();
      Thread.sleep(2_500);
      assertThat(outlet.polls.get()).isEqualTo(polls);
    }
  }

  private Config config(FakeHub outlet) {
    ConfigDraft draft = new ConfigDraft();
    draft.data = folder.resolve("data").toString();
    draft.roles = List.of("ingest");
    draft.kafka.port = 0;
    draft.allowedHosts = List.of(outlet.host());
    return draft.config();
  }

  private static int partitions(Cluster cluster) {
    try (var consumer = cluster.consumer(Map.of())) {
      return Cluster.partitions(consumer, Feeds.TOPIC.name()).size();
    }
  }

  private static void put(Cluster cluster, int partition, Feed feed) throws Exception {
    String topic = Feeds.TOPIC.name();
    byte[] value = Feeds.TOPIC.values().serializer().serialize(topic, feed);
    try (Producer<String, byte[]> producer = cluster.producer(Map.of())) {
      producer.send(new ProducerRecord<>(topic, partition, feed.url(), value)).get();
    }
  }

  /** The last word of a partition. */
  private static Optional<Feed> feed(Cluster cluster, int partition) {
    List<Optional<Feed>> feeds = new ArrayList<>();
    WholeTopic.read(
        cluster,
        Feeds.TOPIC.name(),
        record -> {
          if (record.partition() == partition) {
            feeds.add(
                Optional.ofNullable(record.value())
                    .map(value -> Feeds.TOPIC.values().deserializer().deserialize("", value)));
          }
        });
    return feeds.isEmpty() ? Optional.empty() : feeds.get(feeds.size() - 1);
  }

  private static boolean hasSucceeded(Optional<Feed> feed) {
    return feed.isPresent() && feed.get().stateOrNew().lastSuccessAt() != null;
  }
}
