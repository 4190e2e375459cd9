package costwire.ingest.follow;

import costwire.ingest.Article;
import costwire.ingest.FetchOutcome;
import costwire.ingest.Listing;
import org.jspecify.annotations.Nullable;

/** What came from the web, read. */
sealed interface Answer {
  /** Key of the feed it belongs to. */
  String feed();

  /** The poll that asked; an answer to an abandoned poll is thrown away. */
  long poll();

  /**
   * @param listing null if the outcome is no body, or one that cannot be read
   * @param fault why the body cannot be read; null if it can
   */
  record OfFeed(
      String feed,
      long poll,
      FetchOutcome outcome,
      @Nullable Listing listing,
      @Nullable String fault)
      implements Answer {}

  /**
   * @param article null if the outcome is no body, or one that cannot be read
   * @param fault why the body cannot be read; null if it can
   */
  record OfPage(
      String feed,
      long poll,
      Page page,
      FetchOutcome outcome,
      @Nullable Article article,
      @Nullable String fault)
      implements Answer {}
}
