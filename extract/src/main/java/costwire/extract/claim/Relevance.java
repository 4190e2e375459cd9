package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether an amount is a claim on compute. */
final class Relevance {
  private static final Map<Cue, Double> FOR =
      Map.ofEntries(
          Map.entry(Cue.TRAINING, 3.0),
          Map.entry(Cue.COMPUTE, 1.5),
          Map.entry(Cue.SITE, 2.5),
          Map.entry(Cue.HARDWARE, 2.2),
          Map.entry(Cue.DEVELOPMENT, 1.2),
          Map.entry(Cue.OPERATION, 1.2),
          Map.entry(Cue.COST, 1.2),
          Map.entry(Cue.PURCHASE, 0.7),
          Map.entry(Cue.BUILDING, 1.0),
          Map.entry(Cue.RENT, 1.0),
          Map.entry(Cue.AI, 0.8));

  private static final Map<Cue, Double> AGAINST =
      Map.ofEntries(
          Map.entry(Cue.SHARES, 3.0),
          Map.entry(Cue.VALUATION, 4.5),
          Map.entry(Cue.REVENUE, 3.2),
          Map.entry(Cue.FUNDING, 4.0),
          Map.entry(Cue.FINE, 4.5),
          Map.entry(Cue.SALARY, 4.5),
          Map.entry(Cue.PRICE, 4.0),
          Map.entry(Cue.SALES, 1.5),
          Map.entry(Cue.FORECAST, 3.0));

  /** A sentence before lends this much of what it speaks of. */
  private static final double BEFORE = 0.35;

  private static final double MODEL = 1.0;
  private static final double CHIPS = 1.8;
  private static final double LEAST = 1.5;

  private Relevance() {}

  /** How much speaks for a claim; it is one from 0 up. */
  static double of(Passage passage, Amount amount, Parties parties, @Nullable Passage before) {
    return switch (amount.measure()) {
      case CHIP_HOURS -> 2;
      case CHIPS -> chips(passage, amount);
      case DURATION -> duration(passage, amount, parties);
      case COST -> cost(passage, amount, parties, before);
    };
  }

  private static double cost(
      Passage passage, Amount amount, Parties parties, @Nullable Passage before) {
    if ("chip-hour".equals(amount.per())) {
      return 2;
    }
    double score = Proximity.sum(passage, amount, FOR) - Proximity.sum(passage, amount, AGAINST);
    if (parties.modelNear(passage, amount) != null
        || parties.machineNear(passage, amount) != null) {
      score += MODEL;
    }
    score += CHIPS * nearestChips(passage, amount);
    score += amount.per() == null ? 0 : Proximity.of(passage, amount, Cue.OPERATION);
    boolean topical = isTopical(passage);
    if (before != null && !topical) {
      boolean carries = isTopical(before);
      score += carries ? BEFORE * LEAST + BEFORE : 0;
    }
    return topical || (before != null && isTopical(before)) ? score - LEAST : -1;
  }

  /** Whether the sentence speaks of money that is no cost: shares, revenue, a fine. */
  static boolean isOtherMoney(Passage passage, Amount amount) {
    return Proximity.sum(passage, amount, AGAINST) > 1.5;
  }

  private static boolean isTopical(Passage passage) {
    return passage.has(Cue.TRAINING)
        || passage.has(Cue.COMPUTE)
        || passage.has(Cue.SITE)
        || passage.has(Cue.HARDWARE)
        || passage.has(Cue.OPERATION)
        || (passage.has(Cue.DEVELOPMENT) && passage.has(Cue.AI))
        || passage.amounts().stream()
            .anyMatch(a -> a.measure() == Measure.CHIPS || a.measure() == Measure.CHIP_HOURS);
  }

  private static double nearestChips(Passage passage, Amount amount) {
    return passage.amounts().stream()
        .filter(a -> a.measure() == Measure.CHIPS || a.measure() == Measure.CHIP_HOURS)
        .mapToDouble(a -> Proximity.of(passage, amount, a.getStart(), a.getEnd()))
        .max()
        .orElse(0);
  }

  /** Chips are a claim unless they are goods. */
  private static double chips(Passage passage, Amount amount) {
    double goods =
        Proximity.of(passage, amount, Cue.SALES) - Proximity.of(passage, amount, Cue.TRAINING);
    double owned =
        Math.max(
            Math.max(
                Proximity.of(passage, amount, Cue.PURCHASE),
                Proximity.of(passage, amount, Cue.USE)),
            Math.max(
                Proximity.of(passage, amount, Cue.SITE),
                Proximity.of(passage, amount, Cue.HOLDING)));
    return 1 - 1.5 * Math.max(0, goods - owned);
  }

  private static double duration(Passage passage, Amount amount, Parties parties) {
    double run =
        Math.max(
            Proximity.of(passage, amount, Cue.TRAINING),
            0.9 * Proximity.of(passage, amount, Cue.BUILDING));
    double chips = 0.85 * nearestChips(passage, amount);
    double model = parties.modelNear(passage, amount) == null ? 0 : 0.1;
    double other =
        Math.max(
            touching(passage, amount, Cue.AGO),
            Math.max(
                touching(passage, amount, Cue.AGE),
                Math.max(
                    touching(passage, amount, Cue.HORIZON), touching(passage, amount, Cue.RENT))));
    double lasting = touching(passage, amount, Cue.LASTING) * 0.25;
    double reach = lasting > 0 ? chips : 0.6 * chips;
    return Math.max(run, reach) + model + lasting - 0.5 - other;
  }

  /** A word of time counts only right beside its duration. */
  private static double touching(Passage passage, Amount amount, Cue cue) {
    return passage.cues(cue).stream()
            .anyMatch(
                mark ->
                    passage.gap(amount.getStart(), amount.getEnd(), mark.from(), mark.to()) <= 1
                        && passage.clausesBetween(amount.getStart(), mark.from()) == 0)
        ? 1
        : 0;
  }
}
