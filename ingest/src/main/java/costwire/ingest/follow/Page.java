package costwire.ingest.follow;

import costwire.ingest.FeedEntry;
import org.jspecify.annotations.Nullable;

/**
 * A page to fetch for an entry.
 *
 * @param key the entry's name in the feed's state
 * @param listing fingerprint of how the feed lists it
 * @param url its address
 * @param entry as listed; null if it is listed no longer
 * @param lastLook whether the page is looked at because it left the feed
 */
record Page(String key, String listing, String url, @Nullable FeedEntry entry, boolean lastLook) {
  /** A page that failed so often is given up until its entry changes. */
  static final int MAX_TRIES = 5;
}
