package costwire.ingest.page;

import java.util.Arrays;

/**
 * Text as a reader sees it: runs of white space are one space (an ideographic one where there is
 * one), invisible characters none.
 */
final class RunOfText {
  private static final char IDEOGRAPHIC = '\u3000';

  private char[] text = new char[256];
  private int length;
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
    int before = length;
    int most = more.length();
    // A space before the first character is the only one that may be added.
    if (length + most + 1 > text.length) {
      text = Arrays.copyOf(text, 2 * (length + most + 1));
    }
    int from = length + 1;
    more.getChars(0, most, text, from);
    squeeze(from, from + most);
    linkedChars += linked ? length - before : 0;
    stressedChars += stressed ? length - before : 0;
    return length > before;
  }

  /** Moves what can be seen of the characters in between up to the others. */
  private void squeeze(int from, int to) {
    char[] chars = text;
    int end = length;
    int i = from;
    while (i < to) {
      char c = chars[i];
      if (Letters.isSeen(c)) {
        if (space != 0) {
          chars[end] = space;
          end += end > 0 ? 1 : 0;
          space = 0;
        }
        do {
          c = chars[i++];
          chars[end++] = c;
        } while (i < to && Letters.joins(c, chars[i]));
        if (c == ' ') {
          // Whether it is needed is known when something follows.
          space = c;
          end--;
        }
      } else {
        boolean wide = c == IDEOGRAPHIC || space == IDEOGRAPHIC;
        space = wide ? IDEOGRAPHIC : Letters.isSpace(c) ? ' ' : space;
        i++;
      }
    }
    length = end;
  }

  int length() {
    return length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** The text so far; starts anew. */
  String take() {
    String taken = length == 0 ? "" : new String(text, 0, length);
    lastLinked = linkedChars;
    lastStressed = stressedChars;
    stressedChars = 0;
    length = 0;
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
