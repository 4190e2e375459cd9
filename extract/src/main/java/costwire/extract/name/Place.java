package costwire.extract.name;

import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.read.Passage;
import opennlp.tools.util.Span;

/**
 * A place of a name.
 *
 * @param span tokens
 */
public record Place(Passage passage, Span span) {
  /** Words between a name and what is said of it. */
  static final int NEAR = 3;

  /** Whether it stands alone in quotation marks. */
  boolean isQuoted() {
    Reading reading = passage.reading();
    return span.getStart() > 0
        && span.getEnd() < reading.size()
        && reading.norm(span.getStart() - 1).equals("\"")
        && reading.norm(span.getEnd()).equals("\"");
  }

  /** Adds what stands around it: words, cues, other names and amounts. */
  public void describe(Features features) {
    Reading reading = passage.reading();
    features.add("quoted", isQuoted());
    features.add("head", span.getStart() == 0);
    for (int side = -1; side <= 1; side += 2) {
      int at = side < 0 ? span.getStart() - 1 : span.getEnd();
      for (int step = 1; step <= 2; step++, at += side) {
        if (at >= 0 && at < reading.size()) {
          features.add("w" + side * step + reading.norm(at));
        }
      }
    }
    for (Cue cue : Cue.values()) {
      for (Mark mark : passage.cues(cue)) {
        boolean before = mark.to() <= span.getStart();
        if (before || mark.from() >= span.getEnd()) {
          int gap = passage.gap(span.getStart(), span.getEnd(), mark.from(), mark.to());
          int clauses = passage.clausesBetween(span.getStart(), mark.from());
          if (gap <= NEAR) {
            String side = before ? "<" : ">";
            features.add(cue + side).add(cue + side + "0", gap == 0);
            features.add(cue + side + "0", gap <= 1 && clauses == 0);
            features.add(cue + side + ",", clauses > 0);
          }
        }
      }
    }
    passage.mentions().stream()
        .filter(mention -> !mention.isWeak() && !mention.intersects(span))
        .filter(
            mention ->
                passage.gap(span.getStart(), span.getEnd(), mention.getStart(), mention.getEnd())
                    <= NEAR)
        .forEach(
            mention ->
                features.add(
                    mention.getType() + (mention.getStart() < span.getStart() ? "<" : ">")));
    passage.amounts().stream()
        .filter(
            amount ->
                passage.gap(span.getStart(), span.getEnd(), amount.getStart(), amount.getEnd())
                    <= NEAR)
        .forEach(
            amount ->
                features.add(amount.measure() + (amount.getStart() < span.getStart() ? "<" : ">")));
  }
}
