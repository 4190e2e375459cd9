package costwire.aggregate.implied;

import costwire.aggregate.evidence.Ledger;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chips x hours x price, or chips x purchase price. A factor that nobody told makes it null: it is
 * never made up.
 */
public final class ImpliedCost {
  private static final Quantity CHIPS_ALONE = new Quantity(BigDecimal.ONE, 0, 0);

  /** What a site costs beside its chips, at most: 60 % again, in log10. */
  private static final Quantity SITE = new Quantity(BigDecimal.ONE, 0, 0.2);

  private final PriceBook book;
  private final Ownership ownership = Ownership.standard();

  public ImpliedCost(PriceBook book) {
    this.book = book;
  }

  /**
   * What the ledgers' chips and hours come to.
   *
   * @param ledgers the line's own first; a quantity missing there is looked for in the next ones
   * @return null where a factor is missing
   */
  public @Nullable Reckoning of(Scope scope, List<Ledger> ledgers) {
    return switch (scope) {
      case HARDWARE -> Acquisition.of(book, ledgers, CHIPS_ALONE);
      case INFRASTRUCTURE -> Acquisition.of(book, ledgers, SITE);
      default -> used(ledgers);
    };
  }

  private @Nullable Reckoning used(List<Ledger> ledgers) {
    Usage usage = Usage.of(ledgers);
    return usage == null ? null : usage.priced(book, ownership, ledgers);
  }
}
