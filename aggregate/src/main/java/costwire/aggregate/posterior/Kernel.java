package costwire.aggregate.posterior;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The log-likelihood that one piece of evidence gives each point of the grid, in fixed point: whole
 * numbers add up to the same sum in any order, and what was added can be taken out exactly.
 *
 * <p>Amounts and widths are in log10. Every kernel is mixed with a small probability that the
 * evidence is garbage, so that no figure, however absurd, can rule anything out.
 */
public final class Kernel {
  /** 2^32 to a nat: a million voices of 30 nats each stay far below the ends of a long. */
  static final double ONE = 4294967296.0;

  private static final double ROOT_OF_TAU = 2.5066282746310002;

  /** A logistic step of this scale has the spread of a normal one of width 1. */
  private static final double LOGISTIC = 0.5513288954217921;

  /** Widths from its centre where a normal density is nothing beside the garbage. */
  private static final double FAR = 8;

  /** Share of the sources that speak for a side. */
  private static final double PARTISANS = 0.1;

  /** What they make of it: half or twice, in log10. */
  private static final double STAKE = 0.30103;

  /** Standard deviation of that. */
  private static final double STAKES = 0.15;

  private final long[] values;

  /** The point of the grid at which the values begin. */
  private final int from;

  /** The value at all other points. */
  private final long elsewhere;

  private Kernel(long[] values, int from, long elsewhere) {
    this.values = values;
    this.from = from;
    this.elsewhere = elsewhere;
  }

  /**
   * A figure told for what it is.
   *
   * @param width standard deviation, at least two steps of the grid
   * @param garbage probability that the figure has nothing to do with the truth
   */
  public static Kernel point(double centre, double width, double garbage) {
    return skewed(centre, width, width, garbage);
  }

  /**
   * A figure of somebody who may have a stake in it: one in ten of those who speak of money makes
   * it about half or twice what they know.
   */
  public static Kernel told(double centre, double width, double garbage) {
    double wide = StrictMath.sqrt(width * width + STAKES * STAKES);
    return peaked(
        centre,
        wide + STAKE / FAR,
        garbage,
        off -> {
          double sides = (bell((off - STAKE) / wide) + bell((off + STAKE) / wide)) / 2;
          return (1 - PARTISANS) * bell(off / width) / width + PARTISANS * sides / wide;
        });
  }

  /** A figure that is more uncertain to one side than to the other. */
  public static Kernel skewed(double centre, double below, double above, double garbage) {
    double middle = (below + above) / 2;
    return peaked(
        centre,
        Math.max(below, above),
        garbage,
        off -> bell(off / (off < 0 ? below : above)) / middle);
  }

  private static double bell(double z) {
    return StrictMath.exp(-z * z / 2) / ROOT_OF_TAU;
  }

  private static Kernel peaked(
      double centre, double widest, double garbage, DoubleUnaryOperator density) {
    double floor = garbage * Grid.UNIFORM;
    int[] near =
        IntStream.range(0, Grid.SIZE)
            .filter(i -> Math.abs(Grid.at(i) - centre) < FAR * widest)
            .toArray();
    long[] values = new long[near.length];
    for (int i = 0; i < near.length; i++) {
      double off = Grid.at(near[i]) - centre;
      values[i] = fixed((1 - garbage) * density.applyAsDouble(off) + floor);
    }
    return new Kernel(values, near.length == 0 ? 0 : near[0], fixed(floor));
  }

  /** More than: rises at the bound and stays. Never lowers a percentile. */
  public static Kernel atLeast(double bound, double width, double garbage) {
    return of(x -> garbage + (1 - garbage) * step((x - bound) / width));
  }

  /** Less than: falls at the bound. Never raises a percentile. */
  public static Kernel atMost(double bound, double width, double garbage) {
    return of(x -> garbage + (1 - garbage) * step((bound - x) / width));
  }

  /** Between: level from end to end, with smooth edges. */
  public static Kernel range(double low, double high, double width, double garbage) {
    DoubleUnaryOperator box = x -> step((x - low) / width) * step((high - x) / width);
    double mass = 0;
    for (int i = 0; i < Grid.SIZE; i++) {
      mass += box.applyAsDouble(Grid.at(i)) * Grid.STEP;
    }
    double level = (1 - garbage) / Math.max(mass, Grid.STEP);
    return of(x -> level * box.applyAsDouble(x) + garbage * Grid.UNIFORM);
  }

  private static Kernel of(DoubleUnaryOperator likelihood) {
    long[] values = new long[Grid.SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = fixed(likelihood.applyAsDouble(Grid.at(i)));
    }
    return new Kernel(values, 0, 0);
  }

  private static long fixed(double likelihood) {
    return Math.round(StrictMath.log(likelihood) * ONE);
  }

  private static double step(double z) {
    return 1 / (1 + StrictMath.exp(-z / LOGISTIC));
  }

  long at(int index) {
    int i = index - from;
    return i >= 0 && i < values.length ? values[i] : elsewhere;
  }
}
