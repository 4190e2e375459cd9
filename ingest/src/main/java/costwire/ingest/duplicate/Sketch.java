package costwire.ingest.duplicate;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is kept of a text to compare it with others: how many shingles it has, a byte of each of
 * their least hashes, and its figures. Two sketches are compared without the texts.
 *
 * @param bytes shingles (4 bytes), hashes ({@link MinHash#SIZE}), then figures of 4 bytes each
 */
public record Sketch(ByteBuffer bytes) {
  private static final int HASHES = Integer.BYTES;
  private static final int FIGURES = HASHES + MinHash.SIZE;

  public Sketch {
    int figures = bytes.remaining() - FIGURES;
    if (figures < 0 || figures % Integer.BYTES != 0) {
      throw new IllegalArgumentException("no sketch has " + bytes.remaining() + " bytes");
    }
    bytes = bytes.slice().asReadOnlyBuffer();
  }

  static Sketch of(int shingles, int[] least, int[] figures) {
    ByteBuffer bytes = ByteBuffer.allocate(FIGURES + Integer.BYTES * figures.length);
    bytes.putInt(shingles);
    for (int hash : least) {
      bytes.put((byte) hash);
    }
    Arrays.stream(figures).forEach(bytes::putInt);
    return new Sketch(bytes.flip());
  }

  /** Distinct shingles of the text. */
  int shingles() {
    return bytes.getInt(0);
  }

  /** How many of the least hashes are those of the other. */
  int matches(Sketch other) {
    int matches = 0;
    for (int i = HASHES; i < FIGURES; i++) {
      matches += bytes.get(i) == other.bytes.get(i) ? 1 : 0;
    }
    return matches;
  }

  /** Whether the two meet in the band. */
  boolean meets(Sketch other, int band) {
    int start = HASHES + band * MinHash.ROWS;
    for (int i = start; i < start + MinHash.ROWS; i++) {
      if (bytes.get(i) != other.bytes.get(i)) {
        return false;
      }
    }
    return true;
  }

  int figures() {
    return (bytes.limit() - FIGURES) / Integer.BYTES;
  }

  /** The figure at a place, the words around it in the upper half. */
  int figure(int at) {
    return bytes.getInt(FIGURES + at * Integer.BYTES);
  }
}
