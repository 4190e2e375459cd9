package costwire.deploy.notify;

import costwire.aggregate.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** Alerts that wait for their message to leave, each alert once. */
final class Groups {
  private static final char SEPARATOR = '\0';

  /** Clocks of those who wrote the same alert twice may differ by so much. */
  private static final Duration SKEW = Duration.ofDays(1);

  /** The process that matched the alert may know of a subscription before this one does. */
  private static final Duration UNKNOWN = Duration.ofMinutes(1);

  private final WindowStore<String, String> taken;
  private final KeyValueStore<String, Group> store;
  private final KeyValueStore<String, Long> left;

  /** The same as the store, which is read only at the start: there is a look at all, often. */
  private final Map<String, Group> open = new HashMap<>();

  /** Where only one message may leave in an hour, each company has its turn. */
  private final NavigableSet<Waiting> longestFirst =
      new TreeSet<>(Comparator.comparing(Waiting::since).thenComparing(Waiting::key));

  /**
   * An open group's place among all.
   *
   * @param since when its first alert came
   */
  private record Waiting(Instant since, String key) {
    String subscriptionId() {
      return key.substring(0, key.indexOf(SEPARATOR));
    }
  }

  Groups(
      WindowStore<String, String> taken,
      KeyValueStore<String, Group> store,
      KeyValueStore<String, Long> left) {
    this.taken = taken;
    this.store = store;
    this.left = left;
    try (KeyValueIterator<String, Group> all = store.all()) {
      all.forEachRemaining(entry -> open(entry.key, entry.value));
    }
  }

  /**
   * Takes in an alert, unless it is in already.
   *
   * @param subscription null if it is not known, any more or yet
   * @param written when the alert was written, in milliseconds
   */
  void take(
      String subscriptionId,
      @Nullable Subscription subscription,
      Alert alert,
      long written,
      Instant now) {
    if (isTaken(subscriptionId + SEPARATOR + alert.id(), written)) {
      return;
    }
    boolean digest = subscription != null && digest(subscription) != null;
    String key = subscriptionId + SEPARATOR + (digest ? "" : alert.companyId());
    Group group = open.get(key);
    Group longer = group == null ? Group.of(alert, now) : group.and(alert, now);
    open(key, longer);
    store.put(key, longer);
  }

  private boolean isTaken(String key, long written) {
    Instant at = Instant.ofEpochMilli(written);
    try (WindowStoreIterator<String> before =
        taken.fetch(key, at.minus(Duration.ofDays(90)), at.plus(SKEW))) {
      if (before.hasNext()) {
        return true;
      }
    }
    taken.put(key, "", written);
    return false;
  }

  private void open(String key, Group group) {
    open.put(key, group);
    longestFirst.add(new Waiting(group.first(), key));
  }

  /** The messages that may leave; their alerts wait no more, nor those for nobody. */
  List<Delivery> leaving(Instant now, Function<String, @Nullable Subscription> book) {
    List<Delivery> leaving = new ArrayList<>();
    for (Iterator<Waiting> all = longestFirst.iterator(); all.hasNext(); ) {
      Waiting waiting = all.next();
      String id = waiting.subscriptionId();
      Subscription subscription = book.apply(id);
      Group group = Objects.requireNonNull(open.get(waiting.key()), "who waits is open");
      Instant end = subscription == null ? group.last().plus(UNKNOWN) : leaves(subscription, group);
      if (!end.isAfter(now)) {
        all.remove();
        open.remove(waiting.key());
        store.delete(waiting.key());
        if (subscription != null) {
          left.put(id, now.toEpochMilli());
          leaving.add(Delivery.of(id, group.alerts(), group.more(), now));
        }
      }
    }
    return leaving;
  }

  /** When their last messages left is kept only for subscriptions that are there. */
  void forgetEnded(Function<String, @Nullable Subscription> book) {
    try (KeyValueIterator<String, Long> all = left.all()) {
      while (all.hasNext()) {
        String id = all.next().key;
        if (book.apply(id) == null) {
          left.delete(id);
        }
      }
    }
  }

  private Instant leaves(Subscription subscription, Group group) {
    Long before = left.get(subscription.id());
    return subscription
        .pace()
        .leaves(
            group.first(),
            group.last(),
            before == null ? null : Instant.ofEpochMilli(before),
            digest(subscription));
  }

  private static Deliver.@Nullable Digest digest(Subscription subscription) {
    Deliver.Email email = subscription.deliver().email();
    return email == null ? null : email.digest();
  }
}
