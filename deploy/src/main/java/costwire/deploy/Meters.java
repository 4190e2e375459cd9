package costwire.deploy;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<Role, Double> lags = new EnumMap<>(Role.class);
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lag");
            thread.setDaemon(true);
            return thread;
          });

  Meters() {
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
    List<Role> streams = List.of(Role.EXTRACT, Role.AGGREGATE);
    for (Role role : streams) {
      if (roles.contains(role)) {
        registry.gauge(
            "costwire.stage.lag.seconds",
            io.micrometer.core.instrument.Tags.of("stage", role.toString()),
            lags,
            known -> known.getOrDefault(role, Double.NaN));
        var unused =
            watch.scheduleWithFixedDelay(
                () -> measure(cluster, role), 1, LAG_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  private void measure(Cluster cluster, Role role) {
    try {
      double seconds = Backlog.of(cluster, role).age().toMillis() / 1000.0;
      synchronized (lags) {
        lags.put(role, seconds);
      }
    } catch (RuntimeException e) {
      LOG.debug("The lag of {} is not known", role, e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    collections.close();
    registry.close();
  }
}
