package costwire.deploy.serve;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.aggregate.Estimate;
import costwire.stream.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code costwire_estimate_usd}: the estimates as gauges, brought up to date before a scrape. */
final class EstimateGauges {
  /** A scrape stays small whatever the news. */
  private static final int MAX_LINES = 2_000;

  private final ReadModel model;
  private final MultiGauge gauges;
  private @Nullable String shown;

  EstimateGauges(ReadModel model, MeterRegistry meters) {
    this.model = model;
    this.gauges =
        MultiGauge.builder("costwire.estimate.usd")
            .description("Estimated cost in US dollars, by quantile")
            .register(meters);
  }

  synchronized void refresh() {
    String version = model.version();
    if (version.equals(shown)) {
      return;
    }
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (Estimate estimate : model.estimates()) {
      for (Estimate.Line line : estimate.lines()) {
        if (rows.size() < 3 * MAX_LINES) {
          add(rows, estimate, line);
        }
      }
    }
    gauges.register(rows, true);
    shown = version;
  }

  private static void add(List<MultiGauge.Row<?>> rows, Estimate estimate, Estimate.Line line) {
    Estimate.Interval usd = line.usd();
    if (usd == null) {
      return;
    }
    JsonNode scope = Json.mapper().valueToTree(line.scope());
    Tags tags =
        Tags.of(
            "company",
            estimate.company(),
            "model",
            line.model() == null ? "" : line.model(),
            "scope",
            scope.asText());
    add(rows, tags, "0.1", usd.low());
    add(rows, tags, "0.5", usd.best());
    add(rows, tags, "0.9", usd.high());
  }

  private static void add(
      List<MultiGauge.Row<?>> rows, Tags tags, String quantile, @Nullable BigDecimal dollars) {
    if (dollars != null) {
      rows.add(MultiGauge.Row.of(tags.and("quantile", quantile), dollars.doubleValue()));
    }
  }
}
