package costwire.deploy.command;

import com.fasterxml.jackson.databind.ObjectWriter;
import costwire.deploy.UserTables;
import costwire.extract.Extractor;
import costwire.ingest.Article;
import costwire.ingest.Ingest;
import costwire.ingest.Reading;
import costwire.stream.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code costwire extract}. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads articles and writes their claims, one a line, as JSON Lines.")
final class Extract implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description =
          "Files (.jsonl, .txt, .html, .warc.gz) or folders; none or -: JSON Lines on stdin.")
  List<Path> files = List.of();

  @Option(
      names = "--entities",
      description = "Write every amount of money, chip and duration instead, claim or not.")
  boolean entities;

  @Option(names = "--rates", paramLabel = "FILE", description = UserTables.RATES)
  @Nullable Path rates;

  @Mixin Verbosity verbosity = new Verbosity();

  /** How a process ends whose reader is gone, by custom. */
  private static final int BROKEN_PIPE = 141;

  private static final ObjectWriter WRITER = Json.mapper().writer();

  private final Console console;

  Extract(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Readings readings = new Readings(console);
    Extraction extraction = new Extraction(() -> UserTables.extractor(rates), readings);
    try (Stream<Reading> read =
        files.isEmpty() ? Ingest.read(console.in(), "stdin") : Ingest.read(files, console.in())) {
      extraction.run(readings.articles(read), this::lines, this::write);
    } catch (NobodyReads e) {
      return BROKEN_PIPE;
    }
    return readings.status();
  }

  private byte[] lines(Extractor extractor, Article article) {
    List<?> found = entities ? extractor.entities(article) : extractor.extract(article);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try {
      for (Object one : found) {
        lines.write(WRITER.writeValueAsBytes(one));
        lines.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.toByteArray();
  }

  private void write(byte[] lines) {
    console.out().write(lines, 0, lines.length);
    if (console.out().checkError()) {
      throw new NobodyReads();
    }
  }

  /** The reader of stdout has enough, as {@code head} has. */
  private static final class NobodyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
