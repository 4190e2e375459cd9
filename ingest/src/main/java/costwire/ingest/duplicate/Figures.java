package costwire.ingest.duplicate;

import java.util.Arrays;

/**
 * The numbers of a text, each with the words before it and with the words behind it: what one
 * template says of two companies has the same words around other numbers.
 */
final class Figures {
  /** Kept: those whose words come first in the order of hashes, alike in every copy. */
  static final int MOST = 48;

  private static final int BEFORE = 17;
  private static final int BEHIND = 31;

  private final int[] entries = new int[MOST * 8];
  private int size;

  private Figures() {}

  /** Words in the upper half, number in the lower; in ascending order. */
  static int[] of(Words words) {
    Figures figures = new Figures();
    for (int at = 0; at < words.size() && figures.size + 2 < figures.entries.length; at++) {
      if (words.isFigure(at)) {
        figures.add(beside(words, at, -1, BEFORE), words.hash(at));
        figures.add(beside(words, at, 1, BEHIND), words.hash(at));
      }
    }
    Arrays.sort(figures.entries, 0, figures.size);
    return Arrays.copyOf(figures.entries, Math.min(figures.size, MOST));
  }

  private void add(long around, long number) {
    entries[size++] = (int) (around >>> 48 << 16 | number >>> 48);
  }

  /** The nearest words on one side, numbers left out: two, or as many characters. */
  private static long beside(Words words, int figure, int step, long seed) {
    long hash = seed;
    int missing = 0;
    for (int at = figure + step; at >= 0 && at < words.size(); at += step) {
      if (words.isFigure(at)) {
        continue;
      }
      missing = missing == 0 ? words.width(at) - 1 : missing;
      hash = Mix.and(hash, words.hash(at));
      if (--missing == 0) {
        break;
      }
    }
    return Mix.of(hash);
  }
}
