package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.Estimate.Line;
import costwire.extract.Claim;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the estimator makes of sample claims. */
public final class SampleEstimates {
  static final Estimator ESTIMATOR = Estimator.standard();

  private SampleEstimates() {}

  static Estimate estimate(SampleClaim... claims) {
    return ESTIMATOR.estimate("deepseek", built(claims), null);
  }

  static Line line(SampleClaim... claims) {
    List<Line> lines = estimate(claims).lines();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  static Interval usd(Line line) {
    return Objects.requireNonNull(line.usd());
  }

  public static List<Claim> built(SampleClaim... claims) {
    return Stream.of(claims).map(SampleClaim::build).toList();
  }

  static double number(@Nullable BigDecimal figure) {
    return Objects.requireNonNull(figure).doubleValue();
  }

  static double width(Line line) {
    return number(usd(line).high()) / number(usd(line).low());
  }
}
