package costwire.deploy.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Refusal;
import costwire.deploy.measure.ServingMain.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/** The measured servers, in a process of their own that has what {@code costwire run} gives one. */
final class ServingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader told;
  private final PrintStream orders;
  private final URI real;
  private final URI bare;

  /** An event that was sent. */
  record Sent(String type, long micros, String id) {}

  /**
   * Starts it, and waits until it serves.
   *
   * @param articles that it has in store
   * @param estimated told how many companies have an estimate
   * @throws Refusal if it ends before
   */
  ServingProcess(ApiLoad load, int articles, IntConsumer estimated) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // What the JVM has to say goes to stderr: on stdout we are spoken to.
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Xms128m",
            "-Xmx1g",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ServingMain.class.getName(),
            Integer.toString(load.companies()),
            Integer.toString(load.claims()),
            Integer.toString(articles),
            Long.toString(load.seed()));
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException("a process cannot be started", e);
    }
    told = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    orders = new PrintStream(process.getOutputStream(), true, UTF_8);
    String[] words = next();
    while (Word.valueOf(words[0]) == Word.ESTIMATED) {
      estimated.accept(Integer.parseInt(words[1]));
      words = next();
    }
    real = URI.create(words[1]);
    bare = URI.create(words[2]);
  }

  URI real() {
    return real;
  }

  URI bare() {
    return bare;
  }

  /**
   * Has it take in so many articles, one a second.
   *
   * @return what was sent to followers, in order, once all of it is
   */
  CompletableFuture<List<Sent>> order(Word what, int articles) {
    orders.println(what + " " + articles);
    return CompletableFuture.supplyAsync(this::sent);
  }

  private List<Sent> sent() {
    List<Sent> sent = new ArrayList<>();
    for (String[] words = next(); Word.valueOf(words[0]) != Word.TOLD; words = next()) {
      sent.add(new Sent(words[1], Long.parseLong(words[2]), words[3]));
    }
    return sent;
  }

  private String[] next() {
    try {
      String line = told.readLine();
      if (line == null) {
        throw Refusal.failed("the measured process ended by itself");
      }
      return line.split(" ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
