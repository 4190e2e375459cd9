package costwire.extract.name;

import costwire.extract.learn.Decider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What speaks for each tag of each word of a sentence. Features that come together are summed up
 * once and remembered: most facets of a sentence's words have been seen in another.
 */
final class TagScores {
  private final int tags;
  private final double[][] sums;

  /** For each word the weights that also depend on the tag before it. */
  private final double[][] marked;

  private final Known known;

  /** The model's weights of facets, for all sentences. */
  static final class Known {
    /** Facets remembered: those of many articles. */
    private static final int MOST = 50_000;

    private final Decider decider;
    private final Map<Facet, double[]> weights = new ConcurrentHashMap<>();

    Known(Decider decider) {
      this.decider = decider;
    }

    /** Those of each place, a tag after the other. */
    double[] of(Facet facet) {
      double[] found = weights.get(facet);
      if (found == null) {
        if (weights.size() >= MOST) {
          weights.clear();
        }
        found = summed(facet);
        weights.put(facet, found);
      }
      return found;
    }

    private double[] summed(Facet facet) {
      int tags = decider.outcomes().size();
      double[] sums = new double[Facet.PLACES * tags];
      for (Trait trait : facet.traits()) {
        double[] groups = decider.weights(trait.groups());
        for (int i = 0; i < groups.length; i++) {
          sums[trait.place(i / tags) * tags + i % tags] += groups[i];
        }
      }
      return sums;
    }
  }

  TagScores(Known known, Wording.Word[] words) {
    this.known = known;
    this.tags = known.decider.outcomes().size();
    this.sums = new double[words.length][tags];
    this.marked = new double[words.length][];
    Facet.each(words, this::add);
  }

  /** Adds what a word's facet says of it and of its neighbours. */
  private void add(Facet facet, int at) {
    double[] weights = known.of(facet);
    if (facet.isMarked()) {
      marked[at] = weights;
    }
    for (int offset = -Trait.REACH; offset <= Trait.REACH; offset++) {
      int word = at - offset;
      if (word >= 0 && word < sums.length) {
        add(weights, Trait.seenFrom(offset), sums[word]);
      }
    }
  }

  private void add(double[] weights, int place, double[] sum) {
    for (int tag = 0; tag < tags; tag++) {
      sum[tag] += weights[place * tags + tag];
    }
  }

  /** What speaks for each tag of a word behind another tag, in the model's order. */
  double[] behind(int word, int before) {
    double[] behind = Arrays.copyOf(sums[word], tags);
    add(marked[word], Trait.behind(before), behind);
    return behind;
  }

  /** The likeliest sequence of tags. */
  String[] best() {
    List<String> outcomes = known.decider.outcomes();
    int[][] from = new int[sums.length][tags];
    double[] scores = new double[tags];
    for (int word = 0; word < sums.length; word++) {
      double[] next = new double[tags];
      Arrays.fill(next, Double.NEGATIVE_INFINITY);
      for (int before = 0; before < (word == 0 ? 1 : tags); before++) {
        String previous = word == 0 ? Trait.TAGS.get(0) : outcomes.get(before);
        double[] behind = behind(word, Trait.TAGS.indexOf(previous));
        for (int tag = 0; tag < tags; tag++) {
          double score = scores[before] + behind[tag];
          if (score > next[tag] && NameTagger.mayFollow(previous, outcomes.get(tag))) {
            next[tag] = score;
            from[word][tag] = before;
          }
        }
      }
      scores = next;
    }
    return path(outcomes, scores, from);
  }

  private static String[] path(List<String> outcomes, double[] scores, int[][] from) {
    int tag = 0;
    for (int other = 1; other < scores.length; other++) {
      tag = scores[other] > scores[tag] ? other : tag;
    }
    String[] path = new String[from.length];
    for (int word = from.length - 1; word >= 0; word--) {
      path[word] = outcomes.get(tag);
      tag = from[word][tag];
    }
    return path;
  }
}
