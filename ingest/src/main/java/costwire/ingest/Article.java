package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as its publisher printed it.
 *
 * @param id stable across re-fetches: derived from the canonical URL where there is one
 * @param url where it was read; null for a file or standard input
 * @param publisher host or name of the outlet; null if unknown
 * @param publishedAt the date it bears, never in the future when it was read; null if it bears none
 * @param fetchedAt when it was read; orders the versions of one article
 * @param title headline, possibly empty
 * @param text body, paragraphs parted by a blank line
 * @param language ISO 639-1 code as the page states it; null if it states none (the extractor finds
 *     out)
 * @param feed the feed it came through; null for other sources
 * @param canonicalUrl what the page calls its own address; null if it does not say
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Article(
    String id,
    @Nullable String url,
    @Nullable String publisher,
    @Nullable Instant publishedAt,
    @Nullable Instant fetchedAt,
    String title,
    String text,
    @Nullable String language,
    @Nullable String feed,
    @Nullable String canonicalUrl) {
  public Article {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("an article needs an id");
    }
    title = title == null ? "" : title;
    if (text == null) {
      throw new IllegalArgumentException("an article needs a text");
    }
  }

  /** The same article, read through a feed. */
  public Article through(@Nullable String other) {
    return new Article(
        id, url, publisher, publishedAt, fetchedAt, title, text, language, other, canonicalUrl);
  }
}
