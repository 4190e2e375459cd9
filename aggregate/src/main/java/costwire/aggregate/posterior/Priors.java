package costwire.aggregate.posterior;

import costwire.extract.Scope;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is known before anybody speaks: each scope's amounts lie somewhere between a least and a
 * most, all powers of ten in between alike. Wide on purpose: a single figure outweighs it.
 */
public final class Priors {
  private static final double EDGE = 0.5;

  /** The same for every scope: how much of the prior lies outside its range. */
  private static final double OUTSIDE = 0.02;

  private static final Map<Scope, Kernel> BY_SCOPE = new EnumMap<>(Scope.class);
  private static final Kernel NONE = between(-2, 14);

  static {
    for (Scope scope : Scope.values()) {
      BY_SCOPE.put(scope, made(scope));
    }
  }

  private Priors() {}

  /** What a line of the scope may have cost. */
  public static Kernel of(Scope scope) {
    return Objects.requireNonNull(BY_SCOPE.get(scope));
  }

  private static Kernel made(Scope scope) {
    return switch (scope) {
      // From a fine-tuning for a few dollars to several frontier runs at once.
      case TRAINING_RUN -> between(0, 10);
      case DEVELOPMENT -> between(4, 11);
      case HARDWARE -> between(3, 12);
      case INFRASTRUCTURE -> between(5, 12.5);
      case OPERATION -> between(2, 11.5);
      case UNSPECIFIED -> between(2, 12.5);
    };
  }

  /** For counts and hours: any power of ten. */
  public static Kernel none() {
    return NONE;
  }

  private static Kernel between(double least, double most) {
    return Kernel.range(least, most, EDGE, OUTSIDE);
  }
}
