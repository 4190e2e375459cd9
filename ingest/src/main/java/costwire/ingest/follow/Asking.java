package costwire.ingest.follow;

import costwire.ingest.Article;
import costwire.ingest.Feed;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.Fetcher;
import costwire.ingest.Listing;
import costwire.ingest.UnreadableException;
import costwire.ingest.feed.FeedReader;
import costwire.ingest.page.Links;
import costwire.ingest.page.PageReader;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the web and hands on what came, read, on the fetcher's threads. */
final class Asking {
  private final Fetcher fetcher;
  private final Clock clock;
  private final Consumer<Answer> answers;

  Asking(Fetcher fetcher, Clock clock, Consumer<Answer> answers) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.answers = answers;
  }

  void feed(Feed feed, long poll) {
    Feed.State state = feed.stateOrNew();
    get(feed.url(), state.etag(), state.lastModified())
        .thenAccept(outcome -> answers.accept(readFeed(feed.url(), poll, outcome)));
  }

  void page(String feed, long poll, Page page) {
    get(page.url(), null, null)
        .thenAccept(outcome -> answers.accept(readPage(feed, poll, page, outcome)));
  }

  private CompletableFuture<FetchOutcome> get(
      String address, @Nullable String etag, @Nullable String lastModified) {
    URI url = Links.resolve(null, address);
    return url == null
        ? CompletableFuture.completedFuture(new Refused("no http or https address: " + address))
        : fetcher.fetch(new Fetcher.Request(url, etag, lastModified));
  }

  private static Answer readFeed(String feed, long poll, FetchOutcome outcome) {
    if (!(outcome instanceof Fetched fetched)) {
      return new Answer.OfFeed(feed, poll, outcome, null, null);
    }
    try {
      Listing listing = FeedReader.read(fetched.body(), fetched.url());
      return new Answer.OfFeed(feed, poll, outcome, listing, null);
    } catch (UnreadableException e) {
      return new Answer.OfFeed(feed, poll, outcome, null, e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return new Answer.OfFeed(feed, poll, outcome, null, "our reader failed on it: " + e);
    }
  }

  private Answer readPage(String feed, long poll, Page page, FetchOutcome outcome) {
    if (!(outcome instanceof Fetched fetched)) {
      return new Answer.OfPage(feed, poll, page, outcome, null, null);
    }
    try {
      Article article =
          PageReader.read(fetched.body(), fetched.contentType(), fetched.url(), clock.instant());
      return new Answer.OfPage(feed, poll, page, outcome, article, null);
    } catch (UnreadableException e) {
      return new Answer.OfPage(feed, poll, page, outcome, null, e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      // A reader's own fault must cost one page, not the feed.
      return new Answer.OfPage(feed, poll, page, outcome, null, "our reader failed on it: " + e);
    }
  }
}
