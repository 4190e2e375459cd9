package costwire.ingest.follow;

import costwire.ingest.Feed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A feed of a partition that is ours, and the poll under way, if there is one. */
final class Tracked {
  final int partition;
  final String host;

  /** As the topic has it, or will once the records read so far are merged back. */
  Feed feed;

  /** As the open batch leaves it; null if the batch ends it. Means something only in a batch. */
  @Nullable Feed next;

  /** Where our last record of it stands; -1 if we wrote none. */
  long written = -1;

  /** Whether it ended, and our last record of it must be followed by a tombstone. */
  boolean ended;

  /** Whether its hub told of a change that no poll has seen yet. */
  boolean told;

  @Nullable Poll poll;

  /** When it is due, while it waits for that; the agenda's. */
  Agenda.@Nullable Slot slot;

  Tracked(int partition, Feed feed) {
    this.partition = partition;
    this.host = Hosts.of(feed.url());
    this.feed = feed;
    this.next = feed;
  }

  /** Its hub told of a change. */
  void push() {
    told = true;
    if (poll != null) {
      poll.pushed = true;
    }
  }

  /** Null: at once. */
  @Nullable Instant due() {
    return feed.stateOrNew().nextPollAt();
  }
}
