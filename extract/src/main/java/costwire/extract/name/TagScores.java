package costwire.extract.name;

import costwire.extract.learn.Decider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for each tag of each word of a sentence. Features that come together are summed up
 * once and remembered: most of a sentence's traits have been seen in another.
 */
final class TagScores implements Trait.Gatherer {
  private final Known known;
  private final int tags;
  private final double[][] sums;

  /** The weights of each word's own traits that also depend on the tag before it. */
  private final List<List<double[]>> dependent = new ArrayList<>();

  private @Nullable Trait last;
  private double[] weights = {};

  /** The model's weights of traits, for all sentences. */
  static final class Known {
    /** Traits remembered: those of many articles. */
    private static final int MOST = 50_000;

    private final Decider decider;
    private final Map<Trait, double[]> weights = new ConcurrentHashMap<>();

    Known(Decider decider) {
      this.decider = decider;
    }

    double[] of(Trait trait) {
      double[] found = weights.get(trait);
      if (found == null) {
        if (weights.size() >= MOST) {
          weights.clear();
        }
        found = decider.weights(trait.groups());
        weights.put(trait, found);
      }
      return found;
    }
  }

  TagScores(Known known, Wording.Word[] words) {
    this.known = known;
    this.tags = known.decider.outcomes().size();
    this.sums = new double[words.length][tags];
    for (int word = 0; word < words.length; word++) {
      dependent.add(new ArrayList<>(4));
    }
    Trait.gather(words, this);
  }

  @Override
  public void add(Trait trait, int group, int word) {
    if (trait != last) {
      last = trait;
      weights = known.of(trait);
    }
    if (group == Trait.seenFrom(0) && weights.length > Trait.behind(0) * tags) {
      dependent.get(word).add(weights);
    }
    for (int tag = 0; tag < tags; tag++) {
      sums[word][tag] += weights[group * tags + tag];
    }
  }

  /** What speaks for each tag of a word behind another tag, in the model's order. */
  private double[] behind(int word, int before) {
    double[] behind = Arrays.copyOf(sums[word], tags);
    for (double[] trait : dependent.get(word)) {
      for (int tag = 0; tag < tags; tag++) {
        behind[tag] += trait[Trait.behind(before) * tags + tag];
      }
    }
    return behind;
  }

  /** The likeliest sequence of tags. */
  String[] best(Wording.Word[] words) {
    List<String> outcomes = known.decider.outcomes();
    int[][] from = new int[words.length][tags];
    double[] scores = new double[tags];
    for (int word = 0; word < words.length; word++) {
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
