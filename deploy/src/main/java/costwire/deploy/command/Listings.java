package costwire.deploy.command;

import costwire.ingest.FeedEntry;
import costwire.ingest.FetchOutcome;
import costwire.ingest.Fetcher;
import costwire.ingest.Ingest;
import costwire.ingest.Listing;
import costwire.ingest.UnreadableException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Feeds as a user asks for them by hand: with the sitemaps of an index, one level down. */
final class Listings {
  /** An index names the sitemaps of decades, the latest first. */
  private static final int MAX_OTHERS = 20;

  private static final int MAX_NAMED = 10;

  private final Fetcher fetcher;
  private final Readings readings;

  Listings(Fetcher fetcher, Readings readings) {
    this.fetcher = fetcher;
    this.readings = readings;
  }

  /**
   * All entries; what cannot be read of an index is told.
   *
   * @throws UnreadableException if it is no feed; of a page, it says which feeds it names
   */
  List<FeedEntry> entries(byte[] body, @Nullable String type, URI address) {
    Listing listing = listing(body, type, address);
    List<FeedEntry> entries = new ArrayList<>(listing.entries());
    listing.others().stream().limit(MAX_OTHERS).forEach(other -> entries.addAll(asked(other)));
    if (listing.others().size() > MAX_OTHERS) {
      readings.tell(
          address.toString(),
          "lists " + listing.others().size() + " sitemaps; the latest " + MAX_OTHERS + " are read");
    }
    return entries;
  }

  /**
   * The entries of one feed.
   *
   * @throws UnreadableException if it is no feed, or an index, whose pages are too many to fetch
   */
  List<FeedEntry> ownEntries(byte[] body, @Nullable String type, URI address) {
    Listing listing = listing(body, type, address);
    if (listing.entries().isEmpty() && !listing.others().isEmpty()) {
      throw new UnreadableException(
          "an index of "
              + listing.others().size()
              + " sitemaps: fetch one of them, such as "
              + listing.others().get(0)
              + ", or list what is in them with --entries");
    }
    return listing.entries();
  }

  private List<FeedEntry> asked(String address) {
    FetchOutcome outcome = fetcher.fetch(Fetcher.Request.of(URI.create(address))).join();
    if (!(outcome instanceof FetchOutcome.Fetched fetched)) {
      readings.refuse(address, Scraping.reason(outcome));
      return List.of();
    }
    try {
      return Ingest.feed(fetched.body(), fetched.contentType(), fetched.url()).entries();
    } catch (UnreadableException e) {
      readings.refuse(address, String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  private static Listing listing(byte[] body, @Nullable String type, URI address) {
    try {
      return Ingest.feed(body, type, address);
    } catch (UnreadableException e) {
      throw new UnreadableException(e.getMessage() + named(body, type, address));
    }
  }

  private static String named(byte[] body, @Nullable String type, URI address) {
    try {
      List<URI> feeds = Ingest.feedsOf(body, type, address);
      String first =
          feeds.stream().limit(MAX_NAMED).map(URI::toString).collect(Collectors.joining(" "));
      return feeds.isEmpty() ? "" : "; the page names " + first;
    } catch (UnreadableException e) {
      return "";
    }
  }
}
