package costwire.extract.claim;

import costwire.extract.read.Passage;
import opennlp.tools.util.Span;

/** How far apart things stand in a sentence, in steps coarse enough to learn from. */
final class Distance {
  private static final int CLAUSE = 4;

  private Distance() {}

  /** Words between two spans, in steps: 0, 1, 3, 6, 10, 11 for more. */
  static int step(Passage passage, Span one, int from, int to) {
    int gap = passage.gap(one.getStart(), one.getEnd(), from, to);
    return gap == 0 ? 0 : gap <= 1 ? 1 : gap <= 3 ? 3 : gap <= 6 ? 6 : gap <= 10 ? 10 : 11;
  }

  /** Words between two spans, a clause boundary counted for four. */
  static int weighed(Passage passage, Span one, int from, int to) {
    return passage.gap(one.getStart(), one.getEnd(), from, to)
        + CLAUSE * passage.clausesBetween(one.getStart(), from);
  }

  /** Clause boundaries between two spans: 0, 1, or 2 for more. */
  static int clauses(Passage passage, Span one, int from) {
    return Math.min(2, passage.clausesBetween(one.getStart(), from));
  }

  /** Whether the tokens stand before the span. */
  static String side(Span one, int from) {
    return from < one.getStart() ? "<" : ">";
  }
}
