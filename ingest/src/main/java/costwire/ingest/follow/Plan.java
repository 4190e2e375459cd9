package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.Feed.Known;
import costwire.ingest.FeedEntry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which pages a feed's new listing asks for. */
final class Plan {
  /** More new pages than this in one poll are left for the next ones, the newest first. */
  static final int MAX_PAGES = 200;

  /** Entries further down are not followed: a feed's state must hold all that it lists. */
  private static final int MAX_LISTED = Feed.State.MAX_ENTRIES * 4 / 5;

  private Plan() {}

  /**
   * The pages to fetch, oldest entries first, then the pages of entries listed no longer.
   *
   * @param whole whether the listing is all there is: what it does not hold is listed no longer
   */
  static Deque<Page> of(Feed feed, List<FeedEntry> listed, boolean whole) {
    Map<String, Known> known = feed.stateOrNew().entries();
    Set<String> keys = new HashSet<>();
    List<Page> wanted = new ArrayList<>();
    for (FeedEntry entry : followed(listed)) {
      String key = Prints.key(entry);
      if (entry.url() != null && keys.add(key) && wanted.size() < MAX_PAGES) {
        String listing = Prints.listing(entry);
        if (isWanted(known.get(key), listing)) {
          wanted.add(new Page(key, listing, entry.url(), entry, false));
        }
      }
    }
    Collections.reverse(wanted);
    Deque<Page> pages = new ArrayDeque<>(wanted);
    // An empty listing is an accident more often than a burnt archive.
    if (whole && !keys.isEmpty()) {
      known.forEach((key, entry) -> lookBack(pages, keys, key, entry));
    }
    return pages;
  }

  /** Whether the feed lists what it did not list before, or lists it in another way. */
  static boolean isNews(Feed feed, List<FeedEntry> listed) {
    Map<String, Known> known = feed.stateOrNew().entries();
    return followed(listed).stream()
        .filter(entry -> entry.url() != null)
        .anyMatch(
            entry -> {
              Known before = known.get(Prints.key(entry));
              return before == null || !before.listing().equals(Prints.listing(entry));
            });
  }

  /** The entries of one part of a feed that may be followed, the newest first. */
  static List<FeedEntry> newest(List<FeedEntry> listed) {
    return listed.stream()
        .sorted(Comparator.comparing(Plan::dated, Comparator.reverseOrder()))
        .limit(MAX_LISTED)
        .toList();
  }

  private static Instant dated(FeedEntry entry) {
    Instant date = entry.updatedAt() == null ? entry.publishedAt() : entry.updatedAt();
    return date == null ? Instant.MIN : date;
  }

  static List<FeedEntry> followed(List<FeedEntry> listed) {
    return listed.subList(0, Math.min(listed.size(), MAX_LISTED));
  }

  private static boolean isWanted(@Nullable Known known, String listing) {
    if (known == null || !known.listing().equals(listing)) {
      return true;
    }
    return known.tries() > 0 && known.tries() < Page.MAX_TRIES;
  }

  private static void lookBack(Deque<Page> pages, Set<String> listed, String key, Known known) {
    if (!listed.contains(key) && known.article() != null && !known.dropped()) {
      String url = known.url() == null ? key : known.url();
      pages.add(new Page(key, known.listing(), url, null, true));
    }
  }
}
