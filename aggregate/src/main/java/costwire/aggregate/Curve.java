package costwire.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import costwire.aggregate.posterior.Percentiles;
import costwire.aggregate.posterior.Posterior;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line's posterior as it can be drawn, over log10 dollars, with its evidence on the same axis.
 * The posterior is the one that the median is read from: a bound that the figures satisfy moves an
 * end of the interval, not the curve.
 *
 * @param model null for what is said of no model in particular
 * @param points at most 160 between the 0.1th and the 99.9th percentile, the least amount first;
 *     none where nothing in dollars supports an estimate
 * @param statements figures in dollars that count or were struck, the least first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Curve(
    @Nullable String model, Scope scope, List<Point> points, List<Statement> statements) {
  private static final int DECIMALS = 4;

  public Curve {
    points = List.copyOf(points);
    statements = List.copyOf(statements);
  }

  /**
   * A point of the posterior.
   *
   * @param amount US dollars, to three digits
   * @param density for a decade of dollars, 0 to 1: the highest is 1
   */
  public record Point(BigDecimal amount, BigDecimal density) {
    static Point of(Posterior.Point point) {
      BigDecimal density =
          BigDecimal.valueOf(point.density()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
      return new Point(Percentiles.amount(point.amount()), Percentiles.plain(density));
    }
  }

  /**
   * A voice on the same axis.
   *
   * @param voice its name, as in the estimate's evidence
   * @param speaker who vouches for it, in lower case
   * @param low US dollars; null where open; the same as {@code high} for a single figure
   * @param about whether it is hedged
   * @param weight 0 to 1; 0: struck as a slip
   * @param claim id of the claim whose figure it is
   * @param mentions claims that tell it, at least 1
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Statement(
      String voice,
      String speaker,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      boolean about,
      BigDecimal weight,
      String claim,
      int mentions) {}
}
