package costwire.deploy.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A {@code costwire run --roles ingest} in a process of its own, so that it can be killed. */
final class Reader implements AutoCloseable {
  private static final String STARTED = "Kafka: ";

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
