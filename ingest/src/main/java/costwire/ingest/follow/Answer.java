package costwire.ingest.follow;

import costwire.ingest.Article;
import costwire.ingest.FetchOutcome;
import costwire.ingest.Listing;
import org.jspecify.annotations.Nullable;

/** What came from the web, read. */
sealed interface Answer {
  /** Key of the feed it belongs to. */
  String feed();

  /** What came of a poll. */
  sealed interface OfPoll extends Answer {
    /** The poll that asked; an answer to an abandoned poll is thrown away. */
    long poll();
  }

  /** How a hub took what we asked of it. */
  record OfHub(HubRequest request, FetchOutcome outcome) implements Answer {
    @Override
    public String feed() {
      return request.feed();
    }
  }

  /**
   * @param part whether it answers for one of the further feeds that the feed is made of
   * @param outcome without its body if that was read
   * @param listing null if the outcome is no body, or one that cannot be read
   * @param fault why the body cannot be read; null if it can
   */
  record OfFeed(
      String feed,
      long poll,
      boolean part,
      FetchOutcome outcome,
      @Nullable Listing listing,
      @Nullable String fault)
      implements OfPoll {}

  /**
   * @param outcome without its body if that was read
   * @param article null if the outcome is no body, or one that cannot be read
   * @param fault why the body cannot be read; null if it can
   * @param unlisted whether its publisher wants it in no index; there is no article then
   */
  record OfPage(
      String feed,
      long poll,
      Page page,
      FetchOutcome outcome,
      @Nullable Article article,
      @Nullable String fault,
      boolean unlisted)
      implements OfPoll {}
}
