package costwire.ingest.duplicate;

import java.util.Arrays;

/** The least hash of a set under each of many fixed orders: sets that overlap share some. */
final class MinHash {
  /** Hashes of one band: two texts meet in it when they share all of them. */
  static final int ROWS = 3;

  /** At a likeness of 0.45 two texts in 100 meet in none of so many, at 0.6 none in 100,000. */
  static final int BANDS = 48;

  static final int SIZE = ROWS * BANDS;

  private static final int[] MASKS = seeds(1);
  private static final int[] FACTORS = seeds(2);

  private MinHash() {}

  private static int[] seeds(int stream) {
    int[] seeds = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      seeds[i] = (int) Mix.of(((long) stream << 32) + i) | 1;
    }
    return seeds;
  }

  /** The least hashes; of an empty set the greatest there are. */
  static int[] of(long[] set, int size) {
    int[] least = new int[SIZE];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int i = 0; i < size; i++) {
      int element = (int) (set[i] >>> 32);
      for (int j = 0; j < SIZE; j++) {
        int hash = (element ^ MASKS[j]) * FACTORS[j];
        hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
        least[j] = Math.min(least[j], hash ^ (hash >>> 13));
      }
    }
    return least;
  }

  /** The name of each band of the hashes, no two bands of different numbers alike. */
  static long[] bands(int[] least) {
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long name = band;
      for (int row = 0; row < ROWS; row++) {
        name = Mix.and(Mix.of(name), least[band * ROWS + row]);
      }
      bands[band] = Mix.of(name);
    }
    return bands;
  }
}
