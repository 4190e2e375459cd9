package costwire.extract.claim;

import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Machine;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds whose compute an amount is. */
final class Owners {
  private static final double MODEL = 1.1;
  private static final double MACHINE = 1.0;
  private static final double BEFORE = 1.25;
  private static final double SPEAKER = 0.55;
  private static final double SOURCE = 0.15;

  /** Weaker than this, a name in the sentence loses to whom the text was speaking of. */
  private static final double LEAST = 0.12;

  private final Parties parties;

  Owners(Parties parties) {
    this.parties = parties;
  }

  /** The owner's canonical name; null for nobody in particular. */
  @Nullable String of(
      Passage passage, Amount amount, @Nullable Party claimant, Discourse discourse) {
    String best = null;
    double strongest = LEAST;
    List<Party> named = parties.in(passage);
    for (Party party : named) {
      String organisation = party.organisation();
      double strength = strength(passage, amount, party, claimant);
      if (organisation != null && strength > strongest) {
        strongest = strength;
        best = organisation;
      }
    }
    AiModel model = parties.modelNear(passage, amount);
    if (model != null
        && model.company() != null
        && MODEL * strength(passage, amount, model) > strongest) {
      strongest = MODEL * strength(passage, amount, model);
      best = model.company();
    }
    Machine machine = parties.machineNear(passage, amount);
    if (machine != null && machine.company() != null && MACHINE > strongest) {
      best = machine.company();
    }
    if (best != null) {
      return best;
    }
    return isAboutOthers(passage, amount) ? null : discourse.company();
  }

  private double strength(Passage passage, Amount amount, AiModel model) {
    return parties.reliable(passage).stream()
        .filter(mention -> mention.entry().equals(model))
        .mapToDouble(m -> Proximity.of(passage, amount, m.getStart(), m.getEnd()))
        .max()
        .orElse(0);
  }

  private static double strength(
      Passage passage, Amount amount, Party party, @Nullable Party claimant) {
    double near = Proximity.of(passage, amount, party.span().getStart(), party.span().getEnd());
    double place = party.span().getEnd() <= amount.getStart() ? BEFORE : 1;
    double role =
        switch (party.role()) {
          case OWNER -> 1;
          case PERSON -> SPEAKER;
          case SOURCE -> SOURCE;
        };
    boolean speaks = claimant != null && claimant.name().equals(party.name());
    return near * place * role * (speaks && party.role() == Party.Role.OWNER ? SPEAKER : 1);
  }

  /** "American companies", "rivals": nobody in particular. */
  private static boolean isAboutOthers(Passage passage, Amount amount) {
    double others = Proximity.of(passage, amount, Cue.OTHERS);
    double company =
        Math.max(
            Proximity.of(passage, amount, Cue.COMPANY), Proximity.of(passage, amount, Cue.PRONOUN));
    return others > 0.3 && others > company;
  }
}
