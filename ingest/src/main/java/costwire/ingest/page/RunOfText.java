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
    if (length + more.length() + 1 > text.length) {
      text = Arrays.copyOf(text, 2 * (length + more.length() + 1));
    }
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c > ' ' && c < '\u00a0') {
        int end = plainEnd(more, i + 1);
        add(more, i, end);
        i = end - 1;
      } else if (Letters.isSpace(c)) {
        space = c == IDEOGRAPHIC || space == IDEOGRAPHIC ? IDEOGRAPHIC : ' ';
      } else if (!Letters.isInvisible(c)) {
        add(more, i, i + 1);
      }
    }
    linkedChars += linked ? length - before : 0;
    stressedChars += stressed ? length - before : 0;
    return length > before;
  }

  /** Where characters end that stay as they are: plain words with one space between them. */
  private static int plainEnd(String more, int from) {
    int end = from;
    while (end < more.length() && more.charAt(end) < '\u00a0') {
      char c = more.charAt(end);
      if (c < ' ' || (c == ' ' && more.charAt(end - 1) == ' ')) {
        break;
      }
      end++;
    }
    return more.charAt(end - 1) == ' ' ? end - 1 : end;
  }

  /** There is room: a space before the first character is the only one that was not counted. */
  private void add(String more, int from, int to) {
    if (space != 0) {
      if (length > 0) {
        text[length++] = space;
      }
      space = 0;
    }
    more.getChars(from, to, text, length);
    length += to - from;
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
