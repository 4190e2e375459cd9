package costwire.deploy.serve;

import costwire.deploy.serve.FeedStatus.Health;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** How much a read model holds, and how its feeds do. */
final class ModelGauges {
  private ModelGauges() {}

  static void bind(ReadModel model, MeterRegistry meters) {
    Gauge.builder("costwire.model.claims", model, of -> of.totals().claims()).register(meters);
    Gauge.builder("costwire.model.companies", model, of -> of.totals().companies())
        .register(meters);
    for (Health state : Health.values()) {
      Gauge.builder("costwire.feeds", model, of -> count(of, state))
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(meters);
    }
  }

  private static long count(ReadModel model, Health state) {
    return model.feeds().stream().filter(feed -> FeedStatus.of(feed).state() == state).count();
  }
}
