package costwire.aggregate.implied;

import costwire.aggregate.Way;
import costwire.extract.Chips;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an hour of a chip costs whoever owns it: its price and that of the server around it, written
 * off in a straight line over the hours of use in its life, and the electricity of the hour.
 * Neither interest nor rent nor staff.
 */
final class Ownership {
  private static final int COLUMNS = 6;
  private static final Quantity HOURS_IN_A_YEAR = exactly("8760");
  private static final Quantity KILO = exactly("1000");

  private final Map<String, Way.Term> terms;

  private Ownership(Map<String, Way.Term> terms) {
    this.terms = terms;
  }

  /** By the assumptions that come with the program. */
  static Ownership standard() {
    Map<String, Way.Term> terms = new LinkedHashMap<>();
    for (String[] row : BundledTable.rows("/ownership.csv", COLUMNS)) {
      terms.put(row[0], term(row));
    }
    return new Ownership(terms);
  }

  private static Way.Term term(String[] cells) {
    BigDecimal low = new BigDecimal(cells[1]);
    BigDecimal best = new BigDecimal(cells[2]);
    BigDecimal high = new BigDecimal(cells[3]);
    return new Way.Term(cells[0], null, low, best, high, cells[4], cells[5]);
  }

  /** Dollars for an hour of use of a chip that was bought at the price. */
  Quantity hour(@Nullable String chip, Price price) {
    Quantity use = factor("life").times(HOURS_IN_A_YEAR).times(factor("utilisation"));
    Quantity capital = price.quantity().times(factor("server")).over(use);
    Quantity kilowatts =
        quantity(power(chip)).times(factor("draw")).times(factor("pue")).over(KILO);
    return capital.plus(kilowatts.times(factor("electricity")));
  }

  /** All that the hour is reckoned from. */
  List<Way.Term> terms(@Nullable String chip, Price price) {
    return List.of(
        Ways.priced("purchase", price, "USD per chip"),
        term("server"),
        term("life"),
        term("utilisation"),
        power(chip),
        term("draw"),
        term("pue"),
        term("electricity"));
  }

  /** As its maker rates it; the wide one of any chip where the maker does not. */
  private Way.Term power(@Nullable String chip) {
    Double watts = chip == null ? null : Chips.standard().watts(chip);
    if (watts == null) {
      return term("power");
    }
    BigDecimal rated = BigDecimal.valueOf(watts).stripTrailingZeros();
    return new Way.Term("power", chip, rated, rated, rated, "W per chip", "the maker's rating");
  }

  private Quantity factor(String name) {
    return quantity(term(name));
  }

  private Way.Term term(String name) {
    return Objects.requireNonNull(terms.get(name), name);
  }

  private static Quantity quantity(Way.Term term) {
    return Quantity.of(term.low(), term.best(), term.high());
  }

  private static Quantity exactly(String amount) {
    return new Quantity(new BigDecimal(amount), 0, 0);
  }
}
