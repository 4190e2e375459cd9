package costwire.deploy.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Cluster;
import costwire.deploy.Refusal;
import costwire.ingest.FeedFollower;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;

/** A {@code costwire run --roles ingest} in a process of its own, so that it can be killed. */
final class Reader implements AutoCloseable {
  private static final String STARTED = "Kafka: ";
  private static final Duration STARTING = Duration.ofSeconds(60);

  private final Process process;

  private Reader(Process process) {
    this.process = process;
  }

  /**
   * Starts it on the same classes as this process; returns when it reads.
   *
   * @param folder its own: data, configuration, the names of the simulated hosts
   * @throws Refusal if it does not start
   */
  static Reader start(Path folder, String bootstrapServers, List<SimulatedHost> hosts) {
    try {
      Files.createDirectories(folder);
      Path names = folder.resolve("hosts");
      Files.write(
          names, hosts.stream().map(host -> "127.0.0.1 " + host.name.split(":", 2)[0]).toList());
      Path config = folder.resolve("costwire.yaml");
      Files.writeString(config, config(hosts));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Djdk.net.hosts.file=" + names,
                  "-cp",
                  System.getProperty("java.class.path"),
                  "costwire.deploy.Costwire",
                  "run",
                  "--roles=ingest",
                  "--bootstrap-servers=" + bootstrapServers,
                  "--config=" + config,
                  "--data=" + folder.resolve("data"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      awaitStart(process);
      return new Reader(process);
    } catch (IOException e) {
      throw Refusal.failed("a reader cannot be started: " + e.getMessage(), e);
    }
  }

  /** The user's own hosts: they resolve to this machine, and need no delay of ours. */
  private static String config(List<SimulatedHost> hosts) {
    String allowed =
        hosts.stream().map(host -> "\"" + host.name + "\"").collect(Collectors.joining(", "));
    return "contact: https://rehearsal.example/about\nallowedHosts: [" + allowed + "]\n";
  }

  private static void awaitStart(Process process) throws IOException {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    StringBuilder before = new StringBuilder();
    String line = told.readLine();
    while (line != null && !line.startsWith(STARTED)) {
      before.append(line).append(' ');
      line = told.readLine();
    }
    if (line == null) {
      throw new IOException(before.isEmpty() ? "it ended without a word" : before.toString());
    }
    Thread echo = new Thread(() -> told.lines().forEach(System.err::println), "reader-errors");
    echo.setDaemon(true);
    echo.start();
  }

  /**
   * Waits until so many readers share the feeds: how they do so at first is not what is rehearsed.
   *
   * @throws Refusal if they do not within a minute
   */
  static void awaitTogether(Cluster cluster, int readers) {
    long latest = System.nanoTime() + STARTING.toNanos();
    try (Admin admin = cluster.admin()) {
      while (!isShared(admin, readers)) {
        if (System.nanoTime() > latest) {
          throw Refusal.failed("the readers do not come together");
        }
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", e);
    }
  }

  private static boolean isShared(Admin admin, int readers) throws InterruptedException {
    try {
      var groups = admin.describeConsumerGroups(List.of(FeedFollower.GROUP)).all().get();
      return groups.values().stream()
          .allMatch(
              group ->
                  group.groupState() == GroupState.STABLE
                      && group.members().size() == readers
                      && group.members().stream()
                          .noneMatch(member -> member.assignment().topicPartitions().isEmpty()));
    } catch (ExecutionException e) {
      // There is no such group before the first of them has joined.
      return false;
    }
  }

  /** As a power cut would. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
