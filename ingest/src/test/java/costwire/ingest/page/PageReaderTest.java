package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.ingest.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from a page's head, its byline and its dates; {@link BodyTest} has the body. */
class PageReaderTest {
  static List<PageFile> pages() throws IOException {
    return PageFile.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readsWhatThePageSaysOfItsArticle(PageFile page) {
    Article article = page.article();
    JsonNode head = page.head();

    assertThat(article.title()).isEqualTo(head.get("title").textValue());
    assertThat(article.publisher()).isEqualTo(text(head, "publisher"));
    assertThat(article.language()).isEqualTo(text(head, "language"));
    assertThat(article.canonicalUrl()).isEqualTo(text(head, "canonicalUrl"));
    assertThat(article.publishedAt()).isEqualTo(instant(head, "publishedAt"));
    assertThat(article.modifiedAt()).isEqualTo(instant(head, "modifiedAt"));
    assertThat(article.authors()).isEqualTo(names(head.get("authors")));
    assertThat(article.paywalled()).isEqualTo(head.get("paywalled").booleanValue());
    assertThat(article.fetchedAt()).isEqualTo(PageFile.NOW);
  }

  private static @Nullable String text(JsonNode head, String field) {
    return head.path(field).textValue();
  }

  private static @Nullable Instant instant(JsonNode head, String field) {
    String text = text(head, field);
    return text == null ? null : Instant.parse(text);
  }

  private static List<String> names(JsonNode authors) {
    List<String> names = new ArrayList<>();
    authors.forEach(name -> names.add(name.textValue()));
    return names;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readsTheSameWhereABrokenByteIsInWhatNobodyReads(PageFile page) {
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    broken.writeBytes(page.html());
    broken.writeBytes("<!-- \u00e9 -->".getBytes(ISO_8859_1));
    assertThat(PageReader.read(broken.toByteArray(), null, page.url(), PageFile.NOW))
        .isEqualTo(page.article());
  }
}
