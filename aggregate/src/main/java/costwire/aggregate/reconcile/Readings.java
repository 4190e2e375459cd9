package costwire.aggregate.reconcile;

import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.Reckoning;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readings of one figure, of which only one can be right: that which more outlets tell, or that
 * which is nearest to what chips and hours imply.
 *
 * @param all the voices that tell each, one at least
 */
record Readings(List<List<Voice>> all, @Nullable Reckoning implied) {
  /** Nearer to the implied cost by a factor of three, in log10. */
  private static final double CLEARLY = 0.5;

  /**
   * The reading that is likelier.
   *
   * @param why as a clause
   */
  record Verdict(List<Voice> right, String why) {}

  /** By outlets; where as many tell several, by the implied cost. Null: it cannot be told. */
  @Nullable Verdict likelier() {
    List<List<Voice>> first = first();
    return first.size() == 1 ? byOutlets() : new Readings(first, implied).byImplied();
  }

  /** Null where as many outlets tell several. */
  @Nullable Verdict byOutlets() {
    List<List<Voice>> first = first();
    return first.size() == 1
        ? new Verdict(first.get(0), Tellers.count(first.get(0)) + " tell that")
        : null;
  }

  private List<List<Voice>> first() {
    long most = all.stream().mapToLong(Tellers::count).max().orElse(0);
    return all.stream().filter(reading -> Tellers.count(reading) == most).toList();
  }

  /** Null where nothing is implied, or two are about as near. */
  @Nullable Verdict byImplied() {
    if (implied == null) {
      return null;
    }
    double centre = StrictMath.log10(implied.cost().best().doubleValue());
    List<List<Voice>> sorted =
        all.stream()
            .sorted(Comparator.comparingDouble(reading -> distance(reading, centre)))
            .toList();
    boolean clear = distance(sorted.get(1), centre) - distance(sorted.get(0), centre) > CLEARLY;
    String cost = "$" + Wording.rounded(implied.cost().best());
    return clear ? new Verdict(sorted.get(0), "chips and hours imply " + cost) : null;
  }

  /** Whether the reading itself lies within a factor of three of the implied cost. */
  boolean isImplied(List<Voice> reading) {
    return implied != null
        && distance(reading, StrictMath.log10(implied.cost().best().doubleValue())) <= CLEARLY;
  }

  private static double distance(List<Voice> reading, double centre) {
    return Math.abs(reading.get(0).figure().logCentre() - centre);
  }
}
