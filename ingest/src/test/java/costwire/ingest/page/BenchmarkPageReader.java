package costwire.ingest.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Reading pages against what Jsoup takes to parse the same bytes: {@code mvn -q -pl ingest -am
 * -Pbenchmark process-test-classes}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class BenchmarkPageReader {
  private List<PageFile> pages = List.of();

  /** Compares; the ratio and the pages per second come last. */
  public static void main(String[] args) throws RunnerException, IOException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(BenchmarkPageReader.class.getSimpleName()).build())
            .run();
    double read = score(results, "read");
    System.out.println(
        String.format(
            Locale.ROOT,
            "%.2f times the baseline, %.0f pages a second",
            read / score(results, "baseline"),
            PageFile.all().size() * 1_000 / read));
  }

  private static double score(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }

  @Setup
  public void load() throws IOException {
    pages = PageFile.all();
  }

  /** The parse alone. */
  @Benchmark
  public void baseline(Blackhole out) throws IOException {
    for (PageFile page : pages) {
      out.consume(Jsoup.parse(new ByteArrayInputStream(page.html()), null, ""));
    }
  }

  @Benchmark
  public void read(Blackhole out) {
    for (PageFile page : pages) {
      out.consume(page.article());
    }
  }
}
