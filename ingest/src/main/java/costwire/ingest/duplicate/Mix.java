package costwire.ingest.duplicate;

/** Scrambles bits, the same on every machine and for ever: signatures are compared across years. */
final class Mix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mix() {}

  /** The finaliser of SplitMix64: each bit of the input moves every bit of the output. */
  static long of(long bits) {
    long mixed = bits + GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** One more into a running hash, in which order counts. */
  static long and(long hash, long next) {
    return hash * 0x100000001B3L + next + 1;
  }
}
