package costwire.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.ingest.Article;
import costwire.stream.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameEveryTimeTest {
  @Test
  void an_articles_claims_do_not_depend_on_what_was_read_before() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("corpus/ar.jsonl"))) {
      JsonNode json = Json.mapper().readTree(line);
      articles.add(
          SampleArticle.of(
              json.path("id").asText(), json.path("title").asText(), json.path("text").asText()));
    }
    Map<String, List<Claim>> forwards = new HashMap<>();
    articles.forEach(a -> forwards.put(a.id(), Extractor.standard().extract(a)));

    for (int i = articles.size() - 1; i >= 0; i--) {
      Article article = articles.get(i);
      assertThat(Extractor.standard().extract(article)).isEqualTo(forwards.get(article.id()));
    }
  }

  /** What maps without an order depend on differs from one virtual machine to the next. */
  @Test
  void another_virtual_machine_tells_the_same() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SameEveryTimeTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told = new String(other.getInputStream().readAllBytes(), UTF_8);

    assertThat(other.waitFor()).isZero();
    assertThat(told).isEqualTo(claims());
  }

  /** Prints the claims of some articles. */
  public static void main(String[] args) throws IOException {
    System.out.write(claims().getBytes(UTF_8));
    System.out.flush();
  }

  private static String claims() throws IOException {
    StringBuilder claims = new StringBuilder();
    for (String language : List.of("el", "ko", "ru")) {
      for (String line : Files.readAllLines(Path.of("corpus", language + ".jsonl"))) {
        JsonNode json = Json.mapper().readTree(line);
        String id = json.path("id").asText();
        Article article =
            SampleArticle.of(id, json.path("title").asText(), json.path("text").asText());
        Extractor.standard().extract(article).forEach(c -> claims.append(c).append('\n'));
      }
    }
    return claims.toString();
  }

  @Test
  void no_article_with_claims_is_refused_at_a_glance() throws IOException {
    Extractor extractor = Extractor.standard();
    List<Path> files;
    try (var corpus = Files.newDirectoryStream(Path.of("corpus"), "*.jsonl")) {
      files = new ArrayList<>();
      corpus.forEach(files::add);
    }
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        JsonNode json = Json.mapper().readTree(line);
        Article article =
            SampleArticle.of(
                json.path("id").asText(), json.path("title").asText(), json.path("text").asText());
        assertThat(json.path("claims").isEmpty() || extractor.mayHaveClaims(article))
            .as(article.id())
            .isTrue();
      }
    }
  }

  @Test
  void other_news_is_refused_at_a_glance() throws IOException {
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/benchmark/irrelevant.jsonl"))) {
      JsonNode json = Json.mapper().readTree(line);
      Article article =
          SampleArticle.of(
              json.path("id").asText(), json.path("title").asText(), json.path("text").asText());
      assertThat(Extractor.standard().mayHaveClaims(article)).as(article.id()).isFalse();
    }
  }
}
