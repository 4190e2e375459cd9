package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.Scope;
import costwire.extract.catalogue.AiModel;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what an amount covers, from what is said around it. */
final class Scopes {
  private Scopes() {}

  static Scope of(Passage passage, Amount amount, Parties parties) {
    Map<Scope, Double> scores = new EnumMap<>(Scope.class);
    double training = Proximity.of(passage, amount, Cue.TRAINING);
    double site = site(passage, amount, parties);
    double building = Proximity.of(passage, amount, Cue.BUILDING);
    double purchase = Proximity.of(passage, amount, Cue.PURCHASE);
    double used =
        amount.measure() == Measure.CHIPS
            ? 0.4 * Proximity.of(passage, amount, Cue.USE)
            : 0.7 * Proximity.of(passage, amount, Cue.COMPUTE);
    scores.put(Scope.TRAINING_RUN, 2.4 * training + model(passage, amount, parties) + used);
    scores.put(Scope.INFRASTRUCTURE, 2.4 * site + 0.8 * building);
    if (amount.measure() != Measure.DURATION) {
      scores.put(Scope.OPERATION, operation(passage, amount));
      scores.put(
          Scope.HARDWARE, hardware(passage, amount) + purchase + (training + site == 0 ? 0.8 : 0));
    }
    if (amount.measure() == Measure.COST) {
      scores.put(
          Scope.DEVELOPMENT,
          1.9 * Proximity.of(passage, amount, Cue.DEVELOPMENT)
              + 0.4 * Proximity.of(passage, amount, Cue.AI));
    }
    Map.Entry<Scope, Double> best =
        scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return best.getValue() < 0.5 ? otherwise(amount) : best.getKey();
  }

  private static Scope otherwise(Amount amount) {
    return switch (amount.measure()) {
      case CHIPS -> Scope.HARDWARE;
      case DURATION -> Scope.TRAINING_RUN;
      case COST, CHIP_HOURS -> Scope.UNSPECIFIED;
    };
  }

  private static double site(Passage passage, Amount amount, Parties parties) {
    double machine = parties.machineNear(passage, amount) == null ? 0 : 0.6;
    return Math.max(machine, Proximity.of(passage, amount, Cue.SITE));
  }

  private static double model(Passage passage, Amount amount, Parties parties) {
    AiModel model = parties.modelNear(passage, amount);
    return model == null
        ? 0
        : (model.isFamily() ? 0.2 : 0.9) * parties.strengthOf(model, passage, amount);
  }

  private static double operation(Passage passage, Amount amount) {
    double rate = amount.per() != null && !"chip-hour".equals(amount.per()) ? 0.8 : 0;
    return amount.measure() == Measure.COST
        ? 1.9 * Proximity.of(passage, amount, Cue.OPERATION) + rate
        : 1.2 * Proximity.of(passage, amount, Cue.OPERATION);
  }

  private static double hardware(Passage passage, Amount amount) {
    double things = 1.6 * Proximity.of(passage, amount, Cue.HARDWARE);
    if (amount.measure() == Measure.CHIPS) {
      return Math.max(things, 0.9 + 0.5 * Proximity.of(passage, amount, Cue.HOLDING));
    }
    return things + (nearChips(passage, amount) ? 0.4 : 0);
  }

  private static boolean nearChips(Passage passage, Amount amount) {
    return nearestChips(passage, amount) != null;
  }

  /** The counted or named chips nearest to an amount; null if the sentence has none. */
  static @Nullable Amount nearestChips(Passage passage, Amount amount) {
    Amount nearest = null;
    double best = 0;
    for (Amount other : passage.amounts()) {
      double strength = Proximity.of(passage, amount, other.getStart(), other.getEnd());
      if (other != amount && other.chip() != null && strength > best) {
        best = strength;
        nearest = other;
      }
    }
    return nearest;
  }
}
