package costwire.ingest.duplicate;

/**
 * A number as it stands in a text, the same whatever digits and separators it is written with:
 * {@code 1,234.5} is {@code 1 234,5}.
 *
 * @param hash the same for the same number
 * @param end one past its last character
 */
record FigureText(long hash, int end) {
  private static final int POINT = 10;
  private static final String OF_THOUSANDS = " '\u2019";
  private static final String OF_EITHER = ".,\u066b\u066c";

  /** Digits between two separators of thousands. */
  private static final int GROUP = 3;

  /**
   * Reads one.
   *
   * @param text folded, so that its spaces are plain
   * @param start of the first digit
   */
  static FigureText at(String text, int start) {
    long hash = 1;
    int at = endOfDigits(text, start);
    boolean grouped = at - start <= GROUP;
    hash = digits(hash, text, start, at);
    while (at < text.length()) {
      boolean either = OF_EITHER.indexOf(text.charAt(at)) >= 0;
      if (!either && OF_THOUSANDS.indexOf(text.charAt(at)) < 0) {
        break;
      }
      int end = endOfDigits(text, at + 1);
      boolean thousands = grouped && end - at - 1 == GROUP;
      if (end == at + 1 || (!thousands && !either)) {
        break;
      }
      hash = digits(thousands ? hash : Mix.and(hash, POINT), text, at + 1, end);
      at = end;
      if (!thousands) {
        break;
      }
    }
    return new FigureText(Mix.of(hash), at);
  }

  private static long digits(long hash, String text, int start, int end) {
    long all = hash;
    for (int at = start; at < end; at++) {
      all = Mix.and(all, Character.digit(text.charAt(at), 10));
    }
    return all;
  }

  private static int endOfDigits(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
