package costwire.ingest.page;

/**
 * Text as a reader sees it: runs of white space are one space (an ideographic one where there is
 * one), invisible characters none.
 */
final class RunOfText {
  private static final char IDEOGRAPHIC = '\u3000';

  private final StringBuilder text = new StringBuilder();
  private char space;
  private int linkedChars;
  private int stressedChars;
  private int lastStressed;
  private int lastLinked;

  /**
   * Adds text.
   *
   * @return whether it had anything to see
   */
  boolean append(String more, boolean linked) {
    return append(more, linked, false);
  }

  /** As {@link #append(String, boolean)}, for text that is set apart by its slant or size. */
  boolean append(String more, boolean linked, boolean stressed) {
    int before = text.length();
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (Letters.isSpace(c)) {
        space = c == IDEOGRAPHIC || space == IDEOGRAPHIC ? IDEOGRAPHIC : ' ';
      } else if (!Letters.isInvisible(c)) {
        if (space != 0 && text.length() > 0) {
          text.append(space);
        }
        space = 0;
        text.append(c);
      }
    }
    linkedChars += linked ? text.length() - before : 0;
    stressedChars += stressed ? text.length() - before : 0;
    return text.length() > before;
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  /** The text so far; starts anew. */
  String take() {
    String taken = text.toString();
    lastLinked = linkedChars;
    lastStressed = stressedChars;
    stressedChars = 0;
    text.setLength(0);
    linkedChars = 0;
    space = 0;
    return taken;
  }

  /** How many characters of the text last taken were set apart by their slant or size. */
  int stressed() {
    return lastStressed;
  }

  /** How many characters of the text last taken were linked. */
  int linked() {
    return lastLinked;
  }
}
