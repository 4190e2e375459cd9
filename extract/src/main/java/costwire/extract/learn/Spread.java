package costwire.extract.learn;

import java.util.HashMap;
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
}
