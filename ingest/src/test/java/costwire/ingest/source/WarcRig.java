package costwire.ingest.source;

import static costwire.ingest.source.WarcBytes.gzip;
import static costwire.ingest.source.WarcBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.Article;
import costwire.ingest.InputReader;
import costwire.ingest.Mark;
import costwire.ingest.Reading;
import costwire.ingest.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;

/** Archives written and read back. */
abstract class WarcRig {
  static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  /** How an archive is packed. */
  enum Packing {
    NOT,
    EACH_RECORD,
    WHOLE;

    byte[] pack(byte[]... records) {
      return switch (this) {
        case NOT -> join(records);
        case WHOLE -> gzip(join(records));
        case EACH_RECORD ->
            join(Arrays.stream(records).map(WarcBytes::gzip).toArray(byte[][]::new));
      };
    }
  }

  static byte[] page() {
    return "<html lang=en><title>T</title><p>The cluster cost seven million dollars, it said.</p>"
        .getBytes(UTF_8);
  }

  static byte[] good(int number) {
    return WarcBytes.response(url(number), page());
  }

  static String url(int number) {
    return "https://x.example/" + number;
  }

  static byte[] record(String type, String media, byte[] block) {
    return record(type, media, block, block.length);
  }

  static byte[] record(String type, String media, byte[] block, long length) {
    return WarcBytes.record(type, url(1), media, WarcBytes.DATE, block, length);
  }

  List<Step> read(byte[]... parts) throws IOException {
    Path file = folder.resolve("a.warc.gz");
    Files.write(file, join(parts));
    return steps(file);
  }

  static List<Step> steps(Path file) {
    return steps(file, new Sources(CLOCK));
  }

  static List<Step> steps(Path file, Sources sources) {
    List<Step> steps = new ArrayList<>();
    try (InputReader reader = sources.open(Sources.list(List.of(file)), Mark.START, 1)) {
      for (Step step = reader.next(); step != null; step = reader.next()) {
        steps.add(step);
      }
    }
    return steps;
  }

  static Article article(Step step) {
    return of(step).article();
  }

  static Reading.Of of(Step step) {
    return (Reading.Of) Objects.requireNonNull(step.reading());
  }

  static List<String> urls(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.reading() instanceof Reading.Of)
        .map(step -> article(step).url())
        .toList();
  }

  static List<String> reasons(List<Step> steps) {
    return steps.stream()
        .map(Step::reading)
        .filter(reading -> reading instanceof Reading.Refused)
        .map(reading -> ((Reading.Refused) reading).reason())
        .toList();
  }
}
