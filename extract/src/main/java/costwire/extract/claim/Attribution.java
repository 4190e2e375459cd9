package costwire.extract.claim;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** Finds on whose word a sentence says what it says. */
final class Attribution {
  /** Words between a verb of saying and its subject. */
  private static final int FARTHEST = 10;

  private static final int FARTHEST_SOURCE = 6;

  private static final Map<Cue, Integer> REACH =
      Map.of(Cue.ACCORDING, FARTHEST_SOURCE, Cue.SAY, FARTHEST, Cue.ESTIMATE, FARTHEST);

  private Attribution() {}

  /**
   * The party to whom the sentence attributes the amount; null if to none.
   *
   * @param spokenOf whom "the company" means here; null if nobody was spoken of
   */
  static @Nullable Party of(
      Passage passage, Span amount, List<Party> parties, @Nullable String spokenOf) {
    List<Party> speakers = new ArrayList<>(parties);
    speakers.addAll(described(passage, spokenOf, parties));
    Party best = null;
    double strongest = 0;
    for (Map.Entry<Cue, Integer> cue : REACH.entrySet()) {
      for (Mark mark : passage.cues(cue.getKey())) {
        for (Party party : speakers) {
          double strength = strength(passage, amount, mark, party, cue.getValue());
          if (strength > strongest) {
            strongest = strength;
            best = party;
          }
        }
      }
    }
    return best == null ? null : inPerson(passage, best, parties);
  }

  /** "the company", "it": as a party. */
  private static List<Party> described(
      Passage passage, @Nullable String spokenOf, List<Party> parties) {
    if (spokenOf == null) {
      return List.of();
    }
    List<Party> described = new ArrayList<>();
    for (Cue cue : List.of(Cue.COMPANY, Cue.PRONOUN)) {
      for (Mark mark : passage.cues(cue)) {
        Span span = new Span(mark.from(), mark.to());
        // "the institute SemiAnalysis" is no description of somebody else.
        if (parties.stream().noneMatch(party -> stands(party, passage, mark))) {
          described.add(new Party(span, spokenOf, Party.Role.OWNER, null));
        }
      }
    }
    return described;
  }

  private static boolean stands(Party party, Passage passage, Mark beside) {
    Span span = party.span();
    return passage.gap(span.getStart(), span.getEnd(), beside.from(), beside.to()) <= 1;
  }

  /** Where its chief speaks for a company in the same breath, the chief is the source. */
  private static Party inPerson(Passage passage, Party speaker, List<Party> parties) {
    if (speaker.role() != Party.Role.OWNER || !passage.has(Cue.TITLE)) {
      return speaker;
    }
    return parties.stream()
        .filter(party -> party.role() == Party.Role.PERSON)
        .filter(party -> speaker.name().equals(party.of()) || party.of() == null)
        .filter(
            party ->
                passage.gap(
                        party.span().getStart(), party.span().getEnd(),
                        speaker.span().getStart(), speaker.span().getEnd())
                    <= FARTHEST)
        .findFirst()
        .orElse(speaker);
  }

  private static double strength(Passage passage, Span amount, Mark cue, Party party, int reach) {
    int gap = passage.gap(cue.from(), cue.to(), party.span().getStart(), party.span().getEnd());
    if (gap > reach) {
      return 0;
    }
    int clauses = passage.clausesBetween(cue.from(), party.span().getStart());
    double near = 3.0 / (3 + gap + 2 * clauses);
    double kind =
        switch (party.role()) {
          case OWNER -> 1;
          case SUPPLIER -> 0.7;
          case SOURCE, PERSON -> 1.3;
        };
    // Of two sources in a sentence the one nearer to the amount is meant.
    double aside = passage.isAside(party.span().getStart()) ? 0.5 : 1;
    return near * aside * kind * Proximity.of(passage, amount, cue.from(), cue.to());
  }
}
