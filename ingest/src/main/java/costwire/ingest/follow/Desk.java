package costwire.ingest.follow;

import costwire.ingest.Feed;
import costwire.ingest.HostRest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of our partitions and the polls under way. Knows no Kafka client: it is told what the
 * topic says and what the web answers, and gives batches to write. One thread uses it, but for the
 * answers, which come from any.
 */
final class Desk {
  private static final int MAX_ANSWERS = 100;

  /** Between two overdue feeds of a partition that became ours: ten thousand take minutes. */
  private static final Duration STEP = Duration.ofMillis(20);

  /** Rest of hosts whose last visitor nobody knows. */
  private static final Duration TAKING_OVER = Duration.ofSeconds(2);

  private final Map<String, Tracked> feeds = new HashMap<>();
  private final Set<Integer> ready = new HashSet<>();

  /** Feeds whose last record in the topic lacks something that we know. */
  private final Set<Tracked> dirty = new LinkedHashSet<>();

  private final Agenda agenda = new Agenda();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Asking asking;
  private long polls;

  Desk(AskingOf asking) {
    this.asking = asking.answering(answers::add);
  }

  /** The topic's next record of a feed, written by somebody else, or by us in an earlier life. */
  void read(int partition, long offset, String url, @Nullable Feed feed) {
    Tracked tracked = feeds.get(url);
    if (feed == null) {
      end(tracked, offset);
    } else if (tracked == null) {
      begin(new Tracked(partition, feed));
    } else if (isIntruder(tracked.feed, feed)) {
      dirty.add(tracked);
    } else {
      Feed merged = Leases.heard(tracked.feed, feed.over(tracked.feed));
      if (Leases.isPush(tracked.feed, merged)) {
        tracked.push();
      }
      tracked.ended &= feed.tellsOnly();
      mark(tracked, !merged.equals(feed) || offset < tracked.written || tracked.ended);
      tracked.feed = merged;
      tracked.next = merged;
      plan(tracked, tracked.due());
    }
  }

  private void begin(Tracked tracked) {
    feeds.put(tracked.feed.url(), tracked);
    if (tracked.feed.tellsOnly() && ready.contains(tracked.partition)) {
      // All that the topic holds was read: its hub has not heard yet that it ended.
      tracked.ended = true;
      dirty.add(tracked);
    }
    plan(tracked, tracked.due());
  }

  /** Whether a feed moved here from elsewhere where one is followed that needs no other. */
  private static boolean isIntruder(Feed ours, Feed read) {
    String from = read.stateOrNew().movedFrom();
    return from != null && !from.equals(ours.stateOrNew().movedFrom()) && !ours.hasEnded();
  }

  private void mark(Tracked tracked, boolean isDirty) {
    if (isDirty) {
      dirty.add(tracked);
    } else {
      dirty.remove(tracked);
    }
  }

  private void end(@Nullable Tracked tracked, long offset) {
    if (tracked == null) {
      return;
    }
    HubRequest goodbye = Leases.goodbye(tracked.feed);
    if (goodbye != null && !tracked.ended && ready.contains(tracked.partition)) {
      asking.hub(goodbye);
    }
    if (offset < tracked.written) {
      // We wrote its state before we heard: the end must stand last in the topic.
      tracked.ended = true;
      dirty.add(tracked);
      leave(tracked);
    } else {
      forget(tracked);
    }
  }

  private void forget(Tracked tracked) {
    leave(tracked);
    dirty.remove(tracked);
    feeds.remove(tracked.feed.url());
  }

  /** No poll of the feed is under way any more, nor any due. */
  private void leave(Tracked tracked) {
    agenda.cancel(tracked);
    Poll poll = tracked.poll;
    if (poll != null) {
      poll.giveUp();
      tracked.poll = null;
      agenda.over(tracked);
    }
  }

  /** The feed's next poll, unless one is under way or there is to be none. */
  private void plan(Tracked tracked, @Nullable Instant due) {
    boolean rests = tracked.ended || tracked.feed.hasEnded();
    if (rests || !ready.contains(tracked.partition)) {
      agenda.cancel(tracked);
    } else if (tracked.poll == null) {
      agenda.plan(tracked, due == null ? Instant.EPOCH : due);
    }
  }

  /**
   * The partition was read to where it stood when it became ours. Feeds never asked are asked at
   * once; those overdue come one after the other, since all of them may be.
   */
  void ready(int partition, Instant now) {
    ready.add(partition);
    List<Tracked> overdue = new ArrayList<>();
    for (Tracked tracked : feeds.values()) {
      if (tracked.partition == partition) {
        Instant due = tracked.due();
        plan(tracked, due);
        if (due != null && due.isBefore(now) && tracked.slot != null) {
          overdue.add(tracked);
        }
      }
    }
    overdue.sort(
        Comparator.comparing((Tracked tracked) -> tracked.feed.stateOrNew().nextPollAt())
            .thenComparing(tracked -> tracked.feed.url()));
    Instant next = now;
    for (Tracked tracked : overdue) {
      agenda.plan(tracked, next);
      next = next.plus(STEP);
    }
  }

  /** The partition is somebody else's now: what we had under way is theirs to do. */
  void drop(int partition) {
    ready.remove(partition);
    of(partition).forEach(this::forget);
  }

  private List<Tracked> of(int partition) {
    return feeds.values().stream().filter(tracked -> tracked.partition == partition).toList();
  }

  /**
   * Drops partitions that somebody else is about to have: their hosts must not be asked by both.
   *
   * @return completes once nothing is under way at the hosts of their feeds and pages
   */
  CompletableFuture<Void> leave(Collection<Integer> partitions) {
    List<Feed> left =
        partitions.stream().flatMap(partition -> of(partition).stream()).map(t -> t.feed).toList();
    partitions.forEach(this::drop);
    return asking.quiet(left);
  }

  /**
   * The partition was somebody else's, who may have asked its hosts a moment ago: they rest as long
   * as they are known to want it.
   */
  void takeOver(int partition, Instant now) {
    for (Tracked tracked : of(partition)) {
      HostRest rest = tracked.feed.stateOrNew().rest();
      asking.leaveAllAlone(tracked.feed, TAKING_OVER);
      if (rest != null && rest.between() != null) {
        asking.leaveAlone(tracked.feed, rest.between());
      }
      if (rest != null && rest.until() != null && rest.until().isAfter(now)) {
        asking.leaveAlone(tracked.feed, Duration.between(now, rest.until()));
      }
    }
  }

  /** Asks for every feed that is due, as far as there is room. */
  void askDue(Instant now) {
    Tracked tracked = agenda.next(now);
    while (tracked != null) {
      polls++;
      tracked.poll = new Poll(polls);
      tracked.poll.asks(asking.feed(tracked.feed, polls));
      tracked = agenda.next(now);
    }
  }

  boolean hasAnswers() {
    return !answers.isEmpty();
  }

  /** Takes in the answers that came, and what has to be written back. */
  void work(Batch batch) {
    for (Tracked tracked : dirty) {
      if (ready.contains(tracked.partition)) {
        batch.touch(tracked, tracked.feed);
      }
    }
    for (int i = 0; i < MAX_ANSWERS; i++) {
      Answer answer = answers.poll();
      if (answer == null) {
        break;
      }
      take(answer, batch);
    }
    batch.touched.values().stream()
        .filter(tracked -> tracked.ended)
        .forEach(tracked -> tracked.next = null);
  }

  private void take(Answer answer, Batch batch) {
    Tracked tracked = feeds.get(answer.feed());
    if (answer instanceof Answer.OfHub hub) {
      Leases.take(tracked, hub, batch);
    } else if (answer instanceof Answer.OfPoll polled && tracked != null) {
      take(tracked, polled, batch);
    }
  }

  private void take(Tracked tracked, Answer.OfPoll answer, Batch batch) {
    Poll poll = tracked.poll;
    if (poll == null || poll.id != answer.poll()) {
      return;
    }
    boolean goesOn = true;
    if (answer instanceof Answer.OfFeed feed) {
      poll.asked -= feed.part() ? 1 : 0;
      goesOn = FeedAnswers.take(tracked, poll, feed, batch);
    } else if (answer instanceof Answer.OfPage page) {
      poll.asked--;
      PageAnswers.take(tracked, poll, page, batch);
    }
    if (goesOn && !poll.isDone()) {
      goOn(tracked, poll);
      return;
    }
    if (goesOn) {
      FeedAnswers.finish(tracked, poll, batch, this::follows);
    }
    if (asking.asksHubs() && FeedAnswers.open(tracked).hasEnded()) {
      Leases.end(tracked, batch);
    } else if (asking.asksHubs() && goesOn) {
      Leases.settle(tracked, poll, batch);
    }
    noteRest(tracked, batch);
    leave(tracked);
  }

  /** What was heard of its host while it was polled. */
  private void noteRest(Tracked tracked, Batch batch) {
    Feed feed = FeedAnswers.open(tracked);
    HostRest rest = asking.rest(feed);
    if (!feed.hasEnded() && !Objects.equals(rest, feed.stateOrNew().rest())) {
      batch.touch(tracked, feed.with(feed.stateOrNew().but().rest(rest).build()));
    }
  }

  private boolean follows(String url) {
    Tracked other = feeds.get(url);
    return other != null && !other.ended && !other.feed.hasEnded();
  }

  private void goOn(Tracked tracked, Poll poll) {
    String url = tracked.feed.url();
    List<Supplier<CompletableFuture<?>>> next = new ArrayList<>();
    while (poll.asked < Poll.PAGES_AT_ONCE && !poll.parts.isEmpty()) {
      String part = poll.parts.remove();
      next.add(() -> asking.part(url, poll.id, part));
      poll.asked++;
    }
    while (poll.asked < Poll.PAGES_AT_ONCE && !poll.waiting.isEmpty()) {
      Page page = poll.waiting.remove();
      next.add(() -> asking.page(url, poll.id, page));
      poll.asked++;
    }
    next.forEach(request -> poll.asks(request.get()));
  }

  /** The batch is in the topic: our record of each feed stands at this offset. */
  void committed(Batch batch, Map<String, Long> offsets) {
    batch.touched.forEach(
        (url, tracked) -> {
          tracked.written = offsets.getOrDefault(url, tracked.written);
          dirty.remove(tracked);
          if (tracked.next == null) {
            forget(tracked);
          } else {
            tracked.feed = tracked.next;
            plan(tracked, tracked.due());
          }
        });
    batch.hubs.forEach(asking::hub);
  }

  int size() {
    return feeds.size();
  }

  /** Makes an asker that answers here. */
  @FunctionalInterface
  interface AskingOf {
    Asking answering(Consumer<Answer> answers);
  }
}
