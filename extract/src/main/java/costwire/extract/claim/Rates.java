package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import org.jspecify.annotations.Nullable;

/** Finds the period or unit that a sum is paid for. */
final class Rates {
  private static final int LOOK_BACK = 3;

  private Rates() {}

  static @Nullable String of(Reading reading, Amount amount) {
    if (amount.measure() != Measure.COST) {
      return null;
    }
    String behind = at(reading, amount.getEnd());
    if (behind != null) {
      return behind;
    }
    for (int token = amount.getStart() - 1;
        token >= Math.max(0, amount.getStart() - LOOK_BACK);
        token--) {
      Mark rate = reading.longest(token, Lexeme.Rate.class);
      if (rate != null && rate.to() <= amount.getStart()) {
        return ((Lexeme.Rate) rate.lexeme()).per();
      }
    }
    return null;
  }

  private static @Nullable String at(Reading reading, int token) {
    Mark rate = reading.longest(token, Lexeme.Rate.class);
    if (rate != null) {
      return ((Lexeme.Rate) rate.lexeme()).per();
    }
    Mark per = reading.longest(token, Lexeme.Per.class);
    if (per == null) {
      return null;
    }
    Mark chipTime = reading.longest(per.to(), Lexeme.ChipTime.class);
    Mark time = reading.longest(per.to(), Lexeme.Time.class);
    if (chipTime != null && (time == null || chipTime.to() > time.to())) {
      return "chip-hour";
    }
    return time == null ? null : ((Lexeme.Time) time.lexeme()).unit();
  }
}
