package costwire.deploy;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this process measures of itself. */
final class Meters implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Meters.class);
  private static final int LAG_SECONDS = 10;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Map<String, Double> lags = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lag");
            thread.setDaemon(true);
            return thread;
          });

  Meters() {
    registry.config().meterFilter(new Buckets());
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  /** {@code costwire_stage_lag_seconds} of those stages of the line that this process runs. */
  void follow(Cluster cluster, Set<Role> roles) {
    if (roles.contains(Role.EXTRACT)) {
      follow(cluster, Role.EXTRACT.toString());
      follow(cluster, Pipeline.DUPLICATES);
    }
    if (roles.contains(Role.AGGREGATE)) {
      follow(cluster, Role.AGGREGATE.toString());
    }
  }

  private void follow(Cluster cluster, String stage) {
    registry.gauge(
        "costwire.stage.lag.seconds",
        Tags.of("stage", stage),
        lags,
        known -> known.getOrDefault(stage, Double.NaN));
    var unused =
        watch.scheduleWithFixedDelay(
            () -> measure(cluster, stage), 1, LAG_SECONDS, TimeUnit.SECONDS);
  }

  private void measure(Cluster cluster, String stage) {
    try {
      double seconds = Backlog.of(cluster, stage).age().toMillis() / 1000.0;
      lags.put(stage, seconds);
    } catch (RuntimeException e) {
      LOG.debug("The lag of {} is not known", stage, e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    collections.close();
    registry.close();
  }
}
