package costwire.extract.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.maxent.quasinewton.QNModel;

/**
 * Choices that somebody has taken among options, and how unlikely weights of features make them: an
 * option is as likely as the exponential of its weights among those of all (a conditional logit).
 */
final class Choices extends Loss {
  /** The outcome that a feature's weight speaks for. */
  static final String CHOSEN = "yes";

  /** What no weight speaks for: a model has two outcomes at least. */
  private static final String PASSED = "no";

  private final String[] features;
  private final List<int[][]> choices;

  private Choices(List<int[][]> choices, String[] features) {
    this.choices = choices;
    this.features = features;
  }

  /** Collects choices. */
  static final class Log {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<int[][]> choices = new ArrayList<>();
    private final Spread spread = new Spread();

    boolean isEmpty() {
      return choices.isEmpty();
    }

    /** Of the options, the first was chosen; what all share says nothing. */
    void add(int article, List<Features> options) {
      List<Set<String>> each = new ArrayList<>();
      Set<String> shared = new HashSet<>();
      for (Features option : options) {
        Set<String> names = new LinkedHashSet<>(Arrays.asList(option.names()));
        if (each.isEmpty()) {
          shared.addAll(names);
        } else {
          shared.retainAll(names);
        }
        each.add(names);
      }
      int[][] choice = new int[options.size()][];
      for (int i = 0; i < choice.length; i++) {
        each.get(i).removeAll(shared);
        each.get(i).forEach(name -> spread.see(name, article));
        choice[i] =
            each.get(i).stream()
                .mapToInt(name -> numbers.computeIfAbsent(name, any -> numbers.size()))
                .toArray();
      }
      choices.add(choice);
    }

    /** The choices by features that occur in so many articles. */
    Choices inArticles(int least) {
      Spread.Kept kept = spread.inArticles(least, numbers);
      List<int[][]> common = new ArrayList<>();
      for (int[][] choice : choices) {
        common.add(Arrays.stream(choice).map(kept::of).toArray(int[][]::new));
      }
      return new Choices(common, kept.names());
    }
  }

  /**
   * The likeliest model.
   *
   * @param smoothing weight of the L2 prior, above 0
   */
  QNModel fit(double smoothing) {
    return Fitting.fit(this, seen(), features, new String[] {CHOSEN, PASSED}, smoothing);
  }

  /** How often each feature sets an option apart. */
  private double[] seen() {
    double[] seen = new double[features.length];
    for (int[][] choice : choices) {
      for (int[] option : choice) {
        for (int feature : option) {
          seen[feature]++;
        }
      }
    }
    return seen;
  }

  @Override
  public int getDimension() {
    return features.length;
  }

  @Override
  double weigh(double[] weights, double[] slopes) {
    double loss = 0;
    for (int[][] choice : choices) {
      double[] likely = new double[choice.length];
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < choice.length; i++) {
        for (int feature : choice[i]) {
          likely[i] += weights[feature];
        }
        most = Math.max(most, likely[i]);
      }
      double chosen = likely[0];
      double all = 0;
      for (int i = 0; i < choice.length; i++) {
        likely[i] = StrictMath.exp(likely[i] - most);
        all += likely[i];
      }
      loss += StrictMath.log(all) + most - chosen;
      for (int i = 0; i < choice.length; i++) {
        double off = likely[i] / all - (i == 0 ? 1 : 0);
        for (int feature : choice[i]) {
          slopes[feature] += off;
        }
      }
    }
    return loss;
  }
}
