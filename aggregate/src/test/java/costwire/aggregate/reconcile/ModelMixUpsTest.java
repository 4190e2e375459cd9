package costwire.aggregate.reconcile;

import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimator;
import costwire.aggregate.Finding;
import costwire.aggregate.Finding.Kind;
import costwire.aggregate.SampleClaim;
import costwire.extract.Scope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 5.576 million is what the base model cost; one outlet tells it of R1, which cost 294,000. */
class ModelMixUpsTest {
  private static final SampleClaim OWN = cost("own").exactly("294000").by("DeepSeek");
  private static final SampleClaim MIXED =
      cost("mixed").exactly("5576000").by("DeepSeek").printedBy("x");

  private static SampleClaim base(String id, String outlet) {
    return run(id, "DeepSeek-V3", Scope.TRAINING_RUN, outlet);
  }

  private static SampleClaim run(String id, String model, Scope scope, String outlet) {
    return cost(id)
        .exactly("5576000")
        .about("DeepSeek", model, scope)
        .by("DeepSeek")
        .printedBy(outlet);
  }

  private static Line line(String model, SampleClaim... claims) {
    return Estimator.standard()
        .estimate("deepseek", Stream.of(claims).map(SampleClaim::build).toList(), null)
        .lines()
        .stream()
        .filter(line -> line.scope() == Scope.TRAINING_RUN && model.equals(line.model()))
        .findFirst()
        .orElseThrow();
  }

  private static double best(Line line) {
    return Objects.requireNonNull(Objects.requireNonNull(line.usd()).best()).doubleValue();
  }

  @Test
  void whatMoreOutletsTellOfAnotherModelWeighsNothing() {
    SampleClaim[] claims = {OWN, MIXED, base("v3", "y"), base("v3 again", "z")};

    Line run = line("DeepSeek-R1", claims);

    assertThat(best(run)).isEqualTo(294_000);
    assertThat(run.evidence())
        .filteredOn(evidence -> evidence.claim().equals("mixed"))
        .singleElement()
        .satisfies(evidence -> assertThat(evidence.weight()).isZero());
    assertThat(run.findings())
        .singleElement()
        .isEqualTo(
            new Finding(
                Kind.MODEL_MIX_UP,
                "$5.58 million is told of DeepSeek-V3 by more outlets and is far above this run's"
                    + " other figures: it weighs nothing",
                List.of("mixed")));
    assertThat(line("DeepSeek-V3", claims).findings()).isEmpty();
  }

  @Test
  void itWeighsWhatItDidWhereNoMoreOutletsTellItOfTheOther() {
    assertThat(line("DeepSeek-R1", OWN, MIXED, base("v3", "y")).findings()).isEmpty();
  }

  @Test
  void itWeighsWhatItDidNearTheRunsOtherFigures() {
    SampleClaim near = cost("own").exactly("2940000").by("DeepSeek");

    assertThat(line("DeepSeek-R1", near, MIXED, base("v3", "y"), base("w", "z")).findings())
        .isEmpty();
  }

  @Test
  void whatServingAnotherModelCostIsNoRun() {
    SampleClaim serving = run("serving", "DeepSeek-V3", Scope.OPERATION, "y");
    SampleClaim again = run("serving again", "DeepSeek-V3", Scope.OPERATION, "z");

    assertThat(line("DeepSeek-R1", OWN, MIXED, serving, again).findings()).isEmpty();
  }
}
