package costwire.deploy.notify;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How large a change is, in the medians before and after.
 *
 * @param before null where there was no line, or none in dollars
 * @param after null where there is no line any more, or none in dollars
 */
record Magnitude(Alert.Kind kind, @Nullable BigDecimal before, @Nullable BigDecimal after) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Magnitude of(Alert alert) {
    return new Magnitude(alert.kind(), median(alert.before()), median(alert.after()));
  }

  private static @Nullable BigDecimal median(Alert.@Nullable State state) {
    Estimate.Interval usd = state == null ? null : state.usd();
    return usd == null ? null : usd.best();
  }

  /** Whether a change is as large as that, of lines as large as that; null: any. */
  boolean isWithin(
      @Nullable Integer byPercent, @Nullable BigDecimal above, @Nullable BigDecimal below) {
    return (byPercent == null || kind != Alert.Kind.ESTIMATE_MOVED || isMovedBy(byPercent))
        && (above == null || medians().anyMatch(median -> median.compareTo(above) >= 0))
        && (below == null || medians().anyMatch(median -> median.compareTo(below) <= 0));
  }

  /** What comes out of nothing, or vanishes, has moved by any share. */
  private boolean isMovedBy(int percent) {
    if (before == null || after == null) {
      return true;
    }
    BigDecimal less = before.min(after);
    BigDecimal more = before.max(after);
    return more.multiply(HUNDRED).compareTo(less.multiply(BigDecimal.valueOf(100L + percent))) >= 0;
  }

  private Stream<BigDecimal> medians() {
    return Stream.of(before, after).filter(Objects::nonNull).map(Objects::requireNonNull);
  }
}
