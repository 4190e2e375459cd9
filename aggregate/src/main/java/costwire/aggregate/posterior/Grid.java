package costwire.aggregate.posterior;

/** Powers of ten from a cent to a hundred trillion, a hundred steps to the decade. */
final class Grid {
  static final double LEAST = -2;
  static final double STEP = 0.01;
  static final int SIZE = 1601;

  /** Density of an amount of which nothing is known, for a decade. */
  static final double UNIFORM = 1 / (STEP * (SIZE - 1));

  private Grid() {}

  static double at(int index) {
    return LEAST + STEP * index;
  }

  static int nearest(double amount) {
    return (int) Math.round((amount - LEAST) / STEP);
  }
}
