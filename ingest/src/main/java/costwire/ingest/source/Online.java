package costwire.ingest.source;

import costwire.ingest.Article;
import costwire.ingest.FeedEntry;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.Fetcher;
import costwire.ingest.Mark;
import costwire.ingest.Reading;
import costwire.ingest.UnreadableException;
import costwire.ingest.feed.FeedReader;
import costwire.ingest.page.Links;
import costwire.ingest.page.PageReader;
import java.net.URI;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An address read once: a page, or a feed with its pages. */
public final class Online {
  private final Fetcher fetcher;
  private final Clock clock;

  private Online(Fetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** Its articles, each page fetched when the stream comes to it. */
  public static Stream<Reading> read(Fetcher fetcher, URI url, Clock clock) {
    Online online = new Online(fetcher, clock);
    Chain.Source source = new Chain.Source(url.toString(), 0, from -> online.opened(url));
    return InOrder.readings(new InOrder(new Chain(List.of(source), Mark.START)));
  }

  private Drafts opened(URI url) {
    FetchOutcome outcome = fetcher.fetch(Fetcher.Request.of(url)).join();
    if (!(outcome instanceof Fetched fetched)) {
      return only(new Reading.Refused(url.toString(), outcome.reason()));
    }
    if (!FeedReader.isFeed(fetched.body())) {
      return only(page(url, fetched, null));
    }
    try {
      return new Entries(
          FeedReader.read(fetched.body(), fetched.contentType(), fetched.url())
              .entries()
              .iterator(),
          url);
    } catch (RuntimeException | StackOverflowError e) {
      return only(refused(url, e));
    }
  }

  private static Drafts only(Reading reading) {
    return Drafts.of(Draft.of(reading));
  }

  private Reading entry(FeedEntry entry, URI feed) {
    URI url = Links.resolve(null, entry.url());
    if (url == null) {
      return new Reading.Refused(entry.id(), "an entry without a page");
    }
    FetchOutcome outcome = fetcher.fetch(Fetcher.Request.of(url)).join();
    return outcome instanceof Fetched fetched
        ? page(url, fetched, feed.toString())
        : new Reading.Refused(url.toString(), outcome.reason());
  }

  private Reading page(URI url, Fetched fetched, @Nullable String feed) {
    if (fetched.notice().noIndex()) {
      return new Reading.Refused(url.toString(), "X-Robots-Tag wants it in no index");
    }
    try {
      Article article =
          PageReader.read(fetched.body(), fetched.contentType(), fetched.url(), clock.instant());
      return new Reading.Of(article.but().feed(feed).build(), url.toString(), null);
    } catch (RuntimeException | StackOverflowError e) {
      return refused(url, e);
    }
  }

  /** One bad page must not cost the others. */
  private static Reading refused(URI url, Throwable e) {
    String why =
        e instanceof UnreadableException
            ? String.valueOf(e.getMessage())
            : "the reader fails on it: " + e.getClass().getSimpleName();
    return new Reading.Refused(url.toString(), why);
  }

  private final class Entries implements Drafts {
    private final Iterator<FeedEntry> left;
    private final URI feed;

    Entries(Iterator<FeedEntry> left, URI feed) {
      this.left = left;
      this.feed = feed;
    }

    @Override
    public @Nullable Draft next() {
      return left.hasNext() ? Draft.of(entry(left.next(), feed)) : null;
    }

    @Override
    public void close() {
      // Nothing is held open between two pages.
    }
  }
}
