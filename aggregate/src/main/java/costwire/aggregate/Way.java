package costwire.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import costwire.aggregate.posterior.Percentiles;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to come from chips and hours to a cost, in US dollars.
 *
 * @param low 10th percentile
 * @param best a product of the terms' best, or a sum of such
 * @param high 90th percentile
 * @param terms all that it was reckoned from
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Way(Kind way, BigDecimal low, BigDecimal best, BigDecimal high, List<Term> terms) {
  public Way {
    low = Percentiles.plain(low);
    best = Percentiles.plain(best);
    high = Percentiles.plain(high);
    terms = List.copyOf(terms);
  }

  /** Who pays for the chips, and for how long. */
  public enum Kind {
    /** Somebody rents the chips for the hours. */
    @JsonProperty("rental")
    RENTAL,
    /** Their owner writes them off, and feeds them. */
    @JsonProperty("amortised")
    AMORTISED,
    /** Somebody buys them for good. */
    @JsonProperty("acquisition")
    ACQUISITION
  }

  /**
   * A factor, with its 10th and 90th percentile.
   *
   * @param chip the chip whose it is; null for what goes for all
   * @param unit such as {@code chip-hours} or {@code USD per chip}
   * @param source where it is known from, in words; null where the line's evidence tells it, or
   *     other terms come to it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Term(
      String name,
      @Nullable String chip,
      BigDecimal low,
      BigDecimal best,
      BigDecimal high,
      String unit,
      @Nullable String source) {
    public Term {
      low = Percentiles.plain(low);
      best = Percentiles.plain(best);
      high = Percentiles.plain(high);
    }
  }
}
