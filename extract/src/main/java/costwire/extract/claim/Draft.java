package costwire.extract.claim;

import costwire.extract.Measure;
import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.extract.catalogue.Chip;
import costwire.extract.entity.Amount;
import costwire.extract.name.Party;
import costwire.extract.number.Quantity;
import costwire.extract.read.Passage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A claim before it has an identity: an amount with everything that was found out about it.
 *
 * @param confidence how likely it is a claim, and of this company: 0 to 1
 */
public record Draft(
    Passage passage,
    Amount amount,
    @Nullable Chip chip,
    @Nullable String company,
    @Nullable String model,
    @Nullable String claimant,
    Scope scope,
    Stance stance,
    double confidence) {
  /** A figure of a measure, by which a claim is known again; null for a chip without count. */
  record Figure(Measure measure, String unit, BigDecimal low, BigDecimal high) {
    static @Nullable Figure of(Amount amount) {
      Quantity quantity = amount.quantity();
      return quantity == null
          ? null
          : new Figure(
              amount.measure(),
              amount.unit(),
              quantity.low().stripTrailingZeros(),
              quantity.high().stripTrailingZeros());
    }
  }

  /** The same claim, of the same figure in another currency. */
  Draft restated(Amount other) {
    return new Draft(passage, other, chip, company, model, claimant, scope, stance, confidence);
  }

  /**
   * This claim, if it is of a known model's training, as its maker's: nobody else trains it.
   *
   * @param named the names of its sentence
   */
  Draft ofMaker(List<Party> named) {
    return named.stream()
        .filter(party -> party.role() == Party.Role.MODEL && party.kind().equals("known"))
        .filter(party -> party.name().equals(model) && scope == Scope.TRAINING_RUN)
        .map(Party::company)
        .filter(Objects::nonNull)
        .findFirst()
        .map(this::of)
        .orElse(this);
  }

  private Draft of(String other) {
    return new Draft(passage, amount, chip, other, model, claimant, scope, stance, confidence);
  }

  /** This claim of a headline, with what the headline leaves out taken from the body's. */
  Draft completedBy(Draft body) {
    return new Draft(
        passage,
        amount,
        chip != null && (body.chip == null || body.chip.rank() <= chip.rank()) ? chip : body.chip,
        company == null ? body.company : company,
        model == null ? body.model : model,
        claimant == null ? body.claimant : claimant,
        body.scope,
        stance == Stance.ASSERTED ? body.stance : stance,
        Math.max(confidence, body.confidence));
  }
}
