package costwire.extract.claim;

import costwire.extract.Scope;
import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Machine;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds whose compute an amount is. */
final class Owners {
  private static final double MODEL = 1.1;
  private static final double MACHINE = 1.0;

  /** The owner of the machine that somebody else's run used. */
  private static final double HOST = 0.2;

  private static final double BEFORE = 1.25;
  private static final double SPEAKER = 0.55;
  private static final double SAYS = 0.8;
  private static final double SOURCE = 0.15;
  private static final double SUPPLIER = 0.2;
  private static final double OTHERS = 0.9;
  private static final double ANAPHOR = 1.0;
  private static final double ASIDE = 0.5;

  /** "from Oracle", "at Oracle": whom it came from. */
  private static final double FROM = 0.6;

  private static final double SUBJECT = 1.2;

  /** Weaker than this, a name in the sentence loses to whom the text was speaking of. */
  private static final double LEAST = 0.12;

  /** What the text was speaking of, in a sentence that names nobody else. */
  private static final double UNNAMED = 0.35;

  private final Parties parties;

  Owners(Parties parties) {
    this.parties = parties;
  }

  /** Who may be meant, and how strongly; null stands for nobody in particular. */
  private record Candidate(@Nullable String company, double strength) {}

  /** The owner's canonical name; null for nobody in particular. */
  @Nullable String of(
      Passage passage, Amount amount, Scope scope, @Nullable Party claimant, Discourse discourse) {
    List<Candidate> candidates = new ArrayList<>();
    for (Party party : parties.in(passage)) {
      if (party.organisation() != null) {
        double strength = strength(passage, amount, party, claimant);
        candidates.add(new Candidate(party.organisation(), strength));
      }
    }
    AiModel model = parties.modelNear(passage, amount);
    if (model != null && model.company() != null) {
      double strength = MODEL * parties.strengthOf(model, passage, amount);
      candidates.add(new Candidate(model.company(), strength));
    }
    Machine machine = parties.machineNear(passage, amount);
    if (machine != null && machine.company() != null) {
      candidates.add(
          new Candidate(
              machine.company(),
              (scope == Scope.TRAINING_RUN ? HOST : MACHINE)
                  * parties.strengthOf(machine, passage, amount)));
    }
    candidates.add(new Candidate(null, OTHERS * Proximity.of(passage, amount, Cue.OTHERS)));
    candidates.add(new Candidate(discourse.company(), spokenOf(passage, amount)));
    return candidates.stream()
        .max(Comparator.comparingDouble(Candidate::strength))
        .map(Candidate::company)
        .orElse(null);
  }

  private static double strength(
      Passage passage, Amount amount, Party party, @Nullable Party claimant) {
    double near = Proximity.of(passage, amount, party.span().getStart(), party.span().getEnd());
    double place = party.span().getEnd() <= amount.getStart() ? BEFORE : 1;
    double role =
        switch (party.role()) {
          case OWNER -> 1;
          case SUPPLIER -> SUPPLIER;
          case PERSON -> SPEAKER;
          case SOURCE -> SOURCE;
        };
    boolean speaks = claimant != null && claimant.name().equals(party.name());
    double aside = passage.isAside(party.span().getStart()) ? ASIDE : 1;
    double from = isBehindPreposition(passage, party) ? FROM : 1;
    return near
        * aside
        * from
        * (isSubject(passage, party) ? SUBJECT : 1)
        * place
        * role
        * (speaks && party.role() == Party.Role.OWNER ? SAYS : 1);
  }

  /** How strongly the sentence leans on whom the text was speaking of. */
  private double spokenOf(Passage passage, Amount amount) {
    boolean named =
        parties.in(passage).stream()
            .anyMatch(party -> party.mayOwn() && party.organisation() != null);
    if (named) {
      return LEAST;
    }
    double anaphor =
        Math.max(
            Proximity.of(passage, amount, Cue.PRONOUN), Proximity.of(passage, amount, Cue.COMPANY));
    return Math.max(UNNAMED, ANAPHOR * anaphor);
  }

  /** At the head of its sentence or clause. */
  private static boolean isSubject(Passage passage, Party party) {
    int at = party.span().getStart();
    return at == 0 || passage.clausesBetween(at - 1, at) > 0;
  }

  private static boolean isBehindPreposition(Passage passage, Party party) {
    return passage.cues(Cue.LOCATIVE).stream()
        .anyMatch(mark -> mark.to() == party.span().getStart());
  }
}
