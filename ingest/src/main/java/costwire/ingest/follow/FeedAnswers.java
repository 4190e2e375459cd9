package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.Feed.Known;
import costwire.ingest.Feed.State;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.FetchOutcome.Refused;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an answer to a feed's request means for its state. */
final class FeedAnswers {
  private FeedAnswers() {}

  /** Takes the answer in: the poll goes on to its pages, or is over. */
  static void take(Tracked tracked, Poll poll, Answer.OfFeed answer, Batch batch) {
    FetchOutcome outcome = answer.outcome();
    String fault = fault(answer);
    boolean unreadable = answer.fault() != null;
    batch.count("costwire.feed.fetches", "outcome", unreadable ? "unreadable" : outcome.name());
    if (fault != null) {
      fail(tracked, poll, fault, answer, batch);
    } else if (outcome instanceof Fetched fetched && answer.listing() != null) {
      poll.source = fetched;
      poll.waiting = Plan.of(open(tracked), answer.listing().entries());
      poll.troubled = poll.waiting.size() >= Plan.MAX_PAGES;
      poll.listed =
          Plan.followed(answer.listing().entries()).stream()
              .map(Prints::key)
              .collect(Collectors.toSet());
    }
  }

  /** The poll went through: its state is written. */
  static void finish(Tracked tracked, Poll poll, Batch batch) {
    Feed feed = open(tracked);
    State state = feed.stateOrNew();
    Fetched source = poll.source;
    boolean keepsAsking = poll.troubled || poll.notBefore != null;
    batch.touch(
        tracked,
        feed.with(
            new State(
                keepsAsking ? null : source == null ? state.etag() : source.etag(),
                keepsAsking ? null : source == null ? state.lastModified() : source.lastModified(),
                batch.now(),
                batch.now(),
                Schedule.afterSuccess(feed, batch.now(), poll.notBefore),
                0,
                null,
                listedLast(state.entries(), poll.listed))));
  }

  /** What the feed still lists is forgotten last. */
  private static Map<String, Known> listedLast(Map<String, Known> entries, Set<String> listed) {
    Map<String, Known> ordered = new LinkedHashMap<>(entries);
    for (Map.Entry<String, Known> entry : entries.entrySet()) {
      if (listed.contains(entry.getKey())) {
        ordered.remove(entry.getKey());
        ordered.put(entry.getKey(), entry.getValue());
      }
    }
    return ordered;
  }

  private static void fail(
      Tracked tracked, Poll poll, String fault, Answer.OfFeed answer, Batch batch) {
    Feed feed = open(tracked);
    State state = feed.stateOrNew();
    if (answer.outcome() instanceof Failed failed) {
      poll.rest(failed.retryAfter(), batch.now());
    }
    // The same fault again is no news.
    if (answer.outcome() instanceof Fetched fetched && !Objects.equals(fault, state.lastError())) {
      batch.deadLetter(feed.url(), fetched.body(), "unreadable-feed", fault);
    }
    int failures = state.failures() + 1;
    Instant next =
        answer.outcome() instanceof Gone gone && gone.status() == 410
            ? batch.now().plus(Schedule.LONGEST.multipliedBy(30))
            : Schedule.afterFailure(feed, failures, batch.now(), poll.notBefore);
    batch.touch(
        tracked,
        feed.with(
            new State(
                state.etag(),
                state.lastModified(),
                batch.now(),
                state.lastSuccessAt(),
                next,
                failures,
                fault,
                state.entries())));
    tracked.poll = null;
  }

  private static @Nullable String fault(Answer.OfFeed answer) {
    FetchOutcome outcome = answer.outcome();
    if (answer.fault() != null || outcome instanceof NotModified) {
      return answer.fault();
    }
    if (outcome instanceof Gone gone) {
      return gone.status() == 410 ? "the feed is gone for ever (410)" : "there is no feed (404)";
    }
    if (outcome instanceof Failed failed) {
      return failed.reason();
    }
    return outcome instanceof Refused refused ? refused.reason() : null;
  }

  static Feed open(Tracked tracked) {
    return tracked.next == null ? tracked.feed : tracked.next;
  }
}
