package costwire.aggregate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.SampleLine;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final Alert.Line RUN = new Alert.Line("R1", Scope.TRAINING_RUN);
  private static final Alert.Line MACHINES = new Alert.Line(null, Scope.HARDWARE);
  private static final Alert.State RUN_THEN = new Alert.State(null, Agreement.DISPUTED, 2);
  private static final Alert.State MACHINES_THEN = new Alert.State(null, Agreement.CONSISTENT, 3);

  @Test
  void eachLineIsRememberedByItself() {
    Told told =
        new Told(List.of(new Told.Entry(RUN, RUN_THEN), new Told.Entry(MACHINES, MACHINES_THEN)));

    assertThat(told.of(RUN)).contains(RUN_THEN);
    assertThat(told.of(MACHINES)).contains(MACHINES_THEN);
    assertThat(told.of(new Alert.Line("V3", Scope.TRAINING_RUN))).isEmpty();
    assertThat(told.isEmpty()).isFalse();
    assertThat(Told.NOTHING.isEmpty()).isTrue();
  }

  @Test
  void aLineThatWasToldIsRememberedAsItIsAndTheOthersAsTheyWere() {
    LineChange run = new LineChange(RUN, RUN_THEN, null, line(RUN));
    LineChange machines = new LineChange(MACHINES, MACHINES_THEN, null, line(MACHINES));
    Alert alert =
        new Alert(
            "id",
            Instant.EPOCH,
            "deepseek",
            "DeepSeek",
            Alert.Kind.DISPUTE_SETTLED,
            RUN,
            RUN_THEN,
            null,
            "reason",
            List.of(),
            null);

    Told told = Told.of(List.of(run, machines), List.of(alert));

    assertThat(told.of(RUN)).contains(LineChange.state(line(RUN)));
    assertThat(told.of(MACHINES)).contains(MACHINES_THEN);
    assertThat(Told.of(List.of(new LineChange(RUN, RUN_THEN, line(RUN), null)), List.of()).lines())
        .isEmpty();
  }

  @Test
  void aCompanyIsCalledAsItIsNowElseAsItWasLast() {
    assertThat(new EstimateChange(named("Old"), named("New")).company()).isEqualTo("New");
    assertThat(new EstimateChange(named("Old"), null).company()).isEqualTo("Old");
    assertThat(new EstimateChange(null, null).company()).isEmpty();
  }

  private static Estimate named(String company) {
    return new Estimate(company, "deepseek", null, null, null, List.of());
  }

  private static Estimate.Line line(Alert.Line line) {
    return SampleLine.of(line.model(), line.scope(), null, Agreement.SINGLE_SOURCE);
  }
}
