package costwire.ingest.follow;

import costwire.ingest.Feed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of our partitions and the polls under way. Knows no Kafka client: it is told what the
 * topic says and what the web answers, and gives batches to write. One thread uses it, but for the
 * answers, which come from any.
 */
final class Desk {
  /** Polls under way at once: bounds what is held in memory. */
  private static final int MAX_POLLS = 256;

  private static final int MAX_ANSWERS = 100;

  private final Map<String, Tracked> feeds = new HashMap<>();
  private final Set<Integer> ready = new HashSet<>();
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
      feeds.put(url, new Tracked(partition, feed));
    } else {
      Feed merged = feed.over(tracked.feed);
      tracked.dirty = !merged.equals(feed) || offset < tracked.written;
      tracked.ended = false;
      tracked.feed = merged;
      tracked.next = merged;
    }
  }

  private void end(@Nullable Tracked tracked, long offset) {
    if (tracked == null) {
      return;
    }
    if (offset < tracked.written) {
      // We wrote its state before we heard: the end must stand last in the topic.
      tracked.ended = true;
      tracked.dirty = true;
      tracked.poll = null;
    } else {
      feeds.remove(tracked.feed.url());
    }
  }

  /** The partition was read to where it stood when it became ours. */
  void ready(int partition) {
    ready.add(partition);
  }

  /** The partition is somebody else's now: what we had under way is theirs to do. */
  void drop(int partition) {
    ready.remove(partition);
    feeds.values().removeIf(tracked -> tracked.partition == partition);
  }

  /** Asks for every feed that is due. */
  void askDue(Instant now) {
    long underWay = feeds.values().stream().filter(tracked -> tracked.poll != null).count();
    for (Tracked tracked : feeds.values()) {
      Instant due = tracked.feed.stateOrNew().nextPollAt();
      boolean idle = tracked.poll == null && !tracked.ended && ready.contains(tracked.partition);
      if (idle && (due == null || !due.isAfter(now)) && underWay < MAX_POLLS) {
        underWay++;
        polls++;
        tracked.poll = new Poll(polls);
        asking.feed(tracked.feed, polls);
      }
    }
  }

  /** Takes in the answers that came, and what has to be written back. */
  void work(Batch batch) {
    for (Tracked tracked : feeds.values()) {
      if (tracked.dirty && ready.contains(tracked.partition)) {
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
    Poll poll = tracked == null ? null : tracked.poll;
    if (tracked == null || poll == null || poll.id != answer.poll()) {
      return;
    }
    if (answer instanceof Answer.OfFeed feed) {
      FeedAnswers.take(tracked, poll, feed, batch);
    } else if (answer instanceof Answer.OfPage page) {
      poll.asked--;
      PageAnswers.take(tracked, poll, page, batch);
    }
    if (tracked.poll != null) {
      goOn(tracked, poll, batch);
    }
  }

  private void goOn(Tracked tracked, Poll poll, Batch batch) {
    if (poll.isDone()) {
      FeedAnswers.finish(tracked, poll, batch);
      tracked.poll = null;
      return;
    }
    List<Page> next = new ArrayList<>();
    while (poll.asked < Poll.PAGES_AT_ONCE && !poll.waiting.isEmpty()) {
      next.add(poll.waiting.remove());
      poll.asked++;
    }
    next.forEach(page -> asking.page(tracked.feed.url(), poll.id, page));
  }

  /** The batch is in the topic: our record of each feed stands at this offset. */
  void committed(Batch batch, Map<String, Long> offsets) {
    batch.touched.forEach(
        (url, tracked) -> {
          tracked.written = offsets.getOrDefault(url, tracked.written);
          tracked.dirty = false;
          if (tracked.next == null) {
            feeds.remove(url);
          } else {
            tracked.feed = tracked.next;
          }
        });
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
