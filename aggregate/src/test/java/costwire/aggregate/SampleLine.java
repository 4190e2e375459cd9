package costwire.aggregate;

import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Interval;
import costwire.extract.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of estimates that say no more than a test asks of them. */
public final class SampleLine {
  private SampleLine() {}

  public static Estimate.Line of(
      @Nullable String model, Scope scope, @Nullable Interval usd, Agreement agreement) {
    return of(model, scope, usd, agreement, List.of(), List.of());
  }

  public static Estimate.Line of(
      @Nullable String model,
      Scope scope,
      @Nullable Interval usd,
      Agreement agreement,
      List<Evidence> evidence,
      List<Finding> findings) {
    return new Estimate.Line(
        model, scope, usd, List.of(), null, null, agreement, null, evidence, List.of(), List.of(),
        findings);
  }
}
