package costwire.ingest.follow;

import costwire.ingest.Article;
import costwire.ingest.Feed;
import costwire.ingest.Feed.Known;
import costwire.ingest.FeedEntry;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.PutOff;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer to a page's request publishes, and what is known of its entry from then on. */
final class PageAnswers {
  private static final int LONGEST_URL = 500;

  private PageAnswers() {}

  static void take(Tracked tracked, Poll poll, Answer.OfPage answer, Batch batch) {
    Feed feed = FeedAnswers.open(tracked);
    Map<String, Known> entries = new LinkedHashMap<>(feed.stateOrNew().entries());
    Known before = entries.get(answer.page().key());
    if (answer.outcome() instanceof PutOff off) {
      putOff(feed, poll, answer.page(), off, batch);
      return;
    }
    Known after = settle(feed, poll, answer, before, batch);
    // The entry last heard of stands last, and is forgotten last.
    entries.remove(answer.page().key());
    entries.put(answer.page().key(), after);
    batch.touch(tracked, feed.with(feed.stateOrNew().with(entries)));
  }

  /** Nothing is known of the page: its entry stays as it was, and is asked for again. */
  private static void putOff(Feed feed, Poll poll, Page page, PutOff off, Batch batch) {
    count(batch, "put-off");
    poll.troubled = true;
    rest(feed, poll, page, off.rest(), batch);
  }

  /** What a page's host wants holds for the feed too if it is there. */
  private static void rest(Feed feed, Poll poll, Page page, @Nullable Duration wait, Batch batch) {
    String host = Hosts.of(page.url());
    if (host.equals(Hosts.of(feed.url()))) {
      poll.rest(wait, batch.now());
    } else if (wait != null) {
      poll.skip(host);
    }
  }

  private static Known settle(
      Feed feed, Poll poll, Answer.OfPage answer, @Nullable Known before, Batch batch) {
    FetchOutcome outcome = answer.outcome();
    if (answer.article() != null) {
      return publish(feed, answer, completed(answer.article(), answer.page(), feed), before, batch);
    }
    if (outcome instanceof Gone || answer.unlisted()) {
      String unknown = answer.unlisted() ? "unlisted" : "gone";
      return withdraw(answer.page(), before, unknown, batch);
    }
    if (outcome instanceof Failed failed && failed.retryable()) {
      rest(feed, poll, answer.page(), failed.retryAfter(), batch);
      return tryAgain(poll, answer.page(), failed.reason(), before, batch);
    }
    byte[] body = outcome instanceof Fetched fetched ? fetched.body() : null;
    count(batch, answer.fault() != null ? "unreadable" : outcome.name());
    batch.deadLetter(answer.page().url(), body, "unreadable-page", reason(answer));
    return known(answer.page(), before, 0);
  }

  private static Known publish(
      Feed feed, Answer.OfPage answer, Article article, @Nullable Known before, Batch batch) {
    Page page = answer.page();
    String content = Prints.content(article);
    String fault = null;
    if (isPublished(feed, article.id(), content)) {
      count(batch, "unchanged");
    } else {
      fault = batch.article(article, content);
      count(batch, fault == null ? "published" : "refused");
    }
    if (fault != null) {
      byte[] body = answer.outcome() instanceof Fetched fetched ? fetched.body() : null;
      batch.deadLetter(page.url(), body, "too-large", fault);
      return known(page, before, 0);
    }
    String earlier = before == null ? null : before.article();
    if (earlier != null && !earlier.equals(article.id())) {
      batch.withdraw(earlier);
      count(batch, "withdrawn");
    }
    return new Known(page.listing(), article.id(), content, address(page), 0, page.lastLook());
  }

  /** Also where a feed lists the same article twice. */
  private static boolean isPublished(Feed feed, String id, String content) {
    return feed.stateOrNew().entries().values().stream()
        .anyMatch(known -> id.equals(known.article()) && content.equals(known.content()));
  }

  /**
   * @param unknown how to count it if nothing was published of it
   */
  private static Known withdraw(Page page, @Nullable Known before, String unknown, Batch batch) {
    String published = before == null ? null : before.article();
    count(batch, published != null ? "withdrawn" : unknown);
    if (published != null) {
      batch.withdraw(published);
    }
    return new Known(page.listing(), null, null, address(page), 0, page.lastLook());
  }

  private static Known tryAgain(
      Poll poll, Page page, String reason, @Nullable Known before, Batch batch) {
    int earlier = before != null && before.listing().equals(page.listing()) ? before.tries() : 0;
    int tries = earlier + 1;
    count(batch, "failed");
    if (tries < Page.MAX_TRIES) {
      poll.troubled = true;
    } else {
      batch.deadLetter(page.url(), null, "unreadable-page", reason + ", " + tries + " times");
    }
    return known(page, before, tries);
  }

  /** Nothing was published now; what was published before still stands. */
  private static Known known(Page page, @Nullable Known before, int tries) {
    boolean givenUp = tries == 0 || tries >= Page.MAX_TRIES;
    return new Known(
        page.listing(),
        before == null ? null : before.article(),
        before == null ? null : before.content(),
        address(page),
        tries,
        page.lastLook() && givenUp);
  }

  private static @Nullable String address(Page page) {
    boolean same = page.url().equals(page.key());
    return same || page.url().length() > LONGEST_URL ? null : page.url();
  }

  /** What the page leaves open the feed may know. */
  private static Article completed(Article article, Page page, Feed feed) {
    FeedEntry entry = page.entry();
    Article listed = entry == null ? article : article.listedAs(entry);
    return listed
        .but()
        .publisher(article.publisher() == null ? feed.publisher() : article.publisher())
        .language(listed.language() == null ? feed.language() : listed.language())
        .feed(feed.url())
        .build();
  }

  private static String reason(Answer.OfPage answer) {
    return answer.fault() == null ? answer.outcome().reason() : answer.fault();
  }

  private static void count(Batch batch, String outcome) {
    batch.count("costwire.articles", "outcome", outcome);
  }
}
