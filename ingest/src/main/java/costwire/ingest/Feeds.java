package costwire.ingest;

import costwire.stream.CloudEvents;
import costwire.stream.Topic;
import org.apache.kafka.common.header.Headers;

/**
 * The topic of feeds, keyed by feed URL. A tombstone ends a feed, unless it says that the feed's
 * record {@linkplain #isMove moved} to the partition of its site.
 */
public final class Feeds {
  public static final Topic<Feed> TOPIC = Topic.compacted("costwire.feeds", Feed.class);

  /** The CloudEvents type of a tombstone whose feed goes on in another partition. */
  public static final String MOVED = "costwire.feed.moved.v1";

  private Feeds() {}

  /** Whether a record with these headers ends nothing, since its feed is in another partition. */
  public static boolean isMove(Headers headers) {
    return MOVED.equals(CloudEvents.type(headers));
  }
}
