package costwire.aggregate.implied;

import costwire.aggregate.Way;
import costwire.aggregate.posterior.Percentiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quantities as the ways of an estimate show them. */
final class Ways {
  private Ways() {}

  static Way of(Way.Kind kind, Quantity cost, List<Way.Term> terms) {
    return new Way(kind, cost.low(), Percentiles.rounded(cost.best()), cost.high(), terms);
  }

  /** A term that the line's own evidence tells. */
  static Way.Term told(String name, Counted counted, String unit) {
    return term(name, counted.chip(), counted.quantity(), counted.quantity().best(), unit);
  }

  /** A term that the ones after it come to. */
  static Way.Term reckoned(String name, @Nullable String chip, Quantity quantity, String unit) {
    return term(name, chip, quantity, Percentiles.rounded(quantity.best()), unit);
  }

  /** A term from the price book. */
  static Way.Term priced(String name, Price price, String unit) {
    return new Way.Term(
        name, price.chip(), price.low(), price.best(), price.high(), unit, price.source());
  }

  private static Way.Term term(
      String name, @Nullable String chip, Quantity quantity, BigDecimal best, String unit) {
    BigDecimal plain = Percentiles.plain(best);
    return new Way.Term(name, chip, quantity.low(), plain, quantity.high(), unit, null);
  }

  static List<Way.Term> with(List<Way.Term> terms, List<Way.Term> more) {
    List<Way.Term> all = new ArrayList<>(terms);
    all.addAll(more);
    return all;
  }
}
