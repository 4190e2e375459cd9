package costwire.extract.claim;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import java.util.Map;
import opennlp.tools.util.Span;

/**
 * How strongly cues speak of an amount: in full beside it, less with every word between, much less
 * from another clause.
 */
final class Proximity {
  /** Words at which a cue speaks half as strongly. */
  private static final double HALF_WAY = 9;

  private static final double CLOSE = 4;

  /** Words that a clause boundary counts for. */
  private static final int CLAUSE = 3;

  private Proximity() {}

  /** The strength of the nearest mark of a cue, 0 to 1. */
  static double of(Passage passage, Span amount, Cue cue) {
    return of(passage, amount, cue, HALF_WAY);
  }

  /** The same, where the nearest word decides: it fades over fewer words. */
  static double close(Passage passage, Span amount, Cue cue) {
    return of(passage, amount, cue, CLOSE);
  }

  private static double of(Passage passage, Span amount, Cue cue, double halfWay) {
    double strongest = 0;
    for (Mark mark : passage.cues(cue)) {
      if (mark.to() <= amount.getStart() || mark.from() >= amount.getEnd()) {
        double strength = of(passage, amount, mark.from(), mark.to(), halfWay);
        strongest = Math.max(strongest, strength);
      }
    }
    return strongest;
  }

  /** The strength of the tokens from one to another, 0 to 1. */
  static double of(Passage passage, Span amount, int from, int to) {
    return of(passage, amount, from, to, HALF_WAY);
  }

  private static double of(Passage passage, Span amount, int from, int to, double halfWay) {
    int gap = passage.gap(amount.getStart(), amount.getEnd(), from, to);
    int clauses = passage.clausesBetween(amount.getStart(), from);
    return halfWay / (halfWay + gap + CLAUSE * clauses);
  }

  /** The sum of the cues' strengths, each with its weight. */
  static double sum(Passage passage, Span amount, Map<Cue, Double> weights) {
    double sum = 0;
    for (Map.Entry<Cue, Double> weight : weights.entrySet()) {
      sum += weight.getValue() * of(passage, amount, weight.getKey());
    }
    return sum;
  }
}
