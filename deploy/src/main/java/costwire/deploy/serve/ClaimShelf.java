package costwire.deploy.serve;

import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims that stand, newest first, at most so many. Not safe for use by many threads. */
final class ClaimShelf {
  /**
   * A claim and where in the topic it stands.
   *
   * @param words that it is found by, in small letters
   */
  record Held(Claim claim, int partition, long offset, String words) {
    Held(Claim claim, int partition, long offset) {
      this(claim, partition, offset, ClaimFilter.words(claim));
    }
  }

  /** How many there are. */
  record Totals(int claims, int articles, int languages, int companies) {}

  private final int most;
  private final Map<String, Held> byId = new HashMap<>();
  private final CompanyShelf<Held> shelf = new CompanyShelf<>();
  private final Map<String, Integer> articles = new HashMap<>();
  private final Map<String, Integer> languages = new HashMap<>();

  /** The latest retractions, for those who were away when they came. */
  private final Map<String, Held> retracted;

  ClaimShelf(int most) {
    this.most = most;
    this.retracted =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > most;
          }
        };
  }

  void put(Held held) {
    String id = held.claim().id();
    remove(byId.remove(id));
    retracted.remove(id);
    if (held.claim().retracted()) {
      retracted.put(id, held);
      return;
    }
    byId.put(id, held);
    add(held);
    if (byId.size() > most) {
      Held oldest = shelf.oldest();
      byId.remove(oldest.claim().id());
      remove(oldest);
    }
  }

  @Nullable Claim get(String id) {
    Held held = byId.get(id);
    return held == null ? null : held.claim();
  }

  /** Those after a place, all if it is null, of one company, all if that is null. */
  Stream<Held> after(@Nullable Place place, @Nullable String company) {
    return shelf.after(place, company);
  }

  /** Those that came at or after the offsets, retractions included, in the order they came. */
  List<Held> since(Predicate<Held> missed) {
    List<Held> found = new ArrayList<>();
    Stream.concat(byId.values().stream(), retracted.values().stream())
        .filter(missed)
        .sorted(Comparator.comparingInt(Held::partition).thenComparingLong(Held::offset))
        .forEach(found::add);
    return found;
  }

  /** How many claims there are in each language. */
  Map<String, Integer> languages() {
    return new TreeMap<>(languages);
  }

  Totals totals() {
    int companies = shelf.companiesBut(Claim.UNATTRIBUTED);
    return new Totals(byId.size(), articles.size(), languages.size(), companies);
  }

  private void add(Held held) {
    Claim claim = held.claim();
    shelf.put(Place.of(claim), claim.companyId(), held);
    articles.merge(claim.articleId(), 1, Integer::sum);
    if (claim.language() != null) {
      languages.merge(claim.language(), 1, Integer::sum);
    }
  }

  private void remove(@Nullable Held held) {
    if (held == null) {
      return;
    }
    Claim claim = held.claim();
    shelf.remove(Place.of(claim), claim.companyId());
    articles.computeIfPresent(claim.articleId(), (key, n) -> n == 1 ? null : n - 1);
    if (claim.language() != null) {
      languages.computeIfPresent(claim.language(), (key, n) -> n == 1 ? null : n - 1);
    }
  }
}
