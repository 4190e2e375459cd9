package costwire.extract.claim;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.read.Passage;
import opennlp.tools.util.Span;

/** How strongly words speak of an amount: in full beside it, less with every word between. */
final class Proximity {
  /** Words at which something speaks half as strongly. */
  private static final double HALF_WAY = 9;

  /** Words that a clause boundary counts for. */
  private static final int CLAUSE = 3;

  private Proximity() {}

  /** The strength of the nearest mark of a cue, 0 to 1. */
  static double of(Passage passage, Span amount, Cue cue) {
    double strongest = 0;
    for (Mark mark : passage.cues(cue)) {
      if (mark.to() <= amount.getStart() || mark.from() >= amount.getEnd()) {
        strongest = Math.max(strongest, of(passage, amount, mark.from(), mark.to()));
      }
    }
    return strongest;
  }

  /** The strength of the tokens from one to another, 0 to 1. */
  static double of(Passage passage, Span amount, int from, int to) {
    int gap = passage.gap(amount.getStart(), amount.getEnd(), from, to);
    int clauses = passage.clausesBetween(amount.getStart(), from);
    return HALF_WAY / (HALF_WAY + gap + CLAUSE * clauses);
  }
}
