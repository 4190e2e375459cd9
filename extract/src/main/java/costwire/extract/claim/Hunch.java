package costwire.extract.claim;

import costwire.extract.catalogue.Organisation;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * A guess by weighed nearness at whose compute an amount is and on whose word it stands: one of the
 * things that the learned choice goes by.
 */
final class Hunch {
  private static final double MACHINE = 0.7;
  private static final double BEFORE = 1.25;
  private static final double PERSON = 0.55;
  private static final double SPEAKS = 0.8;
  private static final double SOURCE = 0.15;
  private static final double SUPPLIER = 0.2;
  private static final double OTHERS = 0.9;
  private static final double ASIDE = 0.5;
  private static final double FROM = 0.6;
  private static final double HEAD = 1.2;
  private static final double LEAST = 0.12;
  private static final double UNNAMED = 0.35;

  private static final Set<String> SOURCES =
      Set.of(Organisation.Kind.OUTLET.name(), Organisation.Kind.ANALYST.name());

  /** Words between a verb of saying and its subject, at most; of equals the first here wins. */
  private static final Map<Cue, Integer> REACH =
      new EnumMap<>(Map.of(Cue.ACCORDING, 6, Cue.SAY, 10, Cue.ESTIMATE, 10));

  private Hunch() {}

  private record Guess(@Nullable String name, double strength) {}

  /**
   * Whose compute it is; null for nobody in particular.
   *
   * @param before whom the text spoke of last
   */
  static @Nullable String owner(
      Passage passage,
      Amount amount,
      List<Party> parties,
      @Nullable String claimant,
      @Nullable String before) {
    List<Guess> guesses = new ArrayList<>();
    boolean named = false;
    for (Party party : parties) {
      if (party.company() != null) {
        guesses.add(new Guess(party.company(), owns(passage, amount, party, claimant)));
        named |= party.role() == Party.Role.ORGANISATION && !SOURCES.contains(party.kind());
      }
    }
    guesses.add(new Guess(null, OTHERS * Proximity.of(passage, amount, Cue.OTHERS)));
    double anaphor =
        Math.max(
            Proximity.of(passage, amount, Cue.PRONOUN), Proximity.of(passage, amount, Cue.COMPANY));
    guesses.add(new Guess(before, named ? LEAST : Math.max(UNNAMED, anaphor)));
    return guesses.stream()
        .max(Comparator.comparingDouble(Guess::strength))
        .map(Guess::name)
        .orElse(null);
  }

  private static double owns(
      Passage passage, Amount amount, Party party, @Nullable String claimant) {
    Span span = party.span();
    double strength = Proximity.of(passage, amount, span.getStart(), span.getEnd());
    strength *= span.getEnd() <= amount.getStart() ? BEFORE : 1;
    strength *=
        switch (party.role()) {
          case ORGANISATION ->
              SOURCES.contains(party.kind())
                  ? SOURCE
                  : party.kind().equals(Organisation.Kind.CHIPMAKER.name()) ? SUPPLIER : 1;
          case PERSON -> PERSON;
          case MODEL -> "family".equals(party.kind()) ? ASIDE : 1;
          case MACHINE -> MACHINE;
        };
    strength *= passage.isAside(span.getStart()) ? ASIDE : 1;
    strength *=
        passage.cues(Cue.LOCATIVE).stream().anyMatch(m -> m.to() == span.getStart()) ? FROM : 1;
    strength *= passage.isHead(span.getStart()) ? HEAD : 1;
    return strength * (party.name().equals(claimant) ? SPEAKS : 1);
  }

  /** On whose word it stands; null where nobody is said to say it. */
  static @Nullable String speaker(Passage passage, Amount amount, List<Party> parties) {
    String best = null;
    double strongest = 0;
    for (Map.Entry<Cue, Integer> reach : REACH.entrySet()) {
      for (Mark mark : passage.cues(reach.getKey())) {
        for (Party party : parties) {
          double strength =
              party.canSpeak() ? speaks(passage, amount, mark, party, reach.getValue()) : 0;
          if (strength > strongest) {
            strongest = strength;
            best = party.name();
          }
        }
      }
    }
    return best;
  }

  private static double speaks(Passage passage, Amount amount, Mark cue, Party party, int reach) {
    Span span = party.span();
    int gap = passage.gap(cue.from(), cue.to(), span.getStart(), span.getEnd());
    if (gap > reach) {
      return 0;
    }
    int clauses = passage.clausesBetween(cue.from(), span.getStart());
    double kind = party.role() == Party.Role.PERSON || SOURCES.contains(party.kind()) ? 1.3 : 1;
    return 3.0
        / (3 + gap + 2 * clauses)
        * (passage.isAside(span.getStart()) ? ASIDE : 1)
        * kind
        * Proximity.of(passage, amount, cue.from(), cue.to());
  }
}
