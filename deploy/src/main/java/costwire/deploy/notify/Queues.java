package costwire.deploy.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Messages that are not through, one queue for each subscription and company, so that their order
 * is kept. Which message is the first of each queue and when it is due is in memory: the store is
 * read for it only at the start, as it holds a gravestone for every message that left.
 */
final class Queues {
  private static final char SEPARATOR = '\0';

  /** Beyond every key that begins with the same and a separator. */
  private static final char AFTER = SEPARATOR + 1;

  private final KeyValueStore<String, Delivery> queued;
  private final Map<String, Head> heads = new HashMap<>();
  private final NavigableSet<Head> due =
      new TreeSet<>(Comparator.comparing(Head::at).thenComparing(Head::key));

  /**
   * The first message of a queue.
   *
   * @param key of the message in the store
   * @param at when it is due
   */
  record Head(String key, Instant at) {
    /** Whose it is. */
    String subscriptionId() {
      return key.substring(0, key.indexOf(SEPARATOR));
    }

    String queue() {
      return key.substring(0, key.lastIndexOf(SEPARATOR));
    }
  }

  Queues(KeyValueStore<String, Delivery> queued) {
    this.queued = queued;
    try (KeyValueIterator<String, Delivery> all = queued.all()) {
      while (all.hasNext()) {
        KeyValue<String, Delivery> next = all.next();
        Instant at = next.value.nextAt();
        Head head = new Head(next.key, at == null ? next.value.createdAt() : at);
        if (!heads.containsKey(head.queue())) {
          put(head);
        }
      }
    }
  }

  /**
   * Puts a message at the end of its queue.
   *
   * @param place higher than those of all before it
   */
  void add(Delivery delivery, long place) {
    String company = delivery.companyId();
    String queue = delivery.subscriptionId() + SEPARATOR + (company == null ? "" : company);
    String key = queue + SEPARATOR + String.format(Locale.ROOT, "%019d", place);
    queued.put(key, delivery);
    if (!heads.containsKey(queue)) {
      put(new Head(key, delivery.createdAt()));
    }
  }

  /** The message at the head of a queue. */
  Delivery message(Head head) {
    return Objects.requireNonNull(queued.get(head.key()), "a queue's head is in its store");
  }

  /** The head of its queue is tried again. */
  void postpone(Head head, Delivery tried, Instant next) {
    queued.put(head.key(), tried);
    due.remove(head);
    put(new Head(head.key(), next));
  }

  /** The head of its queue is through, or given up; the next one is due at once. */
  void remove(Head head, Instant now) {
    queued.delete(head.key());
    due.remove(head);
    heads.remove(head.queue());
    try (KeyValueIterator<String, Delivery> rest = queued.range(head.key(), head.queue() + AFTER)) {
      if (rest.hasNext()) {
        put(new Head(rest.next().key, now));
      }
    }
  }

  private void put(Head head) {
    heads.put(head.queue(), head);
    due.add(head);
  }

  /** The heads that are due, the longest due first. */
  List<Head> due(Instant now) {
    return new ArrayList<>(due.headSet(new Head("", now.plusMillis(1))));
  }
}
