package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.Feed.Known;
import costwire.ingest.Feed.State;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.NotModified;
import costwire.ingest.FetchOutcome.PutOff;
import costwire.ingest.Listing;
import costwire.ingest.StateDraft;
import costwire.ingest.Wishes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an answer to a feed's request means for its state. */
final class FeedAnswers {
  private FeedAnswers() {}

  /**
   * Takes the answer in.
   *
   * @return whether the poll goes on to its pages; else it is over, and failed
   */
  static boolean take(Tracked tracked, Poll poll, Answer.OfFeed answer, Batch batch) {
    FetchOutcome outcome = answer.outcome();
    String fault = fault(answer);
    boolean unreadable = answer.fault() != null;
    batch.count("costwire.feed.fetches", "outcome", unreadable ? "unreadable" : outcome.name());
    if (fault != null && !answer.part()) {
      fail(tracked, poll, fault, answer, batch);
      return false;
    }
    if (outcome instanceof NotModified same) {
      poll.notice = same.notice();
    } else if (outcome instanceof Fetched fetched && answer.listing() != null) {
      list(poll, answer, fetched, answer.listing());
    }
    // A part that fails may come next time; one that is gone or broken may not.
    poll.troubled |=
        outcome instanceof PutOff || (outcome instanceof Failed failed && failed.retryable());
    poll.incomplete |= fault != null && !(outcome instanceof Gone);
    if (poll.asked == 0 && poll.parts.isEmpty() && poll.copy != null) {
      plan(open(tracked), poll);
    }
    return true;
  }

  private static void list(Poll poll, Answer.OfFeed answer, Fetched fetched, Listing listing) {
    if (!answer.part()) {
      poll.notice = fetched.notice();
      poll.copy =
          new Poll.Copy(
              fetched.etag(),
              fetched.lastModified(),
              fetched.url().toString(),
              Wishes.of(listing),
              listing.hub(),
              listing.self());
      poll.hasParts = !listing.others().isEmpty();
      listing.others().stream().distinct().limit(Poll.MAX_PARTS).forEach(poll.parts::add);
    }
    poll.entries.addAll(answer.part() ? Plan.newest(listing.entries()) : listing.entries());
  }

  /** The feed and all its parts have answered. */
  private static void plan(Feed feed, Poll poll) {
    if (poll.hasParts) {
      poll.entries = new ArrayList<>(Plan.newest(poll.entries));
    }
    // A part that is missing now has not dropped its entries.
    poll.waiting = Plan.of(feed, poll.entries, !poll.incomplete);
    poll.changed = Plan.isNews(feed, poll.entries);
    poll.troubled |= poll.waiting.size() >= Plan.MAX_PAGES;
    poll.listed = Plan.followed(poll.entries).stream().map(Prints::key).collect(Collectors.toSet());
    poll.entries = List.of();
  }

  /**
   * The poll went through: its state is written.
   *
   * @param follows whether a feed of this address is followed here
   */
  static void finish(Tracked tracked, Poll poll, Batch batch, Predicate<String> follows) {
    Feed feed = open(tracked);
    State state = feed.stateOrNew();
    StateDraft draft =
        state
            .but()
            .succeeded(batch.now())
            .pace(Schedule.pace(feed, poll.changed))
            .movingTo(Moves.heard(feed, poll.notice))
            .entries(listedLast(state.entries(), poll.listed));
    Poll.Copy copy = poll.copy;
    if (copy != null) {
      String source = copy.source().equals(feed.url()) ? null : copy.source();
      draft.wishes(copy.wishes()).copy(copy.etag(), copy.lastModified(), source);
    }
    if (poll.troubled || poll.notBefore != null) {
      draft.copy(null, null, null);
    }
    State next = draft.build();
    Instant due =
        Schedule.afterSuccess(feed, next, poll.notice.freshFor(), batch.now(), poll.notBefore);
    Feed after = feed.with(next.but().nextPollAt(due).build());
    String moved = Moves.settled(state, next);
    if (moved == null) {
      batch.touch(tracked, after);
    } else {
      Moves.move(tracked, after, moved, batch, follows.test(moved));
    }
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
    FetchOutcome outcome = answer.outcome();
    // The same fault again is no news.
    if (outcome instanceof Fetched fetched && !Objects.equals(fault, state.lastError())) {
      batch.deadLetter(feed.url(), fetched.body(), "unreadable-feed", fault);
    }
    StateDraft next = state.but();
    if (outcome instanceof PutOff off) {
      // The feed did nothing wrong: it is asked as soon as its host may be.
      next.failed(batch.now(), state.failures(), fault)
          .nextPollAt(Schedule.afterRest(feed, off.rest(), batch.now()));
    } else if (outcome instanceof Gone gone && gone.status() == 410) {
      next.failed(batch.now(), state.failures() + 1, fault).endedAt(batch.now()).nextPollAt(null);
    } else {
      poll.rest(outcome instanceof Failed failed ? failed.retryAfter() : null, batch.now());
      int failures = state.failures() + 1;
      next.failed(batch.now(), failures, fault)
          .nextPollAt(Schedule.afterFailure(feed, failures, batch.now(), poll.notBefore));
    }
    batch.touch(tracked, feed.with(next.build()));
  }

  private static @Nullable String fault(Answer.OfFeed answer) {
    FetchOutcome outcome = answer.outcome();
    if (answer.fault() != null || outcome instanceof NotModified) {
      return answer.fault();
    }
    if (outcome instanceof Gone gone) {
      return gone.status() == 410 ? "the feed is gone for ever (410)" : "there is no feed (404)";
    }
    return outcome instanceof Fetched ? null : outcome.reason();
  }

  static Feed open(Tracked tracked) {
    return tracked.next == null ? tracked.feed : tracked.next;
  }
}
