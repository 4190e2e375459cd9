package costwire.deploy.serve;

import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Subscription;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the topics of subscriptions and deliveries say at this moment, in memory. */
public final class NotifyModel {
  /** Deliveries beyond these are in the topic only; those that changed longest ago leave first. */
  static final int MAX_DELIVERIES = 20_000;

  private static final Comparator<Delivery> NEWEST_FIRST =
      Comparator.comparing(Delivery::createdAt).reversed().thenComparing(Delivery::id);

  private final Map<String, Subscription> subscriptions = new TreeMap<>();
  private final Map<String, Delivery> deliveries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Delivery> eldest) {
          return size() > MAX_DELIVERIES;
        }
      };

  /** Takes in a subscription; null: it has ended. */
  synchronized void subscription(String id, @Nullable Subscription subscription) {
    if (subscription == null) {
      subscriptions.remove(id);
    } else {
      subscriptions.put(id, subscription);
    }
  }

  /** Takes in a delivery as it stands now. */
  synchronized void delivery(Delivery delivery) {
    deliveries.remove(delivery.id());
    deliveries.put(delivery.id(), delivery);
  }

  /** All subscriptions, oldest first. */
  public synchronized List<Subscription> subscriptions() {
    return subscriptions.values().stream()
        .sorted(Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id))
        .toList();
  }

  public synchronized @Nullable Subscription subscription(String id) {
    return subscriptions.get(id);
  }

  /** Null if it is not known, or not any more. */
  public synchronized @Nullable Delivery delivery(String id) {
    return deliveries.get(id);
  }

  /** The newest of those that the filter allows, after a place, newest first. */
  synchronized List<Delivery> deliveries(
      Predicate<Delivery> filter, @Nullable Place after, int limit) {
    return deliveries.values().stream()
        .filter(filter)
        .filter(delivery -> after == null || Place.of(delivery).compareTo(after) > 0)
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }
}
