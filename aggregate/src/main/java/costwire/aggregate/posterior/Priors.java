package costwire.aggregate.posterior;

import costwire.extract.Scope;

/**
 * What is known before anybody speaks: each scope's amounts lie somewhere between a least and a
 * most, all powers of ten in between alike. Wide on purpose: a single figure outweighs it.
 */
public final class Priors {
  private static final double EDGE = 0.5;

  /** The same for every scope: how much of the prior lies outside its range. */
  private static final double OUTSIDE = 0.02;

  private Priors() {}

  public static Kernel of(Scope scope) {
    return switch (scope) {
      // From a fine-tuning for thirty dollars to several frontier runs at once.
      case TRAINING_RUN -> between(1.5, 10);
      case DEVELOPMENT -> between(4, 11);
      case HARDWARE -> between(3, 12);
      case INFRASTRUCTURE -> between(5, 12.5);
      case OPERATION -> between(2, 11.5);
      case UNSPECIFIED -> between(2, 12.5);
    };
  }

  /** For counts and hours: any power of ten. */
  public static Kernel none() {
    return between(-2, 14);
  }

  private static Kernel between(double least, double most) {
    return Kernel.range(least, most, EDGE, OUTSIDE, 1);
  }
}
