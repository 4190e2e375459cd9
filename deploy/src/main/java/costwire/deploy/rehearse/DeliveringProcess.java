package costwire.deploy.rehearse;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivering in a process of its own, so that it can be killed. */
final class DeliveringProcess implements AutoCloseable {
  /** What it waits for an answer, by the clock on the wall: a day must pass in seconds. */
  static final Duration TIMEOUT = Duration.ofMillis(700);

  static final String READY = "Delivering.";

  private final List<String> command;
  private @Nullable Process process;

  DeliveringProcess(
      Path folder,
      String bootstrapServers,
      String protocol,
      Duration commitInterval,
      QuickClock clock,
      List<Receiver> receivers) {
    command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                DeliveringMain.class.getName(),
                bootstrapServers,
                folder.toString(),
                protocol,
                Long.toString(commitInterval.toMillis()),
                Long.toString(clock.begun()),
                Integer.toString(clock.speed())));
    receivers.forEach(receiver -> command.add(receiver.authority()));
  }

  /** Starts it, for the first time or after it was killed; returns at once. */
  void start() {
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException("a process cannot be started", e);
    }
  }

  /**
   * Waits until it delivers.
   *
   * @throws Refusal if it ends before
   */
  void awaitReady() {
    Process started = process;
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    BufferedReader told =
        new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8));
    try {
      String line = told.readLine();
      while (line != null && !line.equals(READY)) {
        line = told.readLine();
      }
      if (line == null) {
        throw Refusal.failed("a delivering process ended by itself");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a power cut would. */
  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
      process = null;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
