package costwire.deploy.command;

import costwire.deploy.BackfillRun;
import costwire.deploy.Cluster;
import costwire.deploy.Provision;
import costwire.deploy.Refusal;
import costwire.ingest.Articles;
import costwire.stream.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code costwire backfill}. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Publishes the articles of archives and files into a running system.",
      "Broken off and started again on the same files, it goes on where it stopped."
    })
final class Backfill implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Archives (.warc.gz), .jsonl and other article files, or folders of them;",
        "-: JSON Lines on stdin, which is not taken up again, such as those of fetch URL."
      })
  List<Path> files = List.of();

  @Option(names = "--again", description = "Begin at the beginning, whatever was done before.")
  boolean again;

  @Mixin ClusterOptions cluster = new ClusterOptions();
  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Backfill(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    files.forEach(Backfill::requireNoAddress);
    Cluster reached = cluster.reached(cluster.config());
    Provision.require(reached, Articles.TOPIC.name());
    Provision.require(reached, Topic.DEAD_LETTERS);
    Clock clock = Clock.systemUTC();
    BackfillRun run = new BackfillRun(reached, files, console.in(), clock);
    Readings readings = new Readings(console);
    // The launcher knows whether somebody watches; a log file has no use for a bar.
    boolean watched = Boolean.getBoolean("costwire.terminal");
    BackfillReport report =
        new BackfillReport(readings, console.err(), clock, run.bytes(), watched);
    try (report) {
      run.run(again, report);
    }
    console.err().println(report);
    return readings.status();
  }

  /** A path has lost one of an address's slashes. */
  private static void requireNoAddress(Path file) {
    if (file.toString().matches("https?:/.*")) {
      throw Refusal.wrong(
          "'" + file + "' is an address: costwire fetch URL | costwire backfill - reads those");
    }
  }
}
