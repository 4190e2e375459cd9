package costwire.ingest.follow;

import costwire.ingest.Article;
import costwire.ingest.Feed;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.Fetcher;
import costwire.ingest.Listing;
import costwire.ingest.UnlistedException;
import costwire.ingest.UnreadableException;
import costwire.ingest.WebSub;
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
  private final Reader reader;
  private final @Nullable WebSub webSub;

  Asking(Fetcher fetcher, Clock clock, Consumer<Answer> answers) {
    this(fetcher, clock, answers, FeedReader::read, null);
  }

  /**
   * @param reader of feeds
   * @param webSub where hubs reach us; null: nowhere, and none is asked
   */
  Asking(
      Fetcher fetcher,
      Clock clock,
      Consumer<Answer> answers,
      Reader reader,
      @Nullable WebSub webSub) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.answers = answers;
    this.reader = reader;
    this.webSub = webSub;
  }

  void feed(Feed feed, long poll) {
    Feed.State state = feed.stateOrNew();
    URI source = state.source() == null ? null : Links.resolve(null, state.source());
    get(feed.url(), state.etag(), state.lastModified(), source)
        .thenAccept(outcome -> answers.accept(readFeed(feed.url(), poll, false, outcome)));
  }

  /** One of the further feeds that a feed is made of. */
  void part(String feed, long poll, String part) {
    get(part, null, null, null)
        .thenAccept(outcome -> answers.accept(readFeed(feed, poll, true, outcome)));
  }

  void page(String feed, long poll, Page page) {
    get(page.url(), null, null, null)
        .thenAccept(outcome -> answers.accept(readPage(feed, poll, page, outcome)));
  }

  boolean asksHubs() {
    return webSub != null;
  }

  /** Asks a hub, if hubs are asked at all. */
  void hub(HubRequest request) {
    URI url = Links.resolve(null, request.hub().url());
    if (webSub != null && url != null) {
      fetcher
          .post(url, request.form(webSub))
          .thenAccept(outcome -> answers.accept(new Answer.OfHub(request, outcome)));
    }
  }

  private CompletableFuture<FetchOutcome> get(
      String address, @Nullable String etag, @Nullable String lastModified, @Nullable URI source) {
    URI url = Links.resolve(null, address);
    return url == null
        ? CompletableFuture.completedFuture(new Refused("no http or https address: " + address))
        : fetcher.fetch(new Fetcher.Request(url, etag, lastModified, source));
  }

  private Answer readFeed(String feed, long poll, boolean part, FetchOutcome outcome) {
    if (!(outcome instanceof Fetched fetched)) {
      return new Answer.OfFeed(feed, poll, part, outcome, null, null);
    }
    try {
      Listing listing = reader.read(fetched.body(), fetched.contentType(), fetched.url());
      return new Answer.OfFeed(feed, poll, part, fetched.read(), listing, null);
    } catch (UnreadableException e) {
      return new Answer.OfFeed(feed, poll, part, outcome, null, e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return new Answer.OfFeed(feed, poll, part, outcome, null, "our reader failed on it: " + e);
    }
  }

  private Answer readPage(String feed, long poll, Page page, FetchOutcome outcome) {
    if (!(outcome instanceof Fetched fetched)) {
      return new Answer.OfPage(feed, poll, page, outcome, null, null, false);
    }
    if (fetched.notice().noIndex()) {
      return new Answer.OfPage(feed, poll, page, fetched.read(), null, null, true);
    }
    try {
      Article article =
          PageReader.read(fetched.body(), fetched.contentType(), fetched.url(), clock.instant());
      return new Answer.OfPage(feed, poll, page, fetched.read(), article, null, false);
    } catch (UnlistedException e) {
      return new Answer.OfPage(feed, poll, page, fetched.read(), null, null, true);
    } catch (UnreadableException e) {
      return new Answer.OfPage(feed, poll, page, outcome, null, e.getMessage(), false);
    } catch (RuntimeException | StackOverflowError e) {
      // A reader's own fault must cost one page, not the feed.
      String fault = "our reader failed on it: " + e;
      return new Answer.OfPage(feed, poll, page, outcome, null, fault, false);
    }
  }

  /** Reads a feed. */
  @FunctionalInterface
  interface Reader {
    /**
     * @throws UnreadableException if it is none
     */
    Listing read(byte[] body, @Nullable String contentType, URI url);
  }
}
