package costwire.ingest.follow;

import costwire.ingest.Article;
import costwire.ingest.Feed;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Refused;
import costwire.ingest.Fetcher;
import costwire.ingest.HostRest;
import costwire.ingest.Listing;
import costwire.ingest.UnlistedException;
import costwire.ingest.UnreadableException;
import costwire.ingest.WebSub;
import costwire.ingest.feed.FeedReader;
import costwire.ingest.page.Links;
import costwire.ingest.page.PageReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
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

  CompletableFuture<?> feed(Feed feed, long poll) {
    Feed.State state = feed.stateOrNew();
    URI source = state.source() == null ? null : Links.resolve(null, state.source());
    return answering(
        get(feed.url(), state.etag(), state.lastModified(), source),
        outcome -> readFeed(feed.url(), poll, false, outcome));
  }

  /** One of the further feeds that a feed is made of. */
  CompletableFuture<?> part(String feed, long poll, String part) {
    return answering(get(part, null, null, null), outcome -> readFeed(feed, poll, true, outcome));
  }

  CompletableFuture<?> page(String feed, long poll, Page page) {
    return answering(
        get(page.url(), null, null, null), outcome -> readPage(feed, poll, page, outcome));
  }

  /** The request, to be cancelled; a cancelled one is not answered. */
  private CompletableFuture<FetchOutcome> answering(
      CompletableFuture<FetchOutcome> request, Function<FetchOutcome, Answer> reading) {
    request.thenAccept(outcome -> answers.accept(reading.apply(outcome)));
    return request;
  }

  /** What rest the feed's host asks for; null: none. */
  @Nullable HostRest rest(Feed feed) {
    URI url = Links.resolve(null, feed.url());
    return url == null ? null : fetcher.rest(url);
  }

  /** Leaves the feed's host alone. */
  void leaveAlone(Feed feed, Duration time) {
    URI url = Links.resolve(null, feed.url());
    if (url != null) {
      fetcher.leaveAlone(url, time);
    }
  }

  /** Leaves the hosts of the feed and of its pages alone. */
  void leaveAllAlone(Feed feed, Duration time) {
    addresses(feed).forEach(url -> fetcher.leaveAlone(url, time));
  }

  /** Completes once nothing is under way at the hosts of these feeds and of their pages. */
  CompletableFuture<Void> quiet(Collection<Feed> feeds) {
    return fetcher.quiet(feeds.stream().flatMap(feed -> addresses(feed).stream()).toList());
  }

  /** One of each host: of thousands of pages, few addresses are worth taking apart. */
  private static Collection<URI> addresses(Feed feed) {
    Map<String, String> byHost = new LinkedHashMap<>();
    byHost.put(host(feed.url()), feed.url());
    feed.stateOrNew()
        .entries()
        .forEach(
            (id, known) -> {
              String page = Objects.requireNonNullElse(known.url(), id);
              byHost.putIfAbsent(host(page), page);
            });
    return byHost.values().stream()
        .map(address -> Links.resolve(null, address))
        .filter(Objects::nonNull)
        .toList();
  }

  /** What stands before an address's path. */
  private static String host(String address) {
    int path = address.indexOf('/', address.indexOf("//") + 2);
    return path < 0 ? address : address.substring(0, path);
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
