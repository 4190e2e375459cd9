package costwire.deploy.command;

import costwire.deploy.BackfillRun;
import costwire.deploy.Cluster;
import costwire.deploy.Provision;
import costwire.ingest.Articles;
import costwire.ingest.Reading;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
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
      description = "Archives (.warc.gz), .jsonl and other article files, or folders of them.")
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
    Cluster reached = cluster.reached(cluster.config());
    Provision.require(reached, Articles.TOPIC.name());
    Readings readings = new Readings(console);
    Counting counting = new Counting(readings, bar());
    try (counting) {
      new BackfillRun(reached, files, counting, Clock.systemUTC()).run(again);
    }
    console.err().println(counting);
    return readings.status();
  }

  /** A bar where somebody watches (the launcher knows); a log file has no use for one. */
  private @Nullable ProgressBar bar() {
    if (!Boolean.getBoolean("costwire.terminal")) {
      return null;
    }
    return new ProgressBarBuilder()
        .setTaskName("Backfill")
        .setUnit(" articles", 1)
        .setInitialMax(-1)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(console.err()))
        .build();
  }

  /** Counts for the bar and the last line. */
  private static final class Counting implements BackfillRun.Listener, AutoCloseable {
    private final Readings readings;
    private final @Nullable ProgressBar bar;
    private long published;
    private long refused;
    private long earlier;

    Counting(Readings readings, @Nullable ProgressBar bar) {
      this.readings = readings;
      this.bar = bar;
    }

    @Override
    public void resumed(long done) {
      earlier = done;
      readings.accepted();
      if (bar != null) {
        bar.stepTo(done);
      }
    }

    @Override
    public void published(Reading.Of article) {
      published++;
      readings.accepted();
      if (bar != null) {
        bar.step();
      }
    }

    @Override
    public void refused(Reading.Refused reading) {
      refused++;
      readings.refuse(reading.place(), reading.reason());
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }

    @Override
    public String toString() {
      return published
          + " articles published, "
          + refused
          + " refused"
          + (earlier == 0 ? "" : "; " + earlier + " were done before");
    }
  }
}
