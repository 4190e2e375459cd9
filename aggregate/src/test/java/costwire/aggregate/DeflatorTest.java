package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import costwire.extract.Claim;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dollars of one year against those of another: the index was 237.0 in 2015, 313.7 in 2024. */
class DeflatorTest {
  @ParameterizedTest
  @CsvSource({
    "2015-06-01, 2024, 1.3235",
    "2024-06-01, 2024, 1",
    "2024-06-01, 2015, 0.7556",
    "1987-06-01, 1999, 1",
    ", 2024, 1",
  })
  void whatIsStatedIsToldInDollarsOfTheYear(@Nullable String at, int year, double factor) {
    Claim claim = SampleClaim.cost("a").exactly("1000000").on(at).build();
    Estimate.Stated stated =
        Objects.requireNonNull(line(Estimator.standard().inDollarsOf(year), claim).stated());
    assertThat(Objects.requireNonNull(stated.best()).doubleValue())
        .isCloseTo(1_000_000 * factor, within(100.0));
  }

  @Test
  void andSoIsWhatIsImplied() {
    Claim claim =
        SampleClaim.chipHours("a", "nvidia-v100").exactly("1000000").on("2018-06-01").build();
    double nominal = implied(line(Estimator.standard(), claim));
    double real = implied(line(Estimator.standard().inDollarsOf(2024), claim));
    assertThat(real / nominal).isCloseTo(313.689 / 245.120, within(0.001));
  }

  @Test
  void refusesYearsWhosePricesAreNotKnown() {
    assertThatThrownBy(() -> Estimator.standard().inDollarsOf(1873))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1999");
  }

  private static double implied(Estimate.Line line) {
    return Objects.requireNonNull(line.implied()).best().doubleValue();
  }

  private static Estimate.Line line(Estimator estimator, Claim claim) {
    return estimator.estimates(List.of(claim), null).get(0).lines().get(0);
  }
}
