package costwire.extract.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.NegLogLikelihood;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;

/**
 * Fits a maximum entropy model with OpenNLP's likelihood and quasi-Newton search, each feature on
 * its own scale.
 *
 * <p>The search takes every feature to be as steep as any other. Where one is seen in a hundred
 * thousand places and most in two it finds no step that suits both, and gives up at ten times the
 * loss. Measured in units of how often it is seen, all are about as steep.
 */
final class Fitting implements Function {
  private static final int ITERATIONS = 150;

  private static final int MOST_ROUNDS = 10;

  /** The share of the loss that another round must have taken off for one more. */
  private static final double LEAST_GAIN = 0.003;

  /** Steps that the search remembers to guess the curvature from. */
  private static final int REMEMBERED = 15;

  private static final int MOST_EVALUATIONS = 30_000;

  /** The curvature that one event gives a feature, about: p (1 - p). */
  private static final double CURVATURE = 0.1;

  /** Weights below say nothing, and would be most of a model's file. */
  private static final double LEAST_WEIGHT = 0.01;

  private final Function loss;
  private final double smoothing;
  private final double[] scales;
  private final double[] weights;

  /** Where the search set out from. */
  private final double[] start;

  private Fitting(Function loss, double[] seen, double smoothing) {
    this.loss = loss;
    this.smoothing = smoothing;
    this.weights = new double[loss.getDimension()];
    this.start = new double[weights.length];
    this.scales = new double[weights.length];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 1 / Math.sqrt(CURVATURE * seen[i % seen.length] + 2 * smoothing);
    }
  }

  /** How much each feature is seen. */
  private static double[] seen(DataIndexer events) {
    double[] seen = new double[events.getPredLabels().length];
    int[] times = events.getNumTimesEventsSeen();
    for (int event = 0; event < times.length; event++) {
      for (int feature : events.getContexts()[event]) {
        seen[feature] += times[event];
      }
    }
    return seen;
  }

  /**
   * The likeliest model.
   *
   * @param smoothing weight of the L2 prior, above 0
   */
  static QNModel fit(DataIndexer events, double smoothing) {
    return fit(
        new NegLogLikelihood(events),
        seen(events),
        events.getPredLabels(),
        events.getOutcomeLabels(),
        smoothing);
  }

  /**
   * The likeliest model.
   *
   * @param loss of the weights of all features for the first outcome, then for the next; the
   *     outcomes behind have none
   * @param seen how much each feature is seen
   * @param smoothing weight of the L2 prior, above 0
   */
  static QNModel fit(
      Function loss, double[] seen, String[] features, String[] outcomes, double smoothing) {
    Fitting fitting = new Fitting(loss, seen, smoothing);
    fitting.search();
    return fitting.model(features, outcomes);
  }

  private QNModel model(String[] features, String[] outcomes) {
    int spokenFor = weights.length / Math.max(1, features.length);
    List<String> kept = new ArrayList<>();
    List<Context> contexts = new ArrayList<>();
    for (int feature = 0; feature < features.length; feature++) {
      int[] speaksOf = new int[outcomes.length];
      double[] says = new double[outcomes.length];
      int count = 0;
      for (int outcome = 0; outcome < spokenFor; outcome++) {
        double weight = weights[outcome * features.length + feature];
        if (Math.abs(weight) >= LEAST_WEIGHT) {
          speaksOf[count] = outcome;
          says[count++] = weight;
        }
      }
      if (count > 0) {
        kept.add(features[feature]);
        contexts.add(new Context(Arrays.copyOf(speaksOf, count), Arrays.copyOf(says, count)));
      }
    }
    return new QNModel(contexts.toArray(Context[]::new), kept.toArray(String[]::new), outcomes);
  }

  /** The search ends at the first short step, wherever it is: so it sets out again from there. */
  private void search() {
    QNMinimizer search = new QNMinimizer(0, 0, ITERATIONS, REMEMBERED, MOST_EVALUATIONS);
    double[] here = new double[weights.length];
    double before = Double.POSITIVE_INFINITY;
    double now = valueAt(here);
    for (int round = 0; round < MOST_ROUNDS && before - now > LEAST_GAIN * now; round++) {
      double[] found = search.minimize(this);
      for (int i = 0; i < start.length; i++) {
        start[i] += found[i];
      }
      before = now;
      now = valueAt(here);
    }
  }

  private void unscale(double[] point) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = scales[i] * (start[i] + point[i]);
    }
  }

  @Override
  public int getDimension() {
    return weights.length;
  }

  @Override
  public double valueAt(double[] point) {
    unscale(point);
    double squares = 0;
    for (double weight : weights) {
      squares += weight * weight;
    }
    return loss.valueAt(weights) + smoothing * squares;
  }

  @Override
  public double[] gradientAt(double[] point) {
    unscale(point);
    double[] gradient = loss.gradientAt(weights).clone();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = scales[i] * (gradient[i] + 2 * smoothing * weights[i]);
    }
    return gradient;
  }
}
