package costwire.extract.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNModel;

/**
 * Choices that somebody has taken among options, and how unlikely weights of features make them: an
 * option is as likely as the exponential of its weights among those of all (a conditional logit).
 */
final class Choices implements Function {
  /** The outcome that a feature's weight speaks for. */
  static final String CHOSEN = "yes";

  /** What no weight speaks for: a model has two outcomes at least. */
  private static final String PASSED = "no";

  private final Map<String, Integer> numbers;
  private final List<int[][]> choices;

  private double[] at = new double[0];
  private double value;
  private double[] gradient = new double[0];

  private Choices(List<int[][]> choices, Map<String, Integer> numbers) {
    this.choices = choices;
    this.numbers = numbers;
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
      int[] renumbered = new int[numbers.size()];
      Map<String, Integer> kept = new LinkedHashMap<>();
      numbers.forEach(
          (name, number) -> {
            renumbered[number] = spread.isIn(least, name) ? kept.size() : -1;
            if (renumbered[number] >= 0) {
              kept.put(name, renumbered[number]);
            }
          });
      List<int[][]> common = new ArrayList<>();
      for (int[][] choice : choices) {
        int[][] options = new int[choice.length][];
        for (int i = 0; i < options.length; i++) {
          options[i] = renumber(choice[i], renumbered);
        }
        common.add(options);
      }
      return new Choices(common, kept);
    }
  }

  /** The features that are kept, by their new numbers; those that are not have a negative one. */
  static int[] renumber(int[] features, int[] renumbered) {
    return Arrays.stream(features).map(f -> renumbered[f]).filter(f -> f >= 0).toArray();
  }

  /**
   * The likeliest model.
   *
   * @param smoothing weight of the L2 prior, above 0
   */
  QNModel fit(double smoothing) {
    return Fitting.fit(this, seen(), features(), new String[] {CHOSEN, PASSED}, smoothing);
  }

  /** The features, by their numbers. */
  private String[] features() {
    return numbers.keySet().toArray(String[]::new);
  }

  /** How often each feature sets an option apart. */
  private double[] seen() {
    double[] seen = new double[numbers.size()];
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
    return numbers.size();
  }

  @Override
  public double valueAt(double[] weights) {
    weigh(weights);
    return value;
  }

  @Override
  public double[] gradientAt(double[] weights) {
    weigh(weights);
    return gradient;
  }

  private void weigh(double[] weights) {
    if (Arrays.equals(at, weights)) {
      return;
    }
    at = weights.clone();
    gradient = new double[weights.length];
    value = 0;
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
      value += StrictMath.log(all) + most - chosen;
      for (int i = 0; i < choice.length; i++) {
        double off = likely[i] / all - (i == 0 ? 1 : 0);
        for (int feature : choice[i]) {
          gradient[feature] += off;
        }
      }
    }
  }
}
