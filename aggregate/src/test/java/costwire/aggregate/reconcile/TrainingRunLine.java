package costwire.aggregate.reconcile;

import static costwire.aggregate.SampleEstimates.built;

import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimator;
import costwire.aggregate.SampleClaim;
import costwire.extract.Claim;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** The line on a training run that the estimator makes of sample claims. */
final class TrainingRunLine {
  private TrainingRunLine() {}

  static Line line(SampleClaim... claims) {
    return line(built(claims));
  }

  static Line line(List<Claim> claims) {
    return Estimator.standard().estimate("deepseek", claims, null).lines().stream()
        .filter(line -> line.scope() == Scope.TRAINING_RUN)
        .findFirst()
        .orElseThrow();
  }

  static BigDecimal weight(Line line, String claim) {
    return line.evidence().stream()
        .filter(evidence -> evidence.claim().equals(claim))
        .map(Evidence::weight)
        .findFirst()
        .orElseThrow();
  }

  static double best(Line line) {
    return Objects.requireNonNull(Objects.requireNonNull(line.usd()).best()).doubleValue();
  }
}
