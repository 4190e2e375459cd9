package costwire.ingest.follow;

import costwire.ingest.FetchOutcome.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One poll of a feed under way: the feed itself, then the pages that it asks for. */
final class Poll {
  /** Pages asked for at once: their hosts may differ. */
  static final int PAGES_AT_ONCE = 4;

  final long id;
  Deque<Page> waiting = new ArrayDeque<>();
  int asked;

  /** What the feed came as; null until it did. */
  @Nullable Fetched source;

  /** The entries that the feed lists now, by their names in its state. */
  Set<String> listed = Set.of();

  /** Whether a page is to be tried again, so that the feed must be listed in full next time. */
  boolean troubled;

  @Nullable Instant notBefore;

  Poll(long id) {
    this.id = id;
  }

  boolean isDone() {
    return asked == 0 && waiting.isEmpty();
  }

  /** A server asked for rest: what is left of this poll waits for the next. */
  void rest(@Nullable Duration wait, Instant now) {
    if (wait != null) {
      Instant until = now.plus(wait);
      notBefore = notBefore == null || until.isAfter(notBefore) ? until : notBefore;
      troubled |= !waiting.isEmpty();
      waiting.clear();
    }
  }
}
