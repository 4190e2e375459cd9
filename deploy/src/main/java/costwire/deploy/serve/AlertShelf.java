package costwire.deploy.serve;

import costwire.aggregate.Alert;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The newest alerts, at most so many, each once. Not safe for use by many threads. */
final class AlertShelf {
  /** An alert and where in the topic it stands. */
  record Held(Alert alert, int partition, long offset) {}

  private final int most;
  private final Map<String, Held> byId = new HashMap<>();
  private final NavigableMap<Place, Held> all = new TreeMap<>();

  AlertShelf(int most) {
    this.most = most;
  }

  /**
   * Takes in an alert.
   *
   * @return whether it is news; the aggregation says the same again after it began anew
   */
  boolean put(Held held) {
    if (byId.putIfAbsent(held.alert().id(), held) != null) {
      return false;
    }
    all.put(Place.of(held.alert()), held);
    if (all.size() > most) {
      byId.remove(all.pollLastEntry().getValue().alert().id());
    }
    return true;
  }

  /** Those after a place, all if it is null, newest first. */
  Stream<Alert> after(@Nullable Place place) {
    return Place.after(place, all).map(Held::alert);
  }

  /** Those that were missed, in the order they came. */
  List<Held> since(Predicate<Held> missed) {
    return all.values().stream()
        .filter(missed)
        .sorted(Comparator.comparingInt(Held::partition).thenComparingLong(Held::offset))
        .toList();
  }
}
