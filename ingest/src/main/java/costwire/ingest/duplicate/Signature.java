package costwire.ingest.duplicate;

import java.util.Optional;

/**
 * By what an article's text is found among others and compared with them.
 *
 * @param bands names of the places where it meets texts like it
 */
record Signature(long[] bands, Sketch sketch) {
  /** Fewer shingles say too little: short notices are alike without being copies. */
  static final int LEAST_SHINGLES = 30;

  /** The text's signature; none if it is too short. */
  static Optional<Signature> of(String text) {
    Words words = Words.of(text);
    Shingles shingles = Shingles.of(words);
    if (shingles.size() < LEAST_SHINGLES) {
      return Optional.empty();
    }
    int[] least = MinHash.of(shingles.hashes(), shingles.size());
    Sketch sketch = Sketch.of(shingles.size(), least, Figures.of(words));
    return Optional.of(new Signature(MinHash.bands(least), sketch));
  }
}
