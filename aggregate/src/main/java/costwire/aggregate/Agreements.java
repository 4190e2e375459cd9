package costwire.aggregate;

import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Subject;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.posterior.Percentiles;
import costwire.aggregate.posterior.Testimony;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the voices of a line agree. */
final class Agreements {
  /** Nine tenths of what a voice may mean lies within so many widths of its figure. */
  private static final double REACH = 1.645;

  /** A gap of a factor of two between two voices is no matter of rounding or accounting. */
  private static final double CONTRADICTION = 0.30103;

  private Agreements() {}

  /** That of the dollars; of whatever differs most where nobody speaks of dollars. */
  static Agreement of(Ledger ledger) {
    List<Voice> dollars = ledger.on(Subject.DOLLARS);
    if (!dollars.isEmpty()) {
      return of(dollars, Subject.Kind.DOLLARS);
    }
    Agreement worst = Agreement.SINGLE_SOURCE;
    for (Map.Entry<Subject, List<Voice>> subject : ledger.voices().entrySet()) {
      Agreement found = of(subject.getValue(), subject.getKey().kind());
      worst = gravity(found) > gravity(worst) ? found : worst;
    }
    return worst;
  }

  private static int gravity(Agreement agreement) {
    return switch (agreement) {
      case SINGLE_SOURCE -> 0;
      case CONSISTENT -> 1;
      case DISPUTED -> 2;
      case CONTRADICTED -> 3;
    };
  }

  private static Agreement of(List<Voice> voices, Subject.Kind kind) {
    List<Voice> counting = voices.stream().filter(Voice::counts).toList();
    long sources = counting.stream().map(Voice::speaker).distinct().count();
    double gap = sources > 1 ? gap(counting, kind) : 0;
    if (gap > CONTRADICTION) {
      return Agreement.CONTRADICTED;
    }
    boolean denied = voices.stream().anyMatch(voice -> voice.trust() == 0);
    if (gap > 0 || denied || counting.stream().anyMatch(Voice::isDoubted)) {
      return Agreement.DISPUTED;
    }
    return sources > 1 ? Agreement.CONSISTENT : Agreement.SINGLE_SOURCE;
  }

  /** How far the two voices furthest apart are from meaning the same, in log10. */
  private static double gap(List<Voice> voices, Subject.Kind kind) {
    double mostLow = Double.NEGATIVE_INFINITY;
    double leastHigh = Double.POSITIVE_INFINITY;
    for (Voice voice : voices) {
      double reach = REACH * Testimony.width(voice, kind);
      mostLow = Math.max(mostLow, voice.figure().logLow() - reach);
      leastHigh = Math.min(leastHigh, voice.figure().logHigh() + reach);
    }
    return mostLow - leastHigh;
  }

  /** Highest over lowest figure; of the bounds where nobody names a figure. */
  static @Nullable BigDecimal spread(List<Voice> voices) {
    List<Figure> figures = voices.stream().map(Voice::figure).toList();
    List<Figure> named = figures.stream().filter(Figure::isTwoSided).toList();
    List<Figure> used = named.isEmpty() ? figures : named;
    if (used.isEmpty()) {
      return null;
    }
    double least = used.stream().mapToDouble(Figure::logCentre).min().orElse(0);
    double most = used.stream().mapToDouble(Figure::logCentre).max().orElse(0);
    return Percentiles.amount(most - least);
  }
}
