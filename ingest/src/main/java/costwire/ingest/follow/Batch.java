package costwire.ingest.follow;

import costwire.ingest.Article;
import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.stream.DeadLetter;
import costwire.stream.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What belongs in one transaction: articles, dead letters and the states of the feeds they came
 * from, and what to count once it is through.
 */
final class Batch {
  /** Below every broker's default limit of a record. */
  private static final int MAX_RECORD = 1_000_000;

  private static final String STAGE = "ingest";

  final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

  /** Of feeds that go to other partitions; each has its arrival among the records. */
  final List<ProducerRecord<byte[], byte[]>> departures = new ArrayList<>();

  final Map<String, Tracked> touched = new LinkedHashMap<>();
  final List<Count> counts = new ArrayList<>();

  /** Asked once the batch is through: nobody is asked for what is not written down. */
  final List<HubRequest> hubs = new ArrayList<>();

  private final Records write;
  private final Instant now;

  Batch(Records write, Instant now) {
    this.write = write;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  boolean isEmpty() {
    return records.isEmpty() && touched.isEmpty() && counts.isEmpty() && hubs.isEmpty();
  }

  /** Publishes an article, or says why it cannot be. */
  @Nullable String article(Article article, String content) {
    ProducerRecord<byte[], byte[]> record = write.article(article, content);
    if (record.value().length > MAX_RECORD) {
      return "an article of " + record.value().length + " bytes is more than a record holds";
    }
    records.add(record);
    return null;
  }

  void withdraw(String articleId) {
    records.add(write.withdrawal(articleId, now));
  }

  void deadLetter(String key, byte @Nullable [] body, String kind, String reason) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    records.add(DeadLetter.of(Topic.DEAD_LETTERS, name, body, null, -1, -1, STAGE, reason));
    count("costwire.dead.letters", "reason", kind);
  }

  /** A record of the feeds' topic that is no feed. */
  void deadLetter(
      byte @Nullable [] key, byte @Nullable [] value, int partition, long offset, String reason) {
    records.add(
        DeadLetter.of(
            Topic.DEAD_LETTERS, key, value, Feeds.TOPIC.name(), partition, offset, STAGE, reason));
    count("costwire.dead.letters", "reason", "unreadable-record");
  }

  /** The feed's state is written as it stands when the batch goes out. */
  void touch(Tracked tracked, Feed next) {
    tracked.next = next;
    touched.put(tracked.feed.url(), tracked);
  }

  /** A feed that goes on under another address, for whoever follows that one's partition. */
  void arrive(Feed feed) {
    records.add(write.arrival(feed.url(), feed, now));
  }

  /**
   * A feed's record goes to the partition of its site.
   *
   * @param feed null: it ended
   */
  void move(int from, String url, @Nullable Feed feed) {
    records.add(write.arrival(url, feed, now));
    departures.add(write.departure(from, url, now));
  }

  void count(String meter, String tag, String value) {
    counts.add(new Count(meter, tag, value));
  }

  ProducerRecord<byte[], byte[]> state(Tracked tracked) {
    return write.state(tracked, now);
  }

  /** One more of something. */
  record Count(String meter, String tag, String value) {}
}
