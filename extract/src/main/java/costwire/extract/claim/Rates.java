package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import org.jspecify.annotations.Nullable;

/** Finds the period or unit that a sum is paid for. */
final class Rates {
  private static final int LOOK_BACK = 4;

  private static final String HOUR = "hour";

  private static final String CHIP_HOUR = "chip-hour";

  private final Reading reading;

  private Rates(Reading reading) {
    this.reading = reading;
  }

  /** What a sum is paid for, and the token behind the words that say so. */
  private record Found(String per, int to) {}

  static @Nullable String of(Reading reading, Amount amount) {
    if (amount.measure() != Measure.COST) {
      return null;
    }
    Rates rates = new Rates(reading);
    String behind = rates.behind(amount.getEnd());
    return behind != null ? behind : rates.before(amount.getStart());
  }

  /** $2 per GPU-hour, $3.2m-a-month, $2 an hour per GPU. */
  private @Nullable String behind(int end) {
    Found found = at(afterHyphen(end));
    if (found == null || !found.per().equals(HOUR)) {
      return found == null ? null : found.per();
    }
    Mark per = reading.longest(found.to(), Lexeme.Per.class);
    return per != null && chipEnd(per.to()) > per.to() ? CHIP_HOUR : HOUR;
  }

  private @Nullable String before(int start) {
    for (int token = start - 1; token >= Math.max(0, start - LOOK_BACK); token--) {
      Found found = isPeriod(token) ? at(token) : null;
      boolean beside = reading.longest(token, Lexeme.Rate.class) != null;
      if (found != null && (beside ? found.to() <= start : found.to() == start)) {
        return found.per().equals(HOUR) && isChip(token) ? CHIP_HOUR : found.per();
      }
    }
    return null;
  }

  /** 月40万円 is paid a month; 3月40万円 in March: a sign alone needs an end of phrase before it. */
  private boolean isPeriod(int token) {
    if (token == 0 || reading.word(token).length() > 1) {
      return true;
    }
    int before = reading.word(token - 1).codePointAt(0);
    return !(Character.isDigit(before) || Character.isIdeographic(before))
        || reading.endingAt(token, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION) != null;
  }

  /** The longest phrase at the token: "per hour" is also the head of "per hour of a GPU". */
  private @Nullable Found at(int token) {
    Mark rate = reading.longest(token, Lexeme.Rate.class);
    Found composed = composed(token);
    if (rate == null || (composed != null && composed.to() > rate.to())) {
      return composed;
    }
    return new Found(((Lexeme.Rate) rate.lexeme()).per(), rate.to());
  }

  /** Per + hour, per + GPU-hour, per + GPU + an hour. */
  private @Nullable Found composed(int token) {
    Mark per = reading.longest(token, Lexeme.Per.class);
    if (per == null) {
      return null;
    }
    int at = afterHyphen(per.to());
    Mark chipTime = reading.longest(at, Lexeme.ChipTime.class);
    Mark time = reading.longest(at, Lexeme.Time.class);
    if (chipTime != null && (time == null || chipTime.to() > time.to())) {
      return new Found(CHIP_HOUR, chipTime.to());
    }
    return time != null
        ? new Found(((Lexeme.Time) time.lexeme()).unit(), time.to())
        : hourOfChip(at);
  }

  private @Nullable Found hourOfChip(int at) {
    int chip = chipEnd(at);
    int behind = afterHyphen(chip);
    Mark hour =
        chip == at
            ? null
            : reading.longest(behind, Lexeme.Time.class, time -> time.unit().equals(HOUR));
    if (hour != null) {
      return new Found(CHIP_HOUR, hour.to());
    }
    Found rate = chip == at ? null : at(chip);
    return rate != null && rate.per().equals(HOUR) ? new Found(CHIP_HOUR, rate.to()) : null;
  }

  private int afterHyphen(int at) {
    return at < reading.size() && reading.norm(at).equals("-") ? at + 1 : at;
  }

  private boolean isChip(int behind) {
    int end = behind > 0 && reading.norm(behind - 1).equals("-") ? behind - 1 : behind;
    return reading.endingAt(end, Lexeme.ChipNoun.class, noun -> true) != null
        || (end > 0 && isModel(end - 1));
  }

  /** Behind the chip's noun or name at the token, or the token itself. */
  private int chipEnd(int at) {
    Mark noun = reading.longest(at, Lexeme.ChipNoun.class);
    return noun != null ? noun.to() : isModel(at) ? at + 1 : at;
  }

  /** H100, MI300X: letters and then digits. */
  private boolean isModel(int token) {
    if (token >= reading.size()) {
      return false;
    }
    String norm = reading.norm(token);
    return Character.isLetter(norm.charAt(0)) && norm.chars().anyMatch(Character::isDigit);
  }
}
