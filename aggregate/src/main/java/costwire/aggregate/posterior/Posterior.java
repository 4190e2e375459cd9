package costwire.aggregate.posterior;

/**
 * What pieces of evidence say together: the sum of their kernels. Order does not matter, to the
 * last bit, and subtracting a kernel leaves what would be there without it.
 */
public final class Posterior {
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

  /** The mass up to each point of the grid, by trapezoids; the last is the whole. */
  private double[] mass() {
    long most = Long.MIN_VALUE;
    for (long sum : sums) {
      most = Math.max(most, sum);
    }
    double[] mass = new double[Grid.SIZE];
    double before = StrictMath.exp((sums[0] - most) / Kernel.ONE);
    for (int i = 1; i < mass.length; i++) {
      double density = StrictMath.exp((sums[i] - most) / Kernel.ONE);
      mass[i] = mass[i - 1] + (before + density) / 2;
      before = density;
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
