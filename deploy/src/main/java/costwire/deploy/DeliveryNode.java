package costwire.deploy;

import costwire.deploy.notify.Notify;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The delivering alone, on a cluster that has the topics: what a rehearsal kills. */
public final class DeliveryNode implements AutoCloseable {
  private final DataDirectory data;
  private final StreamsStage stage;

  private DeliveryNode(DataDirectory data, StreamsStage stage) {
    this.data = data;
    this.stage = stage;
  }

  /**
   * Starts delivering.
   *
   * @param folder its own, as long as it lives; its restart takes up the same
   * @param protocol {@code streams} or {@code classic}
   * @throws Refusal if it cannot start
   */
  public static DeliveryNode start(
      String bootstrapServers,
      Path folder,
      String protocol,
      Duration commitInterval,
      Notify notify,
      Clock clock,
      MeterRegistry registry) {
    Cluster cluster = new Cluster(bootstrapServers, false, Map.of()).reached();
    DataDirectory data = DataDirectory.open(folder);
    StreamsSettings settings =
        new StreamsSettings(cluster, data.id(), data.streams(), protocol, commitInterval);
    StreamsStage stage =
        StreamsStage.start(
            Role.SERVE,
            Notify.STAGE,
            notify.topology(),
            settings.of(Notify.STAGE, 1),
            registry,
            clock);
    return new DeliveryNode(data, stage);
  }

  /** Why it does not deliver just now, in words; null while it does. */
  public @Nullable String unready() {
    return stage.unready();
  }

  @Override
  public void close() {
    stage.close();
    data.close();
  }
}
