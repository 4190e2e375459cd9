package costwire.deploy.serve;

import costwire.aggregate.Alert;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The newest alerts, at most so many, each once. Not safe for use by many threads. */
final class AlertShelf {
  /** An alert and where in the topic it stands. */
  record Held(Alert alert, int partition, long offset) {}

  private final int most;
  private final Set<String> ids = new HashSet<>();
  private final CompanyShelf<Held> shelf = new CompanyShelf<>();

  AlertShelf(int most) {
    this.most = most;
  }

  /**
   * Takes in an alert.
   *
   * @return whether it is news; the aggregation says the same again after it began anew
   */
  boolean put(Held held) {
    Alert alert = held.alert();
    if (!ids.add(alert.id())) {
      return false;
    }
    shelf.put(Place.of(alert), alert.companyId(), held);
    if (shelf.size(null) > most) {
      Alert oldest = shelf.oldest().alert();
      ids.remove(oldest.id());
      shelf.remove(Place.of(oldest), oldest.companyId());
    }
    return true;
  }

  /** Those after a place, all if it is null, of one company, all if that is null; newest first. */
  Stream<Alert> after(@Nullable Place place, @Nullable String company) {
    return shelf.after(place, company).map(Held::alert);
  }

  /** Those that were missed, in the order they came. */
  List<Held> since(Predicate<Held> missed) {
    return shelf.values().stream()
        .filter(missed)
        .sorted(Comparator.comparingInt(Held::partition).thenComparingLong(Held::offset))
        .toList();
  }
}
