package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.Comparator;
import java.util.List;
import opennlp.tools.util.Span;

/** How a name stands in the sentence of an amount. */
final class Appearance {
  private static final List<Cue> SPEECH = List.of(Cue.SAY, Cue.ACCORDING, Cue.ESTIMATE);

  /** Words between a name and one that is told of it in an insertion. */
  private static final int FARTHEST = 5;

  private Appearance() {}

  /** Describes the nearest of a name's places of one role, each feature with its prefix. */
  static void describe(
      Passage passage, Amount amount, Party party, List<Party> all, String prefix, Features out) {
    Span span = party.span();
    int step = Distance.step(passage, amount, span.getStart(), span.getEnd());
    int clauses = Distance.clauses(passage, amount, span.getStart());
    String side = Distance.side(amount, span.getStart());
    out.add(prefix).key(prefix + side + step).key(prefix + "|" + clauses);
    out.add(prefix + side + "|" + clauses).key(prefix + party.kind());
    boolean head = passage.isHead(span.getStart());
    out.key(prefix + "head", head).add(prefix + "head|" + clauses + side, head);
    out.add(prefix + "first", span.getStart() == 0);
    out.key(prefix + "rank" + rank(passage, party, all, amount, side) + side);
    out.add(prefix + "in(", passage.isAside(span.getStart()));
    out.add(prefix + "apposed", isApposed(passage, party, all));
    out.add(prefix + "apposes", all.stream().anyMatch(o -> isApposedTo(passage, o, party)));
    for (Cue cue : List.of(Cue.LOCATIVE, Cue.LOCATED, Cue.COMPANY, Cue.TITLE, Cue.OTHERS)) {
      touching(passage, span, cue, prefix, out);
    }
    for (Cue cue : List.of(Cue.TRAINING, Cue.COST, Cue.PURCHASE, Cue.HOLDING, Cue.USE, Cue.SALES)) {
      touching(passage, span, cue, prefix, out);
    }
    speech(passage, amount, party, prefix, out);
  }

  /** The names, those beside the amount first. */
  static List<Party> nearestFirst(Passage passage, Amount amount, List<Party> parties) {
    return parties.stream()
        .sorted(
            Comparator.comparingInt(
                party ->
                    Distance.weighed(
                        passage, amount, party.span().getStart(), party.span().getEnd())))
        .toList();
  }

  /** Whether it stands in an insertion that only tells more of the name before. */
  static boolean isApposed(Passage passage, Party party, List<Party> all) {
    return all.stream().anyMatch(head -> isApposedTo(passage, party, head));
  }

  /** "Harbour, owner of Lights, spent": Lights is apposed to Harbour. */
  private static boolean isApposedTo(Passage passage, Party party, Party head) {
    int start = party.span().getStart();
    int gap = start - head.span().getEnd();
    return gap > 1
        && gap <= FARTHEST
        && !party.name().equals(head.name())
        && passage.isAside(start)
        && !passage.isAside(head.span().getStart())
        && Character.isLetter(passage.reading().norm(start - 1).charAt(0));
  }

  /** How many other names of its role stand between it and the amount, insertions left out. */
  private static int rank(
      Passage passage, Party party, List<Party> all, Amount amount, String side) {
    int between = 0;
    boolean inside = passage.isAside(party.span().getStart());
    for (Party other : all) {
      boolean same =
          other.role() == party.role()
              && !other.name().equals(party.name())
              && (inside || !passage.isAside(other.span().getStart()));
      boolean before = other.span().getStart() < amount.getStart();
      boolean nearer =
          side.equals("<")
              ? before && other.span().getStart() > party.span().getStart()
              : !before && other.span().getStart() < party.span().getStart();
      between += same && nearer ? 1 : 0;
    }
    return Math.min(2, between);
  }

  private static void touching(Passage passage, Span span, Cue cue, String prefix, Features out) {
    for (Mark mark : passage.cues(cue)) {
      boolean before = mark.to() <= span.getStart();
      boolean outside = before || mark.from() >= span.getEnd();
      int gap = passage.gap(span.getStart(), span.getEnd(), mark.from(), mark.to());
      if (outside && gap <= 2) {
        out.key(prefix + cue + (before ? "<" : ">"));
        out.add(prefix + cue + (before ? "<0" : ">0"), gap == 0);
      }
    }
  }

  private static void speech(
      Passage passage, Amount amount, Party party, String prefix, Features out) {
    Span span = party.span();
    for (Cue cue : SPEECH) {
      Mark nearest = null;
      int least = Integer.MAX_VALUE;
      for (Mark mark : passage.cues(cue)) {
        int gap = Distance.weighed(passage, span, mark.from(), mark.to());
        if (gap < least && (mark.to() <= span.getStart() || mark.from() >= span.getEnd())) {
          least = gap;
          nearest = mark;
        }
      }
      if (nearest != null) {
        int step = least <= 1 ? 1 : least <= 4 ? 4 : least <= 8 ? 8 : 9;
        String side = nearest.from() < span.getStart() ? "<" : ">";
        int clauses = Distance.clauses(passage, amount, nearest.from());
        out.add(prefix + cue + step).add(prefix + cue + side + step);
        out.add(prefix + cue + step + "|" + clauses);
        out.add(prefix + party.kind() + cue + step);
      }
    }
  }
}
