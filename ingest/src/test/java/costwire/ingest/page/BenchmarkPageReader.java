package costwire.ingest.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Reading pages against what Jsoup takes to parse the same bytes: {@code mvn -q -pl ingest
 * -Pbenchmark process-test-classes -Dbenchmark=costwire.ingest.page.BenchmarkPageReader}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class BenchmarkPageReader {
  private static final int ROUNDS = 3;
  private static final double QUARTILE = 25;

  /** Whether the pages have the weight of real ones around them. */
  @Param({"false", "true"})
  public boolean padded;

  private List<Page> pages = List.of();

  private record Page(byte[] html, URI url) {}

  /** Compares, round by round: the machine may be busier in one of them than in another. */
  public static void main(String[] args) throws RunnerException, IOException {
    Runner runner =
        new Runner(new OptionsBuilder().include(BenchmarkPageReader.class.getSimpleName()).build());
    Map<String, List<Double>> ratios = new TreeMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      Collection<RunResult> results = runner.run();
      for (String padded : List.of("false", "true")) {
        double read = score(results, "read", padded);
        ratios
            .computeIfAbsent(padded, same -> new ArrayList<>())
            .add(read / score(results, "baseline", padded));
        System.out.println(pages(padded, read));
      }
    }
    ratios.forEach((padded, all) -> System.out.println(ratio(padded, all)));
  }

  private static String pages(String padded, double read) throws IOException {
    double perSecond = PageFile.all().size() * 1_000 / read;
    return String.format(Locale.ROOT, "padded %s: %.0f pages a second", padded, perSecond);
  }

  private static String ratio(String padded, List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "padded %s: %.2f times the baseline (%.2f to %.2f in %d rounds)",
        padded,
        sorted.get(ROUNDS / 2),
        sorted.get(0),
        sorted.get(ROUNDS - 1),
        ROUNDS);
  }

  /** Milliseconds for all pages. */
  private static double score(Collection<RunResult> results, String benchmark, String padded) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .filter(result -> result.getParams().getParam("padded").equals(padded))
        // What else the machine does makes iterations longer, never shorter.
        .mapToDouble(result -> result.getPrimaryResult().getStatistics().getPercentile(QUARTILE))
        .findFirst()
        .orElseThrow();
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
}
