package costwire.deploy.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.AggregateTopology;
import costwire.aggregate.Estimator;
import costwire.deploy.TemporaryFolder;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.stream.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Time and room that claims take in the topology that makes estimates of them. It is driven in this
 * thread, without a broker, at the pace of the clock: estimates are made while claims come, as
 * often as in a running system.
 */
public final class EstimateCost {
  /** Claims between two looks at the clock. */
  private static final int BURST = 50;

  /** A claim in so many is taken back. */
  private static final int RETRACTED = 50;

  /** Claims that warm up the machine, beside no row. */
  private static final int WARM_UP = 20_000;

  private final ClaimMix mix;

  private EstimateCost(long seed) {
    this.mix = new ClaimMix(seed);
  }

  /**
   * So many claims on so many companies.
   *
   * @param claims in all
   */
  public record Load(int companies, int claims) {}

  /**
   * What a load took.
   *
   * @param pieces distinct pieces of evidence at the end
   * @param standing claims that are not taken back
   * @param estimates made
   * @param nanos until all estimates were made
   * @param cpu nanoseconds of them that this thread was at work
   * @param state bytes of all keys and values in the state stores
   * @param heap bytes in use afterwards, with the topology still there
   */
  private record Row(
      Load load,
      long pieces,
      long standing,
      long estimates,
      long nanos,
      long cpu,
      long state,
      long heap) {
    double micros() {
      return nanos / 1000.0 / load.claims();
    }

    double cpuMicros() {
      return cpu / 1000.0 / load.claims();
    }
  }

  /** Measures the loads one after another and prints a table. */
  public static void print(List<Load> loads, long seed, PrintStream out) {
    EstimateCost cost = new EstimateCost(seed);
    cost.measure(new Load(1, Math.min(WARM_UP, loads.get(0).claims() * 20)));
    out.println(
        "companies     claims     pieces  estimates   µs/claim  CPU µs/claim   ratio  B/claim  heap MB");
    double first = 0;
    for (Load load : loads) {
      Row row = cost.measure(load);
      first = first == 0 ? row.cpuMicros() : first;
      out.printf(
          Locale.ROOT,
          "%,9d  %,9d  %,9d  %,9d  %9.0f  %12.0f  %6.2f  %7.0f  %7.0f%n",
          load.companies(),
          load.claims(),
          row.pieces(),
          row.estimates(),
          row.micros(),
          row.cpuMicros(),
          row.cpuMicros() / first,
          (double) row.state() / row.standing(),
          row.heap() / 1e6);
    }
  }

  private Row measure(Load load) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Topology topology = AggregateTopology.of(Estimator.standard(), registry);
    try (TemporaryFolder folder = TemporaryFolder.create("costwire-measure");
        TopologyTestDriver driver = new TopologyTestDriver(topology, settings(folder.path()))) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long start = System.nanoTime();
      long startCpu = threads.getCurrentThreadCpuTime();
      drive(driver, load);
      long cpu = threads.getCurrentThreadCpuTime() - startCpu;
      long nanos = System.nanoTime() - start;
      Map<String, Room> rooms = new TreeMap<>();
      driver.getAllStateStores().keySet().forEach(name -> rooms.put(name, Room.of(driver, name)));
      return new Row(
          load,
          Objects.requireNonNull(rooms.get("evidence-pieces")).entries(),
          Objects.requireNonNull(rooms.get("company-claims")).entries(),
          (long) registry.counter("costwire.estimates", "outcome", "emitted").count(),
          nanos,
          cpu,
          rooms.values().stream().mapToLong(Room::bytes).sum(),
          heap());
    }
  }

  private static Properties settings(Path folder) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "costwire-measure");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    return settings;
  }

  /** Sends the claims, some of them back, and waits for the last estimates. */
  private void drive(TopologyTestDriver driver, Load load) {
    TestInputTopic<String, Claim> topic =
        driver.createInputTopic(
            Claims.TOPIC.name(),
            Claims.TOPIC.keys().serializer(),
            Claims.TOPIC.values().serializer());
    long seen = System.nanoTime();
    for (int i = 0; i < load.claims(); i++) {
      Claim claim = mix.claim(i % load.companies(), i / load.companies());
      topic.pipeInput(claim.companyId(), claim);
      if (i % RETRACTED == RETRACTED - 1) {
        topic.pipeInput(claim.companyId(), claim.retraction());
      }
      if (i % BURST == BURST - 1) {
        long now = System.nanoTime();
        driver.advanceWallClockTime(Duration.ofNanos(now - seen));
        seen = now;
        forget(driver);
      }
    }
    // As long as any stretch of estimates may leave others for the next.
    for (int i = 0; i < 100; i++) {
      driver.advanceWallClockTime(AggregateTopology.PAUSE);
      forget(driver);
    }
  }

  /** What goes to topics is kept by the driver for whoever reads it: nobody does. */
  private static void forget(TopologyTestDriver driver) {
    for (String topic : driver.producedTopicNames()) {
      driver
          .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
          .readRecordsToList();
    }
  }

  /** Entries of a store, and the bytes of their keys and values as they are kept. */
  private record Room(long entries, long bytes) {
    static Room of(TopologyTestDriver driver, String name) {
      KeyValueStore<String, Object> store = driver.getKeyValueStore(name);
      long entries = 0;
      long bytes = 0;
      try (KeyValueIterator<String, Object> all = store.all()) {
        while (all.hasNext()) {
          KeyValue<String, Object> entry = all.next();
          entries++;
          bytes += entry.key.getBytes(UTF_8).length + length(entry.value);
        }
      }
      return new Room(entries, bytes);
    }

    private static int length(Object value) {
      try {
        return value instanceof String text
            ? text.getBytes(UTF_8).length
            : Json.mapper().writeValueAsBytes(value).length;
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @SuppressWarnings("PMD.DoNotCallGarbageCollectionExplicitly") // what is left is the point
  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
