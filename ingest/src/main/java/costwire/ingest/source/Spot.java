package costwire.ingest.source;

/**
 * A place in a file that reading can be taken up at.
 *
 * @param offset of a byte in the file; of a packed file: of the gzip member it lies in
 * @param within unpacked bytes from there
 * @param line how many lines there are before it; 0 where there are no lines
 */
public record Spot(long offset, long within, long line) {
  public static final Spot START = new Spot(0, 0, 0);

  public Spot {
    if (offset < 0 || within < 0 || line < 0) {
      throw new IllegalArgumentException("there is nothing before a file");
    }
  }

  /** As places are told to people. */
  @Override
  public String toString() {
    return within == 0 ? Long.toString(offset) : offset + "+" + within;
  }
}
