package costwire.deploy;

import costwire.aggregate.AggregateTopology;
import costwire.aggregate.Estimator;
import costwire.deploy.notify.MailTransport;
import costwire.deploy.notify.Notify;
import costwire.deploy.serve.Monitor;
import costwire.deploy.serve.Serve;
import costwire.extract.ExtractTopology;
import costwire.extract.Extractor;
import costwire.ingest.DuplicateTopology;
import costwire.ingest.FetchSettings;
import costwire.ingest.WebSub;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** The roles of one process at work, started from the end of the line and stopped the same way. */
public final class Pipeline implements AutoCloseable {
  /** The topology that finds copies. */
  static final String DUPLICATES = "duplicates";

  private final Meters meters = new Meters();
  private final List<Stage> stages = new CopyOnWriteArrayList<>();
  private final Cluster cluster;
  private final Config config;
  private final DataDirectory data;
  private final Clock clock;

  private @Nullable Monitor monitor;
  private @Nullable Notify notify;

  private Pipeline(Cluster cluster, Config config, DataDirectory data, Clock clock) {
    this.cluster = cluster;
    this.config = config;
    this.data = data;
    this.clock = clock;
  }

  /**
   * Starts the configured roles; the topics must be there.
   *
   * @param commitInterval how long a result waits before others see it
   * @param extractor asked for if this process extracts
   * @throws Refusal if one of them cannot start; none of them runs then
   */
  public static Pipeline start(
      Cluster cluster,
      Config config,
      DataDirectory data,
      Clock clock,
      Duration commitInterval,
      Supplier<Extractor> extractor) {
    Pipeline pipeline = new Pipeline(cluster, config, data, clock);
    try {
      pipeline.start(commitInterval, extractor);
      return pipeline;
    } catch (RuntimeException e) {
      pipeline.close();
      throw e;
    }
  }

  private void start(Duration commitInterval, Supplier<Extractor> extractor) {
    Set<Role> roles = config.roles();
    PrometheusMeterRegistry registry = meters.registry();
    Estimator estimator = UserTables.estimator(config.prices());
    if (roles.contains(Role.SERVE)) {
      MailTransport mail =
          config.smtp() == null ? null : new MailTransport(config.smtp(), config.publicUrl());
      notify = Notify.open(Set.copyOf(config.allowedHosts()), mail, clock, registry);
      stages.add(
          Serve.start(
              cluster,
              log(),
              config.http(),
              webSub(),
              notify::refusal,
              estimator,
              registry,
              clock,
              this::unready));
    }
    Integer monitorPort = config.monitorPort();
    if (monitorPort != null && !roles.contains(Role.SERVE)) {
      monitor = Monitor.start(config.http().bind(), monitorPort, registry, this::unready);
    }
    StreamsSettings settings =
        new StreamsSettings(cluster, data.id(), data.streams(), protocol(), commitInterval);
    if (notify != null) {
      // A part of serving: whoever shows alerts tells them, too.
      start(Role.SERVE, Notify.STAGE, notify.topology(), settings, 1);
    }
    if (roles.contains(Role.AGGREGATE)) {
      BigDecimal share = BigDecimal.valueOf(config.alertPercent(), 2);
      Topology topology = AggregateTopology.of(estimator, share, registry);
      start(Role.AGGREGATE, Role.AGGREGATE.toString(), topology, settings, 1);
    }
    if (roles.contains(Role.EXTRACT)) {
      Topology topology = ExtractTopology.of(extractor.get(), registry);
      start(Role.EXTRACT, Role.EXTRACT.toString(), topology, settings, config.threads());
      // A part of reading: whoever publishes articles, their copies are found.
      start(Role.EXTRACT, DUPLICATES, DuplicateTopology.of(registry), settings, config.threads());
    }
    if (roles.contains(Role.INGEST)) {
      stages.add(
          IngestStage.start(
              cluster.member("ingest", data.id()), fetching(), registry, clock, webSub()));
    }
    meters.follow(cluster, roles);
  }

  private void start(
      Role role, String name, Topology topology, StreamsSettings settings, int threads) {
    stages.add(
        StreamsStage.start(
            role, name, topology, settings.of(name, threads), meters.registry(), clock));
  }

  private String protocol() {
    String chosen = config.kafka().groupProtocol();
    return chosen != null ? chosen : cluster.embedded() ? "streams" : "classic";
  }

  private FetchSettings fetching() {
    return FetchSettings.DEFAULT
        .contact(config.contact())
        .allowing(Set.copyOf(config.allowedHosts()));
  }

  /** Null if no hub can reach us. */
  private @Nullable WebSub webSub() {
    PublicAddress address = config.websub();
    return address == null ? null : address.webSub(data.id());
  }

  /** A name of the cluster's log in letters and digits. */
  private String log() {
    return Integer.toHexString(cluster.id().hashCode());
  }

  /** Why this process does not do all of its work just now, one sentence a reason. */
  public List<String> unready() {
    Stream<String> starting =
        config.roles().stream()
            .filter(role -> stages.stream().noneMatch(stage -> stage.role() == role))
            .sorted()
            .map(role -> role + " is starting");
    Stream<String> started = stages.stream().map(Stage::unready).filter(Objects::nonNull);
    return Stream.concat(starting, started).toList();
  }

  /** The role {@code serve}, if this process has it. */
  public Optional<Serve> serve() {
    return stages.stream().filter(Serve.class::isInstance).map(Serve.class::cast).findFirst();
  }

  /** What answers {@code /metrics} of a process that does not serve, if it was asked for. */
  public Optional<Monitor> monitor() {
    return Optional.ofNullable(monitor);
  }

  /** Serve stops first and ingest last: whoever is asked no more, then whoever feeds nobody. */
  @Override
  public void close() {
    if (monitor != null) {
      monitor.close();
    }
    Deque<Stage> left = new ArrayDeque<>(stages);
    meters.close();
    while (!left.isEmpty()) {
      left.removeFirst().close();
    }
    stages.clear();
    if (notify != null) {
      notify.close();
    }
  }
}
