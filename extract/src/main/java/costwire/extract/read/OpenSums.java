package costwire.extract.read;

import costwire.extract.Measure;
import costwire.extract.entity.Amount;
import costwire.extract.entity.Suppositions;
import costwire.extract.number.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * Supposed sums before any currency was named, in headlines above all: in the currency of the first
 * large sum of the article, or none.
 */
final class OpenSums {
  private OpenSums() {}

  static List<Passage> resolved(List<Passage> passages) {
    if (passages.stream().flatMap(p -> p.supposed().stream()).noneMatch(OpenSums::isOpen)) {
      return passages;
    }
    String currency =
        passages.stream()
            .flatMap(passage -> passage.amounts().stream())
            .filter(OpenSums::isLargeSum)
            .map(Amount::unit)
            .findFirst()
            .orElse(null);
    List<Passage> resolved = new ArrayList<>();
    for (Passage passage : passages) {
      List<Amount> supposed = new ArrayList<>();
      for (Amount amount : passage.supposed()) {
        if (!isOpen(amount)) {
          supposed.add(amount);
        } else if (currency != null) {
          supposed.add(amount.in(currency));
        }
      }
      resolved.add(passage.with(passage.amounts(), supposed));
    }
    return resolved;
  }

  private static boolean isOpen(Amount amount) {
    return amount.unit().equals(Suppositions.OPEN);
  }

  private static boolean isLargeSum(Amount amount) {
    Quantity quantity = amount.quantity();
    return amount.measure() == Measure.COST && quantity != null && quantity.isLarge();
  }
}
