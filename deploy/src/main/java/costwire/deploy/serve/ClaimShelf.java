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

    Place place() {
      return Place.of(claim);
    }
  }

  /** What one claim in so many may mention is soon come across in a walk. */
  private static final int FEW = 8;

  /** How many there are. */
  record Totals(int claims, int articles, int languages, int companies) {}

  private final int most;
  private final Map<String, Held> byId = new HashMap<>();
  private final CompanyShelf<Held> shelf = new CompanyShelf<>();
  private final WordIndex words = new WordIndex();
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

  /** All, newest first. */
  Stream<Held> all() {
    return shelf.values().stream();
  }

  /** Those that the filter allows after a place, null being before all; newest first. */
  Stream<Held> find(ClaimFilter filter, @Nullable Place after) {
    Predicate<Held> test = filter.test();
    int most = shelf.size(filter.company()) / FEW;
    Stream<Held> few = filter.query() == null ? null : words.candidates(filter.wanted(), most);
    if (few == null) {
      return shelf.after(after, filter.company()).filter(test);
    }
    return few.filter(test)
        .filter(held -> after == null || held.place().compareTo(after) > 0)
        .sorted(Comparator.comparing(Held::place));
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
    shelf.put(held.place(), claim.companyId(), held);
    words.add(held);
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
    shelf.remove(held.place(), claim.companyId());
    words.remove(held);
    articles.computeIfPresent(claim.articleId(), (key, n) -> n == 1 ? null : n - 1);
    if (claim.language() != null) {
      languages.computeIfPresent(claim.language(), (key, n) -> n == 1 ? null : n - 1);
    }
  }
}
