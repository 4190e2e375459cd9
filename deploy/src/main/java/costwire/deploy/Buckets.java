package costwire.deploy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Which timers are histograms, and their upper limits in seconds: few, as each is a series for
 * every combination of labels, and wide enough that no percentile worth an alarm falls off the end.
 */
final class Buckets implements MeterFilter {
  private static final double[] COMPUTING = {.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5};
  private static final double[] WAITING = {.1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300, 1800};

  private static final Map<String, double[]> LIMITS =
      Map.of(
          "costwire.stage.duration", COMPUTING,
          "costwire.http.duration", COMPUTING,
          "costwire.fetch.duration", WAITING,
          "costwire.estimate.age", WAITING);

  @Override
  public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
    double[] limits = LIMITS.get(id.getName());
    return limits == null
        ? config
        : DistributionStatisticConfig.builder()
            .serviceLevelObjectives(DoubleStream.of(limits).map(seconds -> seconds * 1e9).toArray())
            .build()
            .merge(config);
  }
}
