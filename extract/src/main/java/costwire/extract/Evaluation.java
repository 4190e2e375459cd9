package costwire.extract;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.extract.score.Scoring;
import costwire.ingest.Article;
import costwire.stream.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The extractor measured on gold articles; {@link #toString()} is the table. */
public final class Evaluation {
  private final Scoring scoring = new Scoring();

  /** The parts of a corpus that models are learned from: they prove nothing. */
  private static final Set<String> LEARNED_FROM = Set.of("train", "names");

  private Evaluation() {}

  /**
   * Extracts every gold article's claims and scores them.
   *
   * @param files one article a line, with {@code lang} and {@code claims}; those whose {@code part}
   *     is {@code train} or {@code names} are left out, for the models have learned from them
   * @throws IOException if a file cannot be read, or a line is no gold article: the message says
   *     which
   */
  public static Evaluation of(List<Path> files, Extractor extractor) throws IOException {
    Evaluation evaluation = new Evaluation();
    for (Path file : files) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
          if (!line.isBlank()) {
            evaluation.add(line, file + ":" + number, extractor);
          }
        }
      }
    }
    return evaluation;
  }

  private void add(String line, String place, Extractor extractor) throws IOException {
    JsonNode gold;
    try {
      gold = Json.mapper().readTree(line);
    } catch (IOException e) {
      throw new IOException(place + ": not JSON", e);
    }
    if (LEARNED_FROM.contains(gold.path("part").asText())) {
      return;
    }
    if (!gold.path("text").isTextual() || !gold.path("claims").isArray()) {
      throw new IOException(place + ": a gold article needs text and claims");
    }
    Article article =
        Article.of(
                gold.path("id").asText(place),
                gold.path("title").asText(""),
                gold.path("text").asText())
            .publisher(text(gold, "publisher"))
            .publishedAt(instant(gold))
            .build();
    scoring.add(gold.path("lang").asText("und"), gold.path("claims"), extractor.extract(article));
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : null;
  }

  private static @Nullable Instant instant(JsonNode gold) {
    try {
      return OffsetDateTime.parse(gold.path("publishedAt").asText()).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** F1 over all articles: 0 to 1. */
  public double foundF1() {
    return scoring.all().foundF1();
  }

  /** F1 of claims found whose company is right too. */
  public double linkedF1() {
    return scoring.all().linkedF1();
  }

  /** F1 of claims linked whose bound, chip and scope are right too. */
  public double strictF1() {
    return scoring.all().strictF1();
  }

  @Override
  public String toString() {
    return scoring.table();
  }
}
