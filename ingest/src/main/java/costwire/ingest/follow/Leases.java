package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.Feed.State;
import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Accepted;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.PutOff;
import costwire.ingest.Hub;
import costwire.ingest.Push;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When hubs are asked to tell of changes, and what follows from what they say. A feed's polls are
 * the occasions: each looks whether the lease is to be asked for or renewed, and while there is
 * one, the next poll is a long way off.
 */
final class Leases {
  /** Until a hub is first asked: whoever answers it must have read what we ask it for. */
  static final Duration SETTLE = Duration.ofSeconds(5);

  /** What is asked for; a hub gives what it likes. */
  static final Duration WANTED = Duration.ofDays(10);

  /** However often a hub calls, a feed is asked no more often. */
  private static final Duration SPACING = Duration.ofMinutes(1);

  private Leases() {}

  /** A poll went through and its state is in the batch: looks after the feed's hub. */
  static void settle(Tracked tracked, Poll poll, Batch batch) {
    Hub before = FeedAnswers.open(tracked).stateOrNew().hub();
    Hub named = named(FeedAnswers.open(tracked), poll, batch.now());
    if (before != null && (named == null || !named.asksLike(before))) {
      end(tracked, batch);
      before = null;
    }
    Feed feed = FeedAnswers.open(tracked);
    Hub hub = before == null ? named : before;
    if (before != null && isTime(feed, before, batch.now())) {
      hub = before.asked(batch.now());
      batch.hubs.add(new HubRequest(feed.url(), hub, WANTED));
    }
    Instant due = due(tracked, feed, poll, batch.now());
    State state = feed.stateOrNew();
    if (!Objects.equals(hub, state.hub()) || !Objects.equals(due, state.nextPollAt())) {
      batch.touch(tracked, feed.with(state.but().hub(hub).nextPollAt(due).build()));
    }
  }

  private static @Nullable Instant due(Tracked tracked, Feed feed, Poll poll, Instant now) {
    // Told of a change that is not to be seen: what answers us may be a copy that lags behind.
    boolean lagging = tracked.told && !poll.changed;
    tracked.told = poll.pushed;
    Instant usual = feed.stateOrNew().nextPollAt();
    if (poll.pushed) {
      return earlier(usual, spaced(feed));
    }
    return poll.troubled || lagging ? usual : seldom(feed, now);
  }

  /** The feed ended, or names its hub no longer, which need not tell us any more. */
  static void end(Tracked tracked, Batch batch) {
    HubRequest request = goodbye(tracked.feed);
    if (request != null) {
      batch.hubs.add(request);
    }
    Feed feed = FeedAnswers.open(tracked);
    if (feed.push() != null) {
      feed = feed.hearing(feed.push().ended(batch.now()));
    }
    batch.touch(tracked, feed.with(feed.stateOrNew().but().hub(null).build()));
  }

  /** What to tell the hub of a feed that is followed no longer; null if there is nothing to. */
  static @Nullable HubRequest goodbye(Feed feed) {
    Hub hub = feed.stateOrNew().hub();
    return hub == null || hub.askedAt() == null ? null : new HubRequest(feed.url(), hub, null);
  }

  private static @Nullable Hub named(Feed feed, Poll poll, Instant now) {
    if (poll.copy == null) {
      return feed.stateOrNew().hub();
    }
    String hub = poll.copy.hub();
    String self = poll.copy.self();
    return hub == null ? null : Hub.found(hub, self == null ? feed.url() : self, now.plus(SETTLE));
  }

  private static boolean isTime(Feed feed, Hub hub, Instant now) {
    Push push = feed.pushOrNone();
    Instant until = push.leaseUntil();
    // Two polls before it ends, so that a hub that fails once can be asked again.
    Duration lead = Schedule.ceiling(feed.interval()).multipliedBy(2);
    boolean wanting = until == null || until.isBefore(now.plus(lead));
    return wanting && hub.mayBeAsked(now);
  }

  /** While the hub tells us, we ask for ourselves now and then, and before its lease ends. */
  private static @Nullable Instant seldom(Feed feed, Instant now) {
    Instant usual = feed.stateOrNew().nextPollAt();
    Push push = feed.pushOrNone();
    if (usual == null || push.leaseUntil() == null || !push.isLive(now)) {
      return usual;
    }
    Instant late = now.plus(Schedule.ceiling(feed.interval()));
    Instant ending = push.leaseUntil().minus(feed.interval().multipliedBy(2));
    Instant wanted =
        QuietHours.after(feed.stateOrNew().wishes(), ending.isBefore(late) ? ending : late);
    return wanted.isAfter(usual) ? wanted : usual;
  }

  /**
   * What others wrote of a feed is taken in.
   *
   * @param read the record, over what we knew
   */
  static Feed heard(Feed before, Feed read) {
    Push was = before.pushOrNone();
    Push is = read.pushOrNone();
    State state = read.state();
    if (state == null || is.equals(was)) {
      return read;
    }
    Hub hub = state.hub();
    if (hub != null
        && is.leaseUntil() != null
        && !Objects.equals(is.leaseUntil(), was.leaseUntil())) {
      hub = hub.granted();
    }
    Instant due = state.nextPollAt();
    // A feed that fails is left alone as long as it would be: its next poll sees the change too.
    if (isPush(before, read) && state.failures() == 0) {
      due = earlier(due, spaced(read));
    }
    return read.with(state.but().hub(hub).nextPollAt(due).build());
  }

  static boolean isPush(Feed before, Feed read) {
    Instant pushed = read.pushOrNone().pushedAt();
    return pushed != null && !pushed.equals(before.pushOrNone().pushedAt());
  }

  /** How a hub took what we asked of it. */
  static void take(@Nullable Tracked tracked, Answer.OfHub answer, Batch batch) {
    boolean taken = answer.outcome() instanceof Accepted;
    String word = answer.request().subscribes() ? "asked" : "left";
    batch.count("costwire.websub", "outcome", taken ? word : "not-" + word);
    Hub hub = tracked == null ? null : FeedAnswers.open(tracked).stateOrNew().hub();
    boolean current = hub != null && hub.asksLike(answer.request().hub());
    if (tracked == null || hub == null || !current || !answer.request().subscribes()) {
      return;
    }
    Feed feed = FeedAnswers.open(tracked);
    Duration rest = rest(answer.outcome());
    Hub next =
        hub.answered(
            taken ? null : answer.outcome().reason(), rest == null ? null : batch.now().plus(rest));
    if (!next.equals(hub)) {
      batch.touch(tracked, feed.with(feed.stateOrNew().but().hub(next).build()));
    }
  }

  private static @Nullable Duration rest(FetchOutcome outcome) {
    if (outcome instanceof PutOff off) {
      return off.rest();
    }
    return outcome instanceof Failed failed ? failed.retryAfter() : null;
  }

  /** Null: at once. */
  private static @Nullable Instant spaced(Feed feed) {
    Instant last = feed.stateOrNew().lastFetchedAt();
    Duration interval = feed.interval();
    return last == null ? null : last.plus(interval.compareTo(SPACING) < 0 ? interval : SPACING);
  }

  /** Null is now. */
  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other == null ? null : one.isBefore(other) ? one : other;
  }
}
