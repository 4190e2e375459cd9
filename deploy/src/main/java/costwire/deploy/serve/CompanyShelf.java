package costwire.deploy.serve;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of companies, newest first: all of it, and each company's own. */
final class CompanyShelf<T> {
  private final NavigableMap<Place, T> all = new TreeMap<>();
  private final Map<String, NavigableMap<Place, T>> byCompany = new HashMap<>();

  void put(Place place, String company, T item) {
    all.put(place, item);
    byCompany.computeIfAbsent(company, key -> new TreeMap<>()).put(place, item);
  }

  void remove(Place place, String company) {
    all.remove(place);
    byCompany.computeIfPresent(
        company,
        (key, own) -> {
          own.remove(place);
          return own.isEmpty() ? null : own;
        });
  }

  /**
   * @throws java.util.NoSuchElementException if there is none
   */
  T oldest() {
    return Objects.requireNonNull(all.get(all.lastKey()));
  }

  /**
   * @param company null: of all together
   */
  int size(@Nullable String company) {
    return of(company).size();
  }

  /** How many companies there is something of, but for one. */
  int companiesBut(String company) {
    return byCompany.size() - (byCompany.containsKey(company) ? 1 : 0);
  }

  /** All, newest first. */
  Collection<T> values() {
    return all.values();
  }

  /** Those after a place, all if it is null, of one company, all if that is null. */
  Stream<T> after(@Nullable Place place, @Nullable String company) {
    return Place.after(place, of(company));
  }

  private NavigableMap<Place, T> of(@Nullable String company) {
    return company == null ? all : byCompany.getOrDefault(company, Collections.emptyNavigableMap());
  }
}
