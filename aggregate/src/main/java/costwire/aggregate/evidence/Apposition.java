package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.util.regex.Pattern;

/**
 * Amounts that a sentence puts as one: {@code 1bn yuan ($139M)}. Told by the marks between them, in
 * any language: a bracket, a dash, a slash or an equals sign right after the first, and neither a
 * figure nor the bracket's end before the second. Words alone, such as "or", are not looked at:
 * they cannot be told from "and".
 */
public final class Apposition {
  /** What stands for the quote of a claim whose sum is put in dollars too. */
  static final String ONE_SUM = "=";

  private static final Pattern BETWEEN =
      Pattern.compile("\\p{Z}*[(\\[（［〔【=≈~～/–—-][^)\\]）］〕】\\p{Nd}]{0,20}");

  private Apposition() {}

  /** Whether the evidence was put in dollars right beside it. */
  public static boolean isOneSum(Claim essence) {
    return essence.quote().equals(ONE_SUM);
  }

  /**
   * Whether the two are put as one.
   *
   * @param other of the same sentence
   */
  static boolean joins(Claim one, Claim other) {
    return one.start() <= other.start() ? isJoined(one, other) : isJoined(other, one);
  }

  private static boolean isJoined(Claim first, Claim second) {
    int gap = second.start() - first.end();
    String sentence = first.sentence();
    for (int at = sentence.indexOf(first.quote());
        gap > 0 && at >= 0;
        at = sentence.indexOf(first.quote(), at + 1)) {
      int end = at + first.quote().length();
      if (sentence.startsWith(second.quote(), end + gap)
          && BETWEEN.matcher(sentence.substring(end, end + gap)).matches()) {
        return true;
      }
    }
    return false;
  }
}
