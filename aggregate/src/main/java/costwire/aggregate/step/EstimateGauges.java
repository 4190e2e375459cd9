package costwire.aggregate.step;

import costwire.aggregate.Estimate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The latest estimates as {@code costwire_estimate_usd{company,model,scope,quantile}}. */
final class EstimateGauges {
  private static final String NAME = "costwire.estimate.usd";

  /** Series of one partition; a monitoring system drowns in more. */
  private static final int MOST_SERIES = 10_000;

  private final MeterRegistry registry;
  private final Map<String, Map<Tags, Series>> companies = new HashMap<>();
  private int series;

  EstimateGauges(MeterRegistry registry) {
    this.registry = registry;
  }

  void show(Estimate estimate) {
    Map<Tags, BigDecimal> now = new HashMap<>();
    for (Estimate.Line line : estimate.lines()) {
      Estimate.Interval usd = line.usd();
      if (usd != null) {
        put(now, estimate, line, "0.1", usd.low());
        put(now, estimate, line, "0.5", usd.best());
        put(now, estimate, line, "0.9", usd.high());
      }
    }
    Map<Tags, Series> shown =
        companies.computeIfAbsent(estimate.companyId(), id -> new HashMap<>());
    shown.entrySet().removeIf(old -> !now.containsKey(old.getKey()) && removed(old.getValue()));
    now.forEach((tags, value) -> set(shown, tags, value));
  }

  void forget(String companyId) {
    Map<Tags, Series> gone = companies.remove(companyId);
    if (gone != null) {
      gone.values().forEach(this::removed);
    }
  }

  void close() {
    companies.values().forEach(shown -> shown.values().forEach(this::removed));
    companies.clear();
  }

  private void set(Map<Tags, Series> shown, Tags tags, BigDecimal value) {
    Series known = shown.get(tags);
    if (known != null) {
      known.value().set(value);
    } else if (series < MOST_SERIES) {
      AtomicReference<BigDecimal> holder = new AtomicReference<>(value);
      Gauge gauge = Gauge.builder(NAME, () -> holder.get()).tags(tags).register(registry);
      shown.put(tags, new Series(gauge, holder));
      series++;
    }
  }

  private boolean removed(Series gone) {
    registry.remove(gone.gauge());
    series--;
    return true;
  }

  private static void put(
      Map<Tags, BigDecimal> now,
      Estimate estimate,
      Estimate.Line line,
      String quantile,
      @Nullable BigDecimal value) {
    if (value != null) {
      String model = line.model() == null ? "" : line.model();
      String scope = line.scope().name().toLowerCase(Locale.ROOT).replace('_', '-');
      now.put(
          Tags.of(
              "company", estimate.companyId(),
              "model", model,
              "scope", scope,
              "quantile", quantile),
          value);
    }
  }

  private record Series(Meter gauge, AtomicReference<BigDecimal> value) {}
}
