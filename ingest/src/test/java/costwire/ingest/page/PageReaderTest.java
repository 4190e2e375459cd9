package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages in the shapes of real sites, in our own words; beside each what is to be read from it. */
class PageReaderTest {
  private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
  private static final URI ADDRESS = URI.create("https://www.news.example/a/page");

  static Stream<String> pages() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".html"))
              .sorted()
              .toList();
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readsTheArticleAndNothingAround(String page) {
    Article article = PageReader.read(bytes(page), null, ADDRESS, NOW);
    String[] expected = text(page.replace(".html", ".txt")).split("\n\n", 2);
    Map<String, String> head = new HashMap<>();
    Arrays.stream(expected[0].split("\n"))
        .map(line -> line.split(": ", 2))
        .forEach(field -> head.put(field[0], field[1]));

    assertThat(article.text()).isEqualTo(expected[1].strip());
    assertThat(article.title()).isEqualTo(head.get("title"));
    assertThat(article.publisher()).isEqualTo(head.get("publisher"));
    assertThat(article.language()).isEqualTo(head.get("language"));
    assertThat(article.canonicalUrl()).isEqualTo(head.get("canonicalUrl"));
    String date = head.get("publishedAt");
    assertThat(article.publishedAt()).isEqualTo(date == null ? null : Instant.parse(date));
    assertThat(article.fetchedAt()).isEqualTo(NOW);
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(PageReaderTest.class.getResource("/pages").toURI());
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String name) {
    return new String(bytes(name), UTF_8);
  }
}
