package costwire.aggregate.evidence;

import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Stance;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The one quantity that voices can agree or differ about.
 *
 * @param chip the chip that is counted or paid for; null where none is named, and for dollars and
 *     hours
 */
public record Subject(Kind kind, @Nullable String chip) {
  public static final Subject DOLLARS = new Subject(Kind.DOLLARS, null);
  public static final Subject HOURS = new Subject(Kind.HOURS, null);

  /** The quantity, with the least and the most of it that anybody can mean in earnest. */
  public enum Kind {
    /** A total; the most is about a tenth of what the world produces in a year. */
    DOLLARS("1", "1e13"),
    /** Dollars for an hour of one chip. */
    RATE("0.01", "1e4"),
    CHIPS("1", "1e9"),
    HOURS("0.02", "1e6"),
    CHIP_HOURS("1", "1e13");

    private final BigDecimal least;
    private final BigDecimal most;

    Kind(String least, String most) {
      this.least = new BigDecimal(least);
      this.most = new BigDecimal(most);
    }

    boolean admits(BigDecimal amount) {
      return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
    }
  }

  /**
   * What the claim measures; null where it enters no sum: planned amounts, rents by the day or
   * year, and money that could not be turned into dollars.
   */
  public static @Nullable Subject of(Claim claim) {
    if (claim.stance() == Stance.PLANNED) {
      return null;
    }
    if (claim.measure() == Measure.COST) {
      return claim.usd() == null ? null : ofMoney(claim);
    }
    if (claim.per() != null) {
      return null;
    }
    return switch (claim.measure()) {
      case CHIPS -> new Subject(Kind.CHIPS, claim.chip());
      case CHIP_HOURS -> new Subject(Kind.CHIP_HOURS, claim.chip());
      default -> HOURS;
    };
  }

  private static @Nullable Subject ofMoney(Claim claim) {
    if (claim.per() == null) {
      return DOLLARS;
    }
    return claim.per().equals("chip-hour") ? new Subject(Kind.RATE, claim.chip()) : null;
  }
}
