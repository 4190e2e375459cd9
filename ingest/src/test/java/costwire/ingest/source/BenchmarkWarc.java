package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.InputReader;
import costwire.ingest.Mark;
import costwire.ingest.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Articles a second out of a web archive, on one processor and on all, against walking the same
 * archive with jwarc alone and against parsing its pages with Jsoup alone: {@code mvn -q -pl ingest
 * -Pbenchmark-ingest clean process-test-classes -Dbenchmark=costwire.ingest.source.BenchmarkWarc}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class BenchmarkWarc {
  private static final int RECORDS = 400;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);

  private Path archive = Path.of("");

  /** Compares; articles a second come last. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(BenchmarkWarc.class.getSimpleName()).build()).run();
    double floor = score(results, "baseline");
    for (String name : List.of("baseline", "records", "jsoup", "oneProcessor", "allProcessors")) {
      double score = score(results, name);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-14s %7.0f articles/s, %5.2f times the time of jwarc alone",
              name,
              score,
              floor / score));
    }
  }

  private static double score(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }

  @Setup
  public void write() throws IOException {
    archive = Files.createTempFile("benchmark", ".warc.gz");
    try (OutputStream out = Files.newOutputStream(archive)) {
      for (int i = 0; i < RECORDS; i++) {
        byte[] page = SamplePage.of(i).getBytes(UTF_8);
        out.write(WarcBytes.gzip(WarcBytes.response("https://news.example/" + i, page)));
      }
    }
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(archive);
  }

  /** What nobody can go below who unpacks with the JDK: jwarc walks, the bodies are read. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void baseline(Blackhole out) throws IOException {
    try (WarcReader reader = new WarcReader(archive)) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response) {
          out.consume(response.http().bodyDecoded().stream().readAllBytes());
        }
      }
    }
  }

  /** Records cut out, their pages not read. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void records(Blackhole out) throws IOException {
    try (Tape tape = new GzipTape(Files.newByteChannel(archive), Spot.START)) {
      WarcRecords records = new WarcRecords(tape, Sources.MAX_BYTES);
      for (var record = records.next(); record != null; record = records.next()) {
        out.consume(record);
      }
    }
  }

  /** The pages parsed and no more. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void jsoup(Blackhole out) throws IOException {
    try (WarcReader reader = new WarcReader(archive)) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response) {
          byte[] body = response.http().bodyDecoded().stream().readAllBytes();
          out.consume(Jsoup.parse(new String(body, UTF_8)));
        }
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void oneProcessor(Blackhole out) {
    articles(out, 1);
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public void allProcessors(Blackhole out) {
    articles(out, Runtime.getRuntime().availableProcessors());
  }

  private void articles(Blackhole out, int processors) {
    Sources sources = new Sources(CLOCK);
    try (InputReader reader =
        sources.open(Sources.list(List.of(archive)), Mark.START, processors)) {
      for (Step step = reader.next(); step != null; step = reader.next()) {
        out.consume(step);
      }
    }
  }
}
