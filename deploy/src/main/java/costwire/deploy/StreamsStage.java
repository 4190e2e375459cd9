package costwire.deploy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A topology at work. */
final class StreamsStage implements Stage {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsStage.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A thread that dies more often than this within a minute will not be saved by another. */
  private static final int MAX_DEATHS = 10;

  private final Role role;
  private final String name;
  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private final Clock clock;
  private final Deque<Instant> deaths = new ArrayDeque<>();
  private volatile @Nullable String lastDeath;

  private StreamsStage(
      Role role, String name, KafkaStreams streams, MeterRegistry meters, Clock clock) {
    this.role = role;
    this.name = name;
    this.streams = streams;
    this.clock = clock;
    this.metrics = new KafkaStreamsMetrics(streams);
    streams.setUncaughtExceptionHandler(this::replaceOrStop);
    metrics.bindTo(meters);
  }

  /**
   * Starts a topology.
   *
   * @param role whose work it is
   * @param name its own, where the role has several
   * @throws Refusal if it cannot start
   */
  static StreamsStage start(
      Role role,
      String name,
      Topology topology,
      Properties settings,
      MeterRegistry meters,
      Clock clock) {
    KafkaStreams streams = new KafkaStreams(topology, settings);
    StreamsStage stage = new StreamsStage(role, name, streams, meters, clock);
    try {
      streams.start();
      return stage;
    } catch (StreamsException e) {
      stage.close();
      throw Refusal.failed("the stage " + name + " does not start: " + e.getMessage(), e);
    }
  }

  @Override
  public Role role() {
    return role;
  }

  @Override
  public @Nullable String unready() {
    return switch (streams.state()) {
      case RUNNING -> null;
      case CREATED, REBALANCING -> name + " is taking up its partitions";
      default -> name + " has stopped" + (lastDeath == null ? "" : ": " + lastDeath);
    };
  }

  private synchronized StreamThreadExceptionResponse replaceOrStop(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    lastDeath = root.getClass().getSimpleName() + ": " + root.getMessage();
    LOG.error("A thread of the stage {} died: {}", name, lastDeath, e);
    Instant now = clock.instant();
    deaths.addLast(now);
    while (deaths.getFirst().isBefore(now.minus(Duration.ofMinutes(1)))) {
      deaths.removeFirst();
    }
    return deaths.size() > MAX_DEATHS
        ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
        : StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  @Override
  public void close() {
    metrics.close();
    boolean done =
        streams.close(
            CloseOptions.timeout(PATIENCE)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!done) {
      LOG.warn("The stage {} did not stop within {} s", name, PATIENCE.toSeconds());
    }
  }
}
