package costwire.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money in US dollars of the claim's date.
 *
 * @param rate US dollars for one unit of the original currency
 * @param rateDate the day the rate is of; may lie before the claim's own
 */
public record Dollars(
    @Nullable BigDecimal low,
    @Nullable BigDecimal best,
    @Nullable BigDecimal high,
    BigDecimal rate,
    LocalDate rateDate) {}
