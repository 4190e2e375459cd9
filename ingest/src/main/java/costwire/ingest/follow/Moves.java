package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.Feed.State;
import costwire.ingest.FetchOutcome.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Feeds that their servers say are elsewhere for good. They are believed when two polls in a row
 * heard it and could read what was there: what a proxy or an hour's mistake says passes, what a
 * publisher means stays.
 */
final class Moves {
  private Moves() {}

  /** Where the poll heard that the feed is for good; null if it stays. */
  static @Nullable String heard(Feed feed, Notice notice) {
    if (notice.movedTo() == null) {
      return null;
    }
    String to = notice.movedTo().toString().replaceFirst("#.*", "");
    // Two addresses that send to each other would hand a feed back and forth.
    boolean back = to.equals(feed.stateOrNew().movedFrom());
    return back || to.equals(feed.url()) ? null : to;
  }

  /** Where the feed goes now; null if it stays, or is to be heard again first. */
  static @Nullable String settled(State before, State after) {
    String to = after.movingTo();
    return to != null && to.equals(before.movingTo()) ? to : null;
  }

  /**
   * The feed goes on under its new address with all that is known of it; the old one stands as
   * ended, so that nobody who lists it begins it again.
   *
   * @param followed whether the new address is followed already: it goes on as it was
   */
  static void move(Tracked tracked, Feed feed, String to, Batch batch, boolean followed) {
    State state = feed.stateOrNew();
    if (!followed) {
      String source = to.equals(state.source()) ? null : state.source();
      State there =
          state
              .but()
              .movedFrom(feed.url())
              .movingTo(null)
              .hub(null)
              .copy(state.etag(), state.lastModified(), source)
              .build();
      batch.arrive(
          new Feed(to, feed.title(), feed.language(), feed.publisher(), feed.interval(), there));
    }
    State here =
        State.NEW
            .but()
            .succeeded(batch.now())
            .endedAt(batch.now())
            .movedTo(to)
            .movedFrom(state.movedFrom())
            .build();
    batch.touch(tracked, feed.with(here));
  }
}
