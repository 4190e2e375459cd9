package costwire.ingest.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.stream.CloudEvents;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Articles and feed states as Kafka records. */
final class Records {
  private static final String SOURCE = "/costwire/ingest";
  private static final String WRITER = "costwire.writer";

  private final Serializer<Article> articles = Articles.TOPIC.values().serializer();
  private final Serializer<Feed> feeds = Feeds.TOPIC.values().serializer();
  private final byte[] writer;

  /**
   * @param writer unique to this session: it tells its own records from everybody else's
   */
  Records(String writer) {
    this.writer = writer.getBytes(UTF_8);
  }

  ProducerRecord<byte[], byte[]> article(Article article, String content) {
    Instant at = article.fetchedAt() == null ? Instant.EPOCH : article.fetchedAt();
    String topic = Articles.TOPIC.name();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            null,
            at.toEpochMilli(),
            article.id().getBytes(UTF_8),
            articles.serialize(topic, article));
    String id = article.id() + ":" + content;
    CloudEvents.stamp(record.headers(), id, SOURCE, "costwire.article.v1", at);
    return record;
  }

  ProducerRecord<byte[], byte[]> withdrawal(String articleId, Instant at) {
    ProducerRecord<byte[], byte[]> record =
        tombstone(Articles.TOPIC.name(), null, articleId.getBytes(UTF_8), at);
    String id = articleId + ":withdrawn:" + at.toEpochMilli();
    CloudEvents.stamp(record.headers(), id, SOURCE, "costwire.article.withdrawn.v1", at);
    return record;
  }

  /**
   * In the partition the feed was read from, whoever put it there. A feed that ended: tombstone.
   */
  ProducerRecord<byte[], byte[]> state(Tracked tracked, Instant at) {
    String topic = Feeds.TOPIC.name();
    byte[] key = tracked.feed.url().getBytes(UTF_8);
    Feed next = tracked.next;
    ProducerRecord<byte[], byte[]> record =
        next == null
            ? tombstone(topic, tracked.partition, key, at)
            : new ProducerRecord<>(
                topic, tracked.partition, at.toEpochMilli(), key, feeds.serialize(topic, next));
    String id = tracked.feed.url() + ":" + at.toEpochMilli();
    CloudEvents.stamp(record.headers(), id, SOURCE, "costwire.feed.v1", at);
    record.headers().add(WRITER, writer);
    return record;
  }

  /**
   * A feed under its new address, or in its new partition: whoever owns that reads it, be it
   * ourselves.
   *
   * @param feed null: it ended
   */
  ProducerRecord<byte[], byte[]> arrival(String url, @Nullable Feed feed, Instant at) {
    String topic = Feeds.TOPIC.name();
    byte[] key = url.getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> record =
        feed == null
            ? tombstone(topic, null, key, at)
            : new ProducerRecord<>(
                topic, null, at.toEpochMilli(), key, feeds.serialize(topic, feed));
    CloudEvents.stamp(
        record.headers(), url + ":" + at.toEpochMilli(), SOURCE, "costwire.feed.v1", at);
    return record;
  }

  /** In the partition that a feed was moved out of. */
  ProducerRecord<byte[], byte[]> departure(int partition, String url, Instant at) {
    ProducerRecord<byte[], byte[]> record =
        tombstone(Feeds.TOPIC.name(), partition, url.getBytes(UTF_8), at);
    String id = url + ":" + at.toEpochMilli() + ":moved";
    CloudEvents.stamp(record.headers(), id, SOURCE, Feeds.MOVED, at);
    record.headers().add(WRITER, writer);
    return record;
  }

  /** Whether this session wrote a record with these headers. */
  boolean isOwn(Headers headers) {
    Header header = headers.lastHeader(WRITER);
    return header != null && Arrays.equals(header.value(), writer);
  }

  @SuppressWarnings("NullAway") // a record without a value is how Kafka deletes
  private static ProducerRecord<byte[], byte[]> tombstone(
      String topic, @Nullable Integer partition, byte[] key, Instant at) {
    byte[] nothing = null;
    return new ProducerRecord<>(topic, partition, at.toEpochMilli(), key, nothing);
  }
}
