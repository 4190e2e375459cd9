package costwire.ingest;

import costwire.stream.Topic;

/** The topic of feeds, keyed by feed URL. A tombstone ends a feed. */
public final class Feeds {
  public static final Topic<Feed> TOPIC = Topic.compacted("costwire.feeds", Feed.class);

  private Feeds() {}
}
