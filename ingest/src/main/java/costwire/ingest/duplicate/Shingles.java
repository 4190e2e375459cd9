package costwire.ingest.duplicate;

import java.util.Arrays;

/** The distinct runs of neighbouring words of a text. */
record Shingles(long[] hashes, int size) {
  static Shingles of(Words words) {
    long[] all = new long[words.size()];
    int count = 0;
    for (int at = 0; at < words.size() && at + words.width(at) <= words.size(); at++) {
      long shingle = 0;
      for (int i = at; i < at + words.width(at); i++) {
        shingle = Mix.and(shingle, words.hash(i));
      }
      all[count++] = Mix.of(shingle);
    }
    Arrays.sort(all, 0, count);
    return new Shingles(all, distinct(all, count));
  }

  /** Moves the distinct ones of the sorted to the front. */
  private static int distinct(long[] sorted, int count) {
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (size == 0 || sorted[size - 1] != sorted[i]) {
        sorted[size++] = sorted[i];
      }
    }
    return size;
  }
}
