package costwire.deploy.serve;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.extract.Claim;
import costwire.extract.Extractor;
import costwire.ingest.Article;
import costwire.stream.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The demo's articles, and what the extractor finds in them. */
final class SampleNews {
  private static final Extractor EXTRACTOR = Extractor.standard();
  private static final List<Claim> CLAIMS =
      articles().stream().flatMap(article -> EXTRACTOR.extract(article).stream()).toList();

  private SampleNews() {}

  static List<Claim> claims() {
    return CLAIMS;
  }

  /** What the extractor finds in an article of today's. */
  static List<Claim> read(String id, String publisher, String title, String text) {
    Instant at = Instant.parse("2025-12-20T08:00:00Z");
    Article article =
        Article.of(id, title, text)
            .url("https://outlet.example/" + id)
            .publisher(publisher)
            .publishedAt(at)
            .fetchedAt(at)
            .build();
    return EXTRACTOR.extract(article);
  }

  static List<Article> articles() {
    try (Stream<Path> files =
        Files.list(
            Path.of(Objects.requireNonNull(SampleNews.class.getResource("/newsroom")).toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .sorted()
          .flatMap(SampleNews::lines)
          .map(SampleNews::article)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Article article(String line) {
    try {
      JsonNode story = Json.mapper().readTree(line);
      Instant at = Instant.parse(story.get("publishedAt").asText());
      String publisher = story.get("publisher").asText();
      String id = story.get("id").asText();
      return Article.of(id, story.get("title").asText(), story.get("text").asText())
          .url("https://" + publisher + "/" + id)
          .publisher(publisher)
          .publishedAt(at)
          .fetchedAt(at)
          .language(story.get("lang").asText())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
