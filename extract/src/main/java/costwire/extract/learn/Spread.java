package costwire.extract.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In how many articles each feature was seen: what is particular to one says nothing of others. */
final class Spread {
  private final Map<String, Seen> features = new HashMap<>();

  private static final class Seen {
    int articles;
    int last = -1;
  }

  /** A feature is seen in an article, whose numbers come in order. */
  void see(String feature, int article) {
    Seen seen = features.computeIfAbsent(feature, name -> new Seen());
    if (seen.last != article) {
      seen.last = article;
      seen.articles++;
    }
  }

  /** Whether a feature was seen in so many articles. */
  boolean isIn(int least, String feature) {
    Seen seen = features.get(feature);
    return seen != null && seen.articles >= least;
  }

  /**
   * The features that are seen in so many articles.
   *
   * @param numbers all features, numbered in their order
   */
  Kept inArticles(int least, Map<String, Integer> numbers) {
    List<String> names = new ArrayList<>();
    int[] renumbered = new int[numbers.size()];
    numbers.forEach(
        (name, number) -> {
          boolean kept = isIn(least, name);
          renumbered[number] = kept ? names.size() : -1;
          if (kept) {
            names.add(name);
          }
        });
    return new Kept(names.toArray(String[]::new), renumbered);
  }

  /**
   * Features that count.
   *
   * @param renumbered for each of all features its number among these, or -1
   */
  record Kept(String[] names, int[] renumbered) {
    /** Those of some features that count, by their new numbers. */
    int[] of(int[] features) {
      return Arrays.stream(features).map(f -> renumbered[f]).filter(f -> f >= 0).toArray();
    }
  }
}
