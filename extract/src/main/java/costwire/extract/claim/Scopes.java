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
  private static final double LEAST = 0.5;

  /** Chips of which nothing is said are hardware. */
  private static final double BASE = 0.7;

  private Scopes() {}

  /**
   * @param before what the text spoke of last; null if of nothing yet
   */
  static Scope of(Passage passage, Amount amount, Parties parties, @Nullable Scope before) {
    Map<Scope, Double> scores = new EnumMap<>(Scope.class);
    scores.put(Scope.TRAINING_RUN, training(passage, amount, parties));
    scores.put(Scope.INFRASTRUCTURE, infrastructure(passage, amount, parties));
    if (amount.measure() != Measure.DURATION) {
      scores.put(Scope.OPERATION, operation(passage, amount));
      scores.put(Scope.HARDWARE, hardware(passage, amount));
    }
    if (amount.measure() == Measure.COST) {
      scores.put(Scope.DEVELOPMENT, 1.5 * Proximity.close(passage, amount, Cue.DEVELOPMENT));
    }
    Map.Entry<Scope, Double> best =
        scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    boolean said = best.getValue() > (amount.measure() == Measure.CHIPS ? BASE : LEAST);
    if (said) {
      return best.getKey();
    }
    boolean goesOn = before != null && before != Scope.UNSPECIFIED && amount.per() == null;
    return goesOn && before != null ? before : otherwise(amount);
  }

  private static double training(Passage passage, Amount amount, Parties parties) {
    AiModel model = parties.modelNear(passage, amount);
    double score = 2.4 * Proximity.close(passage, amount, Cue.TRAINING);
    if (model != null) {
      double near = parties.strengthOf(model, passage, amount);
      score += model.isFamily() ? 0.2 * near : 0.6 + 0.5 * near;
    }
    return score
        + (amount.measure() == Measure.CHIPS
            ? 0.4 * Proximity.close(passage, amount, Cue.USE)
            : 0.7 * Proximity.close(passage, amount, Cue.COMPUTE));
  }

  private static double infrastructure(Passage passage, Amount amount, Parties parties) {
    double machine = parties.machineNear(passage, amount) == null ? 0 : 1.2;
    double site = 2.4 * Proximity.close(passage, amount, Cue.SITE);
    return Math.max(machine, site) + 0.8 * Proximity.close(passage, amount, Cue.BUILDING);
  }

  private static double operation(Passage passage, Amount amount) {
    double rate = amount.per() != null && !"chip-hour".equals(amount.per()) ? 0.8 : 0;
    return amount.measure() == Measure.COST
        ? 1.9 * Proximity.close(passage, amount, Cue.OPERATION) + rate
        : 1.2 * Proximity.close(passage, amount, Cue.OPERATION);
  }

  private static double hardware(Passage passage, Amount amount) {
    double things = 2.0 * Proximity.close(passage, amount, Cue.HARDWARE);
    double bought = 1.2 * Proximity.close(passage, amount, Cue.PURCHASE);
    if (amount.measure() == Measure.CHIPS) {
      return BASE + bought + 0.4 * Proximity.close(passage, amount, Cue.HOLDING);
    }
    boolean chips = nearestChips(passage, amount) != null;
    return things + bought + (chips && things + bought > 0 ? 0.5 : 0);
  }

  private static Scope otherwise(Amount amount) {
    return switch (amount.measure()) {
      case CHIPS -> Scope.HARDWARE;
      case DURATION -> Scope.TRAINING_RUN;
      case COST, CHIP_HOURS -> Scope.UNSPECIFIED;
    };
  }

  /** The counted or named chips nearest to an amount; null if the sentence has none. */
  static @Nullable Amount nearestChips(Passage passage, Amount amount) {
    Amount nearest = null;
    double best = 0;
    for (Amount other : passage.amounts()) {
      double strength = Proximity.of(passage, amount, other.getStart(), other.getEnd());
      if (!other.equals(amount) && other.chip() != null && strength > best) {
        best = strength;
        nearest = other;
      }
    }
    return nearest;
  }
}
