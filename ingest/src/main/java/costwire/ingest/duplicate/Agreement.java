package costwire.ingest.duplicate;

/**
 * How far two texts give the same numbers where they use the same words around them.
 *
 * @param common numbers that stand among the same words in both
 * @param same those of them that are the same
 */
record Agreement(int common, int same) {
  static Agreement of(Sketch one, Sketch other) {
    return new Agreement(common(one, other, 16), common(one, other, 0));
  }

  /** Of two ascending lists, how many entries are in both when the lowest bits are left out. */
  private static int common(Sketch one, Sketch other, int lowest) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.figures() && j < other.figures()) {
      int order = Integer.compare(one.figure(i) >> lowest, other.figure(j) >> lowest);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /** 0 to 1; 1 where nothing can disagree. */
  double share() {
    return common == 0 ? 1 : (double) same / common;
  }
}
