package costwire.ingest.follow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which feed's turn it is: the one due for longest, but never so many of a host that others find no
 * room.
 */
final class Agenda {
  /** Polls under way at once: bounds what is held in memory. */
  static final int MAX_POLLS = 1_024;

  /** Of one host: it is asked one thing at a time anyway. */
  static final int MAX_AT_HOST = 4;

  private final TreeSet<Slot> slots =
      new TreeSet<>(Comparator.comparing(Slot::due).thenComparing(Slot::order));

  /** Due feeds of hosts that have enough polls under way. */
  private final Map<String, Deque<Slot>> crowded = new HashMap<>();

  private final Map<String, Integer> underWay = new HashMap<>();
  private int polls;
  private long order;

  /** The feed is due then, and no longer when it was before. */
  void plan(Tracked tracked, Instant due) {
    cancel(tracked);
    order++;
    tracked.slot = new Slot(tracked, due, order);
    slots.add(tracked.slot);
  }

  /** The feed is due no more. */
  void cancel(Tracked tracked) {
    Slot slot = tracked.slot;
    tracked.slot = null;
    if (slot != null && !slots.remove(slot)) {
      Deque<Slot> others = crowded.getOrDefault(tracked.host, new ArrayDeque<>());
      others.remove(slot);
      if (others.isEmpty()) {
        crowded.remove(tracked.host);
      }
    }
  }

  /** The feed to poll now, whose poll counts as under way from here on; null if there is none. */
  @Nullable Tracked next(Instant now) {
    while (polls < MAX_POLLS && !slots.isEmpty() && !slots.first().due.isAfter(now)) {
      Slot slot = slots.pollFirst();
      String host = slot.tracked.host;
      if (underWay.getOrDefault(host, 0) < MAX_AT_HOST) {
        slot.tracked.slot = null;
        underWay.merge(host, 1, Integer::sum);
        polls++;
        return slot.tracked;
      }
      crowded.computeIfAbsent(host, first -> new ArrayDeque<>()).add(slot);
    }
    return null;
  }

  /** A poll of the feed is over: there is room at its host. */
  void over(Tracked tracked) {
    polls--;
    underWay.computeIfPresent(tracked.host, (host, count) -> count == 1 ? null : count - 1);
    Deque<Slot> others = crowded.get(tracked.host);
    if (others != null) {
      slots.add(others.remove());
      if (others.isEmpty()) {
        crowded.remove(tracked.host);
      }
    }
  }

  int polls() {
    return polls;
  }

  /** When a feed is due; of two that are due at once the one planned first comes first. */
  record Slot(Tracked tracked, Instant due, long order) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Slot slot && slot.order == order;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(order);
    }
  }
}
