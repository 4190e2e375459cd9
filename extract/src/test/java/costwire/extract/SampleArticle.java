package costwire.extract;

import costwire.ingest.Article;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Articles for tests: what a test does not speak of is the same in all of them. */
final class SampleArticle {
  static final Instant PRINTED = Instant.parse("2026-01-10T08:00:00Z");

  private SampleArticle() {}

  static Article of(String title, String text) {
    return of("sample", title, text);
  }

  static Article of(String id, String title, String text) {
    return in(null, id, title, text);
  }

  /**
   * An article whose page says its language.
   *
   * @param language null where it does not say
   */
  static Article in(@Nullable String language, String id, String title, String text) {
    return Article.of(id, title, text)
        .url("https://news.example/" + id)
        .publisher("news.example")
        .publishedAt(PRINTED)
        .fetchedAt(PRINTED)
        .language(language)
        .build();
  }
}
