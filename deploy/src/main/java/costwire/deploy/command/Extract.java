package costwire.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import costwire.deploy.Refusal;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
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
      description = "Files (.jsonl, .txt, .html, .warc.gz) or folders; none: JSON Lines on stdin.")
  List<Path> files = List.of();

  @Option(
      names = "--entities",
      description = "Write every amount of money, chip and duration instead, claim or not.")
  boolean entities;

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Extract(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Supplier<Extractor> extractor = new Once<>(Extractor::standard);
    ObjectWriter writer = Json.mapper().writer();
    Readings readings = new Readings(console);
    try (Stream<Reading> read =
        files.isEmpty() ? Ingest.read(console.in(), "stdin") : Ingest.read(files)) {
      InOrder.map(
          readings.articles(read), article -> lines(extractor, article, writer), this::write);
    }
    return readings.status();
  }

  private byte[] lines(Supplier<Extractor> extractor, Article article, ObjectWriter writer) {
    List<?> found = entities ? extractor.get().entities(article) : extractor.get().extract(article);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try {
      for (Object one : found) {
        lines.write(writer.writeValueAsBytes(one));
        lines.write('\n');
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.toByteArray();
  }

  private void write(byte[] lines) {
    console.out().write(lines, 0, lines.length);
    if (console.out().checkError()) {
      throw Refusal.failed("nobody reads the output any more");
    }
  }
}
