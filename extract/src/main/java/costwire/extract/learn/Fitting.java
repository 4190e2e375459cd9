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

  /** Steps that the search remembers to guess the curvature from. */
  private static final int REMEMBERED = 15;

  private static final int MOST_EVALUATIONS = 30_000;

  /** The curvature that one event gives a feature, about: p (1 - p). */
  private static final double CURVATURE = 0.1;

  /** Weights below say nothing, and would be most of a model's file. */
  private static final double LEAST_WEIGHT = 0.01;

  private final NegLogLikelihood likelihood;
  private final double smoothing;
  private final double[] scales;
  private final double[] weights;

  private Fitting(DataIndexer events, double smoothing) {
    this.likelihood = new NegLogLikelihood(events);
    this.smoothing = smoothing;
    this.weights = new double[likelihood.getDimension()];
    this.scales = new double[weights.length];
    double[] seen = seen(events);
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 1 / Math.sqrt(CURVATURE * seen[i % seen.length] + 2 * smoothing);
    }
  }

  /** How much each feature is seen. */
  private static double[] seen(DataIndexer events) {
    double[] seen = new double[events.getPredLabels().length];
    int[] times = events.getNumTimesEventsSeen();
    float[][] values = events.getValues();
    for (int event = 0; event < times.length; event++) {
      int[] features = events.getContexts()[event];
      for (int i = 0; i < features.length; i++) {
        boolean plain = values == null || values[event] == null;
        double value = plain ? 1 : values[event][i];
        seen[features[i]] += times[event] * value * value;
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
    Fitting fitting = new Fitting(events, smoothing);
    QNMinimizer search = new QNMinimizer(0, 0, ITERATIONS, REMEMBERED, MOST_EVALUATIONS);
    fitting.unscale(search.minimize(fitting));
    return fitting.model(events.getPredLabels(), events.getOutcomeLabels());
  }

  private QNModel model(String[] features, String[] outcomes) {
    List<String> kept = new ArrayList<>();
    List<Context> contexts = new ArrayList<>();
    for (int feature = 0; feature < features.length; feature++) {
      int[] speaksOf = new int[outcomes.length];
      double[] says = new double[outcomes.length];
      int count = 0;
      for (int outcome = 0; outcome < outcomes.length; outcome++) {
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

  private void unscale(double[] point) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = scales[i] * point[i];
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
    return likelihood.valueAt(weights) + smoothing * squares;
  }

  @Override
  public double[] gradientAt(double[] point) {
    unscale(point);
    double[] gradient = likelihood.gradientAt(weights).clone();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = scales[i] * (gradient[i] + 2 * smoothing * weights[i]);
    }
    return gradient;
  }
}
