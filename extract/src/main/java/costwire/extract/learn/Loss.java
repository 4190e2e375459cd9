package costwire.extract.learn;

import java.util.Arrays;
import opennlp.tools.ml.maxent.quasinewton.Function;

/** A loss that comes with its slopes: the search asks for both of the same weights. */
abstract class Loss implements Function {
  private double[] at = new double[0];
  private double value;
  private double[] gradient = new double[0];

  /**
   * The loss of weights.
   *
   * @param slopes to which the loss' slopes are added
   */
  abstract double weigh(double[] weights, double[] slopes);

  @Override
  public final double valueAt(double[] weights) {
    look(weights);
    return value;
  }

  @Override
  public final double[] gradientAt(double[] weights) {
    look(weights);
    return gradient;
  }

  private void look(double[] weights) {
    if (!Arrays.equals(at, weights)) {
      at = weights.clone();
      gradient = new double[weights.length];
      value = weigh(weights, gradient);
    }
  }
}
