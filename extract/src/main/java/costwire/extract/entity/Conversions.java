package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.Measure;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import java.util.ArrayList;
import java.util.List;

/** A sum repeated in brackets in another currency is limited as the first one is. */
public final class Conversions {
  /** "(equivalent to …": words between the bracket and the sum. */
  private static final int MOST_BETWEEN = 3;

  private Conversions() {}

  /** The amounts of a sentence, in order, with the bounds that hold for both sums of a pair. */
  public static List<Amount> bounded(Reading reading, List<Amount> amounts) {
    List<Amount> all = new ArrayList<>(amounts);
    for (int i = 1; i < all.size(); i++) {
      Amount first = all.get(i - 1);
      Amount second = all.get(i);
      boolean bounded =
          second.bound() == Bound.EXACT
              && first.bound() != Bound.EXACT
              && first.bound() != Bound.RANGE;
      if (bounded && isConversion(reading, first, second)) {
        all.set(i, second.limited(first.bound()));
      }
    }
    return List.copyOf(all);
  }

  /** Whether the second sum repeats the first: "1bn yuan ($139m)". */
  public static boolean isConversion(Reading reading, Amount first, Amount second) {
    return first.measure() == Measure.COST
        && second.measure() == Measure.COST
        && !first.unit().equals(second.unit())
        && isInBrackets(reading, first, second);
  }

  private static boolean isInBrackets(Reading reading, Amount first, Amount second) {
    int from = first.getEnd();
    int to = second.getStart();
    if (to - from < 1 || to - from > 1 + MOST_BETWEEN || !reading.norm(from).equals("(")) {
      return false;
    }
    for (int at = from + 1; at < to; at++) {
      boolean word = Character.isLetter(reading.norm(at).charAt(0));
      // "(a loss of 3 million euros)" is another sum.
      boolean other =
          reading.longest(at, Lexeme.Sign.class, sign -> sign.cue() != Cue.FUNCTION) != null;
      if (!word || other) {
        return false;
      }
    }
    return second.getEnd() >= reading.size() || reading.norm(second.getEnd()).equals(")");
  }
}
