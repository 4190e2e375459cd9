package costwire.extract.learn;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences that somebody has labelled, and how unlikely weights of features make the labels: a
 * sequence of labels is as likely as the exponential of its weights among those of all sequences (a
 * conditional random field of the first order). Weights are those of all features for the first
 * label, then for the next.
 */
final class Sequences extends Loss {
  private final List<Step[]> sequences;
  private final int[][] bundles;
  private final int features;
  private final int labels;
  private final int longest;

  /**
   * One place of a sequence.
   *
   * @param alone bundles of features that hold there, whatever label stands before
   * @param behind for each label that may stand before, the bundle of features that hold then; at
   *     the head of a sequence, for none
   * @param may for each label that may stand before, whether each label may follow
   * @param label the right one
   */
  record Step(int[] alone, int[] behind, boolean[][] may, int label) {}

  /**
   * @param bundles features that come together, many times over: they are added up once
   * @param features how many there are
   * @param labels how many there are
   */
  Sequences(List<Step[]> sequences, int[][] bundles, int features, int labels) {
    this.sequences = sequences;
    this.bundles = bundles;
    this.features = features;
    this.labels = labels;
    this.longest = sequences.stream().mapToInt(steps -> steps.length).max().orElse(0);
  }

  /** How often each feature is seen. */
  double[] seen() {
    double[] seen = new double[features];
    for (Step[] steps : sequences) {
      for (int i = 0; i < steps.length; i++) {
        for (int bundle : steps[i].alone) {
          see(bundle, seen);
        }
        see(steps[i].behind[before(steps, i)], seen);
      }
    }
    return seen;
  }

  private void see(int bundle, double[] seen) {
    for (int feature : bundles[bundle]) {
      seen[feature]++;
    }
  }

  /** The right label before a place; 0 at the head of a sequence, for none. */
  private static int before(Step[] steps, int place) {
    return place == 0 ? 0 : steps[place - 1].label;
  }

  @Override
  public int getDimension() {
    return features * labels;
  }

  @Override
  double weigh(double[] weights, double[] slopes) {
    Lattice lattice = new Lattice(weights);
    double loss = 0;
    for (Step[] steps : sequences) {
      loss += lattice.weigh(steps);
    }
    lattice.spread(slopes);
    return loss;
  }

  /** All ways to label a sequence: this is where the time goes, so its arrays are made once. */
  private final class Lattice {
    /** What speaks for each label, bundle by bundle, and the slope of that. */
    private final double[] says = new double[bundles.length * labels];

    private final double[] slopes = new double[says.length];

    /** How likely each label is behind each, place by place, times something of the place. */
    private final double[] moves = new double[longest * labels * labels];

    /** How likely each label is by what stands before it, place by place. */
    private final double[] forth = new double[longest * labels];

    /** How likely what follows is behind each label, times something, and the same one earlier. */
    private double[] back = new double[labels];

    private double[] earlier = new double[labels];
    private final double[] alone = new double[labels];
    private final double[] behind = new double[labels];

    Lattice(double[] weights) {
      for (int bundle = 0; bundle < bundles.length; bundle++) {
        for (int label = 0; label < labels; label++) {
          for (int feature : bundles[bundle]) {
            says[bundle * labels + label] += weights[label * features + feature];
          }
        }
      }
    }

    /** Adds the slopes of bundles to those of their features. */
    void spread(double[] gradient) {
      for (int bundle = 0; bundle < bundles.length; bundle++) {
        for (int label = 0; label < labels; label++) {
          for (int feature : bundles[bundle]) {
            gradient[label * features + feature] += slopes[bundle * labels + label];
          }
        }
      }
    }

    /** The loss of a sequence, whose slopes are added to the others'. */
    double weigh(Step[] steps) {
      double loss = 0;
      for (int place = 0; place < steps.length; place++) {
        loss += move(steps, place) + go(steps[place].behind.length, place);
      }
      Arrays.fill(back, 1);
      for (int place = steps.length - 1; place >= 0; place--) {
        slope(steps, place);
      }
      return loss;
    }

    private int at(int place, int before) {
      return (place * labels + before) * labels;
    }

    /** The logarithm of what the place's moves are divided by and of the right one. */
    private double move(Step[] steps, int place) {
      Step step = steps[place];
      Arrays.fill(alone, 0);
      for (int bundle : step.alone) {
        for (int label = 0; label < labels; label++) {
          alone[label] += says[bundle * labels + label];
        }
      }
      double most = Double.NEGATIVE_INFINITY;
      double right = 0;
      for (int before = 0; before < step.behind.length; before++) {
        int bundle = step.behind[before];
        for (int label = 0; label < labels; label++) {
          double sum =
              step.may[before][label]
                  ? says[bundle * labels + label] + alone[label]
                  : Double.NEGATIVE_INFINITY;
          moves[at(place, before) + label] = sum;
          most = Math.max(most, sum);
          right = before == before(steps, place) && label == step.label ? sum : right;
        }
      }
      for (int move = at(place, 0); move < at(place, step.behind.length); move++) {
        moves[move] = StrictMath.exp(moves[move] - most);
      }
      return most - right;
    }

    /** Goes on to a place; the logarithm of what its likelihoods are divided by. */
    private double go(int befores, int place) {
      double all = 0;
      for (int label = 0; label < labels; label++) {
        double come = 0;
        for (int before = 0; before < befores; before++) {
          come += come(place, before) * moves[at(place, before) + label];
        }
        forth[place * labels + label] = come;
        all += come;
      }
      for (int label = 0; label < labels; label++) {
        forth[place * labels + label] /= all;
      }
      return StrictMath.log(all);
    }

    private double come(int place, int before) {
      return place == 0 ? 1 : forth[(place - 1) * labels + before];
    }

    /** Adds a place's slopes, and goes one place back. */
    private void slope(Step[] steps, int place) {
      Step step = steps[place];
      double all = 0;
      for (int before = 0; before < step.behind.length; before++) {
        earlier[before] = 0;
        for (int label = 0; label < labels; label++) {
          double on = moves[at(place, before) + label] * back[label];
          earlier[before] += on;
          all += come(place, before) * on;
        }
      }
      Arrays.fill(alone, 0);
      double sum = 0;
      for (int before = 0; before < step.behind.length; before++) {
        for (int label = 0; label < labels; label++) {
          double on = moves[at(place, before) + label] * back[label];
          boolean right = before == before(steps, place) && label == step.label;
          behind[label] = come(place, before) * on / all - (right ? 1 : 0);
          alone[label] += behind[label];
        }
        add(behind, step.behind[before]);
        sum += earlier[before];
      }
      for (int bundle : step.alone) {
        add(alone, bundle);
      }
      for (int before = 0; before < step.behind.length; before++) {
        earlier[before] /= sum;
      }
      double[] swap = back;
      back = earlier;
      earlier = swap;
    }

    private void add(double[] off, int bundle) {
      for (int label = 0; label < labels; label++) {
        slopes[bundle * labels + label] += off[label];
      }
    }
  }
}
