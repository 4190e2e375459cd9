package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.ingest.SitePartitioner;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Feeds in partitions that are not their sites': put there by a producer that does not know {@link
 * SitePartitioner}, or when the topic had fewer partitions. They are moved, not followed, so that a
 * site is asked by one process and a feed ended by one tombstone.
 */
final class Strays {
  /** By partition, then by address; empty: ended. */
  private final Map<Integer, Map<String, Optional<Feed>>> strays = new HashMap<>();

  /** Of the topic; 0: not known yet. */
  private int partitions;

  /**
   * How many partitions the topic has.
   *
   * @throws IllegalStateException if it had others before: feeds that are followed may belong
   *     elsewhere now
   */
  void partitions(int count) {
    if (partitions > 0 && partitions != count) {
      throw new IllegalStateException(
          "the feeds' topic has " + count + " partitions now, not " + partitions);
    }
    partitions = count;
  }

  boolean isStray(int partition, String url) {
    return SitePartitioner.ofFeed(url, partitions) != partition;
  }

  /** The partition's next record of a feed that does not belong there. */
  void read(int partition, String url, @Nullable Feed feed, Headers headers) {
    Map<String, Optional<Feed>> here =
        strays.computeIfAbsent(partition, first -> new LinkedHashMap<>());
    if (Feeds.isMove(headers)) {
      here.remove(url);
    } else if (feed == null) {
      here.put(url, Optional.empty());
    } else {
      here.merge(url, Optional.of(feed), (old, now) -> now.map(one -> one.over(old.orElse(null))));
    }
  }

  /** Moves those of a partition that was read to its end: until then the last word is not known. */
  void move(int partition, Batch batch) {
    Map<String, Optional<Feed>> here = strays.remove(partition);
    if (here != null) {
      here.forEach((url, feed) -> batch.move(partition, url, feed.orElse(null)));
    }
  }

  void forget(int partition) {
    strays.remove(partition);
  }
}
