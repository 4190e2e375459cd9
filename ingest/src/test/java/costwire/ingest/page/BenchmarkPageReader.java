package costwire.ingest.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Reading pages against what Jsoup takes to parse the same bytes: {@code mvn -q -pl ingest
 * -Pbenchmark-ingest clean process-test-classes
 * -Dbenchmark=costwire.ingest.page.BenchmarkPageReader}. Both take turns, by the time on a
 * processor: what else the machine does slows both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
// On a busy machine the compiler needs most of a minute until times fall no more.
@Warmup(iterations = 20, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 3, jvmArgs = "-XX:+UseSerialGC")
public class BenchmarkPageReader {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Whether the pages have the weight of real ones around them. */
  @Param({"false", "true"})
  public boolean padded;

  private List<Page> pages = List.of();

  private record Page(byte[] html, URI url) {}

  public static void main(String[] args) throws RunnerException, IOException {
    String turns = BenchmarkPageReader.class.getSimpleName() + ".turns";
    for (RunResult result : new Runner(new OptionsBuilder().include(turns).build()).run()) {
      System.out.println(told(result));
    }
  }

  private static String told(RunResult result) throws IOException {
    List<Double> ratios =
        result.getBenchmarkResults().stream()
            .map(
                fork ->
                    sum(fork.getSecondaryResults(), "reading")
                        / sum(fork.getSecondaryResults(), "parsing"))
            .sorted()
            .toList();
    double seconds = sum(result.getSecondaryResults(), "reading") / NANOS_PER_SECOND;
    return String.format(
        Locale.ROOT,
        "padded %s: %.2f times the baseline (%.2f to %.2f in %d forks), %.0f pages a second",
        result.getParams().getParam("padded"),
        ratios.get(ratios.size() / 2),
        ratios.get(0),
        ratios.get(ratios.size() - 1),
        ratios.size(),
        PageFile.all().size() * sum(result.getSecondaryResults(), "calls") / seconds);
  }

  @SuppressWarnings("rawtypes") // as JMH gives them
  private static double sum(Map<String, Result> results, String counter) {
    return Objects.requireNonNull(results.get(counter), counter).getScore();
  }

  /** Nanoseconds on a processor. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Turns {
    public long parsing;
    public long reading;
    public long calls;
  }

  @Setup
  public void load() throws IOException {
    pages = PageFile.all().stream().map(this::page).toList();
  }

  private Page page(PageFile file) {
    return new Page(padded ? PaddedPage.of(file.html()) : file.html(), file.url());
  }

  /** The parse alone. */
  @Benchmark
  public void baseline(Blackhole out) throws IOException {
    for (Page page : pages) {
      out.consume(Jsoup.parse(new ByteArrayInputStream(page.html), null, ""));
    }
  }

  @Benchmark
  public void read(Blackhole out) {
    for (Page page : pages) {
      out.consume(PageReader.read(page.html, null, page.url, PageFile.NOW));
    }
  }

  @Benchmark
  public void turns(Turns turns, Blackhole out) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    baseline(out);
    long parsed = THREADS.getCurrentThreadCpuTime();
    read(out);
    turns.parsing += parsed - start;
    turns.reading += THREADS.getCurrentThreadCpuTime() - parsed;
    turns.calls++;
  }
}
