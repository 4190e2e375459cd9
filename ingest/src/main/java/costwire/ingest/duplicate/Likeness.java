package costwire.ingest.duplicate;

/**
 * How alike two texts are, estimated from their sketches.
 *
 * @param resemblance 0 to 1: shared shingles among those of both (Jaccard)
 * @param containment 0 to 1: shared shingles among those of the shorter
 * @param agreement of their figures
 */
record Likeness(double resemblance, double containment, Agreement agreement) {
  private static final double RESEMBLES = 0.40;
  private static final double CONTAINED = 0.62;
  private static final double AGREES = 0.75;

  /** Two bytes are alike by chance as often. */
  private static final double CHANCE = 1.0 / 256;

  static Likeness of(Sketch one, Sketch other) {
    double matching = (double) one.matches(other) / MinHash.SIZE;
    double resemblance = Math.max(0, (matching - CHANCE) / (1 - CHANCE));
    double both = one.shingles() + other.shingles();
    double shorter = Math.min(one.shingles(), other.shingles());
    double containment = Math.min(1, resemblance * both / ((1 + resemblance) * shorter));
    return new Likeness(resemblance, containment, Agreement.of(one, other));
  }

  /**
   * Whether one is a copy of the other or both of a third: the words decide, figures may refuse.
   */
  boolean isCopy() {
    return resemblance >= RESEMBLES && containment >= CONTAINED && agreement.share() >= AGREES;
  }
}
