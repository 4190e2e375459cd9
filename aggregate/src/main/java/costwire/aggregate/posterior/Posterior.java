package costwire.aggregate.posterior;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What pieces of evidence say together: the sum of their kernels. Order does not matter, to the
 * last bit, and subtracting a kernel leaves what would be there without it.
 */
public final class Posterior {
  /** What the curve leaves out at either end. */
  private static final double TAIL = 0.001;

  /** Points of the curve at even distances, and as many at even shares. */
  private static final int DRAWN = 79;

  private final long[] sums = new long[Grid.SIZE];

  /** Adds a piece of evidence. */
  public Posterior add(Kernel kernel) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += kernel.at(i);
    }
    return this;
  }

  /** Takes out a piece of evidence that was added. */
  public Posterior subtract(Kernel kernel) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] -= kernel.at(i);
    }
    return this;
  }

  /** Adds all that the other holds: partitions merge. */
  public Posterior merge(Posterior other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
    return this;
  }

  /** The 10th, 50th and 90th percentile. */
  public Percentiles percentiles() {
    double[] mass = mass();
    return new Percentiles(quantile(mass, 0.1), quantile(mass, 0.5), quantile(mass, 0.9));
  }

  /**
   * The amount below which the truth lies with this probability, in log10.
   *
   * @param share above 0, below 1
   */
  public double quantile(double share) {
    return quantile(mass(), share);
  }

  /** Where it peaks, in log10, the least first; a single entry where it has one peak. */
  public List<Double> modes() {
    double[] density = density();
    return Peaks.modes(sums, density, mass(density));
  }

  /**
   * Its course between the 0.1th and the 99.9th percentile, by the least amount first. Half of the
   * points lie at even distances, half at even shares of the probability, so that a sharp peak on a
   * wide plain is drawn as what it is.
   */
  public List<Point> curve() {
    double[] density = density();
    double[] mass = mass(density);
    double least = quantile(mass, TAIL);
    double most = quantile(mass, 1 - TAIL);
    NavigableSet<Integer> drawn = new TreeSet<>();
    for (int i = 0; i < DRAWN; i++) {
      double share = i / (DRAWN - 1.0);
      drawn.add(Grid.nearest(least + (most - least) * share));
      drawn.add(Grid.nearest(quantile(mass, TAIL + (1 - 2 * TAIL) * share)));
    }
    drawn.add(highest(density));
    return drawn.stream().map(i -> new Point(Grid.at(i), density[i])).toList();
  }

  /**
   * A point of the curve.
   *
   * @param amount in log10
   * @param density over log10, the highest 1
   */
  public record Point(double amount, double density) {}

  private static int highest(double[] density) {
    int highest = 0;
    for (int i = 1; i < density.length; i++) {
      highest = density[i] > density[highest] ? i : highest;
    }
    return highest;
  }

  /** The density at each point of the grid, the highest 1. */
  private double[] density() {
    long most = Long.MIN_VALUE;
    for (long sum : sums) {
      most = Math.max(most, sum);
    }
    double[] density = new double[Grid.SIZE];
    for (int i = 0; i < density.length; i++) {
      density[i] = StrictMath.exp((sums[i] - most) / Kernel.ONE);
    }
    return density;
  }

  private double[] mass() {
    return mass(density());
  }

  /** The mass up to each point of the grid, by trapezoids; the last is the whole. */
  private static double[] mass(double[] density) {
    double[] mass = new double[Grid.SIZE];
    for (int i = 1; i < mass.length; i++) {
      mass[i] = mass[i - 1] + (density[i - 1] + density[i]) / 2;
    }
    return mass;
  }

  private static double quantile(double[] mass, double share) {
    double wanted = share * mass[mass.length - 1];
    int low = 0;
    int high = mass.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (mass[middle] < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double within = (wanted - mass[low]) / (mass[high] - mass[low]);
    return Grid.at(low) + Grid.STEP * within;
  }
}
