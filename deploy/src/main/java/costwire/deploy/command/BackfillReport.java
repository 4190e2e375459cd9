package costwire.deploy.command;

import costwire.deploy.BackfillRun;
import costwire.ingest.Reading;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a backfill goes: a bar where somebody watches, else a line every so often, and at the
 * end what came of it.
 */
final class BackfillReport implements BackfillRun.Listener, AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(10);

  /** Refusals told one by one; an archive may have thousands. */
  private static final int MOST_TOLD = 20;

  private final Readings readings;
  private final PrintStream err;
  private final Clock clock;
  private final long total;
  private final boolean watched;
  private final Tally tally = new Tally();
  private Pace pace;
  private Instant told;
  private @Nullable ProgressBar bar;

  /**
   * @param total bytes of all files; 0 if unknown
   * @param watched whether a bar is of use
   */
  BackfillReport(Readings readings, PrintStream err, Clock clock, long total, boolean watched) {
    this.readings = readings;
    this.err = err;
    this.clock = clock;
    this.total = total;
    this.watched = watched;
    this.pace = new Pace(clock, total, 0);
    this.told = clock.instant();
  }

  @Override
  public void resumed(long done, long bytes) {
    tally.resume(done);
    readings.accepted();
    pace = new Pace(clock, total, bytes);
    if (watched && total > 0) {
      bar = builder().startsFrom(bytes, Duration.ZERO).build();
    }
  }

  @Override
  public void published(Reading.Of article) {
    tally.publish();
    readings.accepted();
  }

  @Override
  public void refused(Reading.Refused reading) {
    tally.refuse(reading.reason());
    if (tally.refused() <= MOST_TOLD) {
      readings.refuse(reading.place(), reading.reason());
    } else if (tally.refused() == MOST_TOLD + 1) {
      err.println("More is refused; all of it is kept in costwire.dead-letters, with its reason");
    }
  }

  @Override
  public void reached(long bytes) {
    if (watched) {
      draw(bytes);
      return;
    }
    Instant now = clock.instant();
    if (!now.isBefore(told.plus(EVERY))) {
      told = now;
      err.println(pace.line(bytes, tally.published(), tally.refused()));
    }
  }

  private void draw(long bytes) {
    ProgressBar drawn = bar;
    if (drawn == null) {
      drawn = builder().build();
      bar = drawn;
    }
    drawn.stepTo(total > 0 ? bytes : tally.published());
    if (total > 0) {
      drawn.setExtraMessage(tally.published() + " articles, " + pace.articles(tally.published()));
    }
  }

  private ProgressBarBuilder builder() {
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName("Backfill")
            .showSpeed()
            .setConsumer(new ConsoleProgressBarConsumer(err));
    return total > 0
        ? builder.setUnit(" MB", 1_000_000).setInitialMax(total)
        : builder.setUnit(" articles", 1).setInitialMax(-1);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  /** What came of it, in a line. */
  @Override
  public String toString() {
    return tally.toString();
  }
}
