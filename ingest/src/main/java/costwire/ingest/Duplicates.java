package costwire.ingest;

import costwire.stream.Topic;
import java.time.Duration;

/**
 * The topic of duplicates, keyed by the copy's article id. A tombstone: it is no copy any more. Has
 * as many partitions as the articles, so that an article and its link come to one task.
 */
public final class Duplicates {
  public static final Topic<Duplicate> TOPIC =
      Topic.compactedFor("costwire.duplicates", Duplicate.class, Duration.ofDays(30));

  private Duplicates() {}
}
