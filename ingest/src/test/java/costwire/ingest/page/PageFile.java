package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.ingest.Article;
import costwire.stream.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A page in the shape of real sites, in our own words, named {@code <language>-<style>-<name>},
 * with what a careful reader would copy from it and what its article is to say of itself.
 */
record PageFile(String name, byte[] html, String gold, JsonNode head) {
  static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");

  static List<PageFile> all() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> names =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> file.endsWith(".html"))
              .map(file -> file.substring(0, file.length() - ".html".length()))
              .sorted()
              .toList();
      return names.stream().map(PageFile::read).toList();
    }
  }

  private static PageFile read(String name) {
    try {
      Path folder = folder();
      return new PageFile(
          name,
          Files.readAllBytes(folder.resolve(name + ".html")),
          Files.readString(folder.resolve(name + ".txt"), UTF_8).strip(),
          Json.mapper().readTree(Files.readAllBytes(folder.resolve(name + ".json"))));
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  String language() {
    return name.substring(0, name.indexOf('-'));
  }

  String style() {
    return name.substring(name.indexOf('-') + 1, name.lastIndexOf('-'));
  }

  Article article() {
    return PageReader.read(html, null, url(), NOW);
  }

  URI url() {
    return URI.create(head.path("url").asText("https://www.news.example/a/page"));
  }

  double f1() {
    return Shingles.f1(article().text(), gold);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Path folder() {
    try {
      return Path.of(
          new URI(Objects.requireNonNull(PageFile.class.getResource("/pages")).toString()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
