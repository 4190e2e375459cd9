package costwire.ingest.duplicate;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * A text as a run of hashed words, folded so that case, punctuation and typography do not show.
 * Scripts that write no spaces give one word a character.
 */
final class Words {
  /** How many neighbours say as much as three words of a spaced script do. */
  private static final byte SPACED = 3;

  private static final byte IDEOGRAPHIC = 5;
  private static final byte SOUTH_EAST_ASIAN = 10;

  /** Characters that are read; the rest of a book adds nothing. */
  private static final int MOST_CHARACTERS = 200_000;

  private static final int TATWEEL = 0x640;
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private long[] hashes = new long[256];
  private byte[] widths = new byte[256];
  private boolean[] figures = new boolean[256];
  private int size;
  private long open;

  private Words() {}

  static Words of(String text) {
    String folded = FOLD.normalize(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    Words words = new Words();
    int at = 0;
    while (at < folded.length()) {
      at = words.take(folded, at);
    }
    words.endWord();
    return words;
  }

  int size() {
    return size;
  }

  long hash(int at) {
    return hashes[at];
  }

  /** How many words from here on make one shingle. */
  int width(int at) {
    return widths[at];
  }

  boolean isFigure(int at) {
    return figures[at];
  }

  private int take(String text, int at) {
    int letter = text.codePointAt(at);
    if (open == 0 && letter <= Character.MAX_VALUE && Character.isDigit(letter)) {
      FigureText figure = FigureText.at(text, at);
      add(figure.hash(), SPACED, true);
      return figure.end();
    }
    byte width = widthOf(letter);
    if (width != SPACED) {
      endWord();
      add(Mix.of(letter), width, false);
    } else if (!isWordCharacter(letter)) {
      endWord();
    } else if (letter != TATWEEL) {
      open = Mix.and(open, letter);
    }
    return at + Character.charCount(letter);
  }

  private void endWord() {
    if (open != 0) {
      add(Mix.of(open), SPACED, false);
      open = 0;
    }
  }

  private void add(long hash, byte width, boolean figure) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      widths = Arrays.copyOf(widths, 2 * size);
      figures = Arrays.copyOf(figures, 2 * size);
    }
    hashes[size] = hash;
    widths[size] = width;
    figures[size++] = figure;
  }

  private static boolean isWordCharacter(int letter) {
    if (Character.isLetterOrDigit(letter)) {
      return true;
    }
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static byte widthOf(int letter) {
    if (letter < 0xE00) {
      return SPACED;
    }
    boolean southEastAsian =
        letter <= 0xEFF
            || (letter >= 0x1000 && letter <= 0x109F)
            || (letter >= 0x1780 && letter <= 0x17FF);
    boolean ideographic =
        (letter >= 0x3005 && letter <= 0x30FF)
            || (letter >= 0x3400 && letter <= 0x9FFF)
            || (letter >= 0x20000 && letter <= 0x323AF);
    boolean word = (southEastAsian || ideographic) && isWordCharacter(letter);
    return !word ? SPACED : southEastAsian ? SOUTH_EAST_ASIAN : IDEOGRAPHIC;
  }
}
