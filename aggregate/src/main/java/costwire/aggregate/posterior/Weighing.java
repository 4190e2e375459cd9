package costwire.aggregate.posterior;

import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.extract.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prior and voices together: what a line cost.
 *
 * <p>A bound that the figures satisfy moves the end that it bounds and no other: "more than four
 * million" is no reason to think more than before of a figure of five. A bound that they do not
 * satisfy contradicts them, and weighs on all three percentiles.
 */
public final class Weighing {
  /** Whoever gives only a bound gives one within a factor of ten of the amount. */
  private static final double NEAR = 1;

  private static final double NEAR_EDGE = 0.1;
  private static final double NEAR_GARBAGE = 0.05;

  private final Scope scope;
  private final Testimony testimony = new Testimony();

  /** Weighs voices on lines of the scope. */
  public Weighing(Scope scope) {
    this.scope = scope;
  }

  /**
   * What the voices support.
   *
   * @param voices those on dollars that weigh something
   * @param implied heard only where no voice names a figure and every bound holds for it: whoever
   *     says more knows of more; null where nothing is implied
   * @return null where nothing is said or implied in dollars
   */
  public @Nullable Percentiles of(List<Voice> voices, @Nullable Kernel implied) {
    Heard heard = hear(voices, implied);
    return heard == null ? null : bounded(heard.centre(), heard.satisfied());
  }

  /** The posterior that the median is read from; parameters and null as with {@link #of}. */
  public @Nullable Posterior centre(List<Voice> voices, @Nullable Kernel implied) {
    Heard heard = hear(voices, implied);
    return heard == null ? null : heard.centre();
  }

  private @Nullable Heard hear(List<Voice> voices, @Nullable Kernel implied) {
    if (voices.isEmpty() && implied == null) {
      return null;
    }
    List<Voice> figures = voices.stream().filter(v -> v.figure().isTwoSided()).toList();
    List<Voice> bounds = voices.stream().filter(v -> !v.figure().isTwoSided()).toList();
    Posterior prior = new Posterior().add(Priors.of(scope));
    if (figures.isEmpty()) {
      prior.add(implied == null || !holds(bounds, implied) ? near(bounds) : implied);
      return new Heard(adding(prior, bounds), List.of());
    }
    Posterior centre = adding(prior, figures);
    double middle = centre.quantile(0.5);
    List<Voice> satisfied = bounds.stream().filter(b -> holds(b.figure(), middle)).toList();
    List<Voice> contradicting = bounds.stream().filter(b -> !holds(b.figure(), middle)).toList();
    return new Heard(adding(centre, contradicting), satisfied);
  }

  /**
   * What all three percentiles hear, and what only its own end does.
   *
   * @param satisfied bounds that the figures satisfy
   */
  private record Heard(Posterior centre, List<Voice> satisfied) {}

  private Percentiles bounded(Posterior centre, List<Voice> bounds) {
    if (bounds.isEmpty()) {
      return centre.percentiles();
    }
    Posterior low = new Posterior().merge(centre);
    Posterior high = new Posterior().merge(centre);
    for (Voice bound : bounds) {
      boolean below = bound.figure().shape() == Figure.Shape.AT_LEAST;
      (below ? low : high).add(testimony.kernel(bound, Subject.Kind.DOLLARS));
    }
    double median = centre.quantile(0.5);
    return new Percentiles(
        Math.min(median, low.quantile(0.1)), median, Math.max(median, high.quantile(0.9)));
  }

  private static boolean holds(List<Voice> bounds, Kernel implied) {
    double middle = new Posterior().add(Priors.none()).add(implied).quantile(0.5);
    return bounds.stream().allMatch(bound -> holds(bound.figure(), middle));
  }

  private static boolean holds(Figure bound, double amount) {
    return bound.logLow() <= amount && amount <= bound.logHigh();
  }

  private Posterior adding(Posterior posterior, List<Voice> voices) {
    voices.forEach(voice -> posterior.add(testimony.kernel(voice, Subject.Kind.DOLLARS)));
    return posterior;
  }

  private static Kernel near(List<Voice> bounds) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Voice voice : bounds) {
      least = Math.min(least, voice.figure().logCentre());
      most = Math.max(most, voice.figure().logCentre());
    }
    return Kernel.range(least - NEAR, most + NEAR, NEAR_EDGE, NEAR_GARBAGE);
  }
}
