package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import costwire.ingest.page.Dates;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as its publisher printed it.
 *
 * @param id stable across re-fetches: derived from the canonical URL where there is one
 * @param url where it was read; null for a file or standard input
 * @param publisher host or name of the outlet; null if unknown
 * @param publishedAt the date it bears, never in the future when it was read; null if it bears none
 * @param modifiedAt when its publisher last changed it, never in the future when it was read; null
 *     if it does not say
 * @param fetchedAt when it was read; orders the versions of one article
 * @param title headline, possibly empty
 * @param text body, paragraphs parted by a blank line
 * @param authors as the byline names them, possibly none
 * @param language ISO 639-1 code as the page states it; null if it states none (the extractor finds
 *     out)
 * @param feed the feed it came through; null for other sources
 * @param canonicalUrl what the page calls its own address; null if it does not say
 * @param paywalled whether the page says that it shows only part of the text to those who do not
 *     pay
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Article(
    String id,
    @Nullable String url,
    @Nullable String publisher,
    @Nullable Instant publishedAt,
    @Nullable Instant modifiedAt,
    @Nullable Instant fetchedAt,
    String title,
    String text,
    List<String> authors,
    @Nullable String language,
    @Nullable String feed,
    @Nullable String canonicalUrl,
    boolean paywalled) {
  public Article {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("an article needs an id");
    }
    title = title == null ? "" : title;
    if (text == null) {
      throw new IllegalArgumentException("an article needs a text");
    }
    authors = authors == null ? List.of() : List.copyOf(authors);
  }

  /** An article of which no more than this is known yet. */
  public static Builder of(String id, String title, String text) {
    return new Builder(id, title, text);
  }

  /** The same article, to be changed. */
  public Builder but() {
    Builder same = new Builder(id, title, text);
    same.url = url;
    same.publisher = publisher;
    same.publishedAt = publishedAt;
    same.modifiedAt = modifiedAt;
    same.fetchedAt = fetchedAt;
    same.authors = authors;
    same.language = language;
    same.feed = feed;
    same.canonicalUrl = canonicalUrl;
    same.paywalled = paywalled;
    return same;
  }

  /** The same article, read through a feed, which may say what the page leaves out. */
  public Article listedAs(FeedEntry entry) {
    Instant listed = fetchedAt == null ? null : Dates.notAfter(entry.publishedAt(), fetchedAt);
    return but()
        .title(title.isEmpty() ? entry.title() : title)
        .publishedAt(publishedAt == null ? listed : publishedAt)
        .authors(authors.isEmpty() ? entry.authors() : authors)
        .language(language == null ? entry.language() : language)
        .feed(entry.feed())
        .build();
  }

  /** Gathers what is known of an article. */
  public static final class Builder {
    private final String id;
    private final String text;
    private String title;
    private @Nullable String url;
    private @Nullable String publisher;
    private @Nullable Instant publishedAt;
    private @Nullable Instant modifiedAt;
    private @Nullable Instant fetchedAt;
    private List<String> authors = List.of();
    private @Nullable String language;
    private @Nullable String feed;
    private @Nullable String canonicalUrl;
    private boolean paywalled;

    private Builder(String id, String title, String text) {
      this.id = id;
      this.title = title;
      this.text = text;
    }

    public Builder title(String value) {
      this.title = value;
      return this;
    }

    public Builder url(@Nullable String value) {
      this.url = value;
      return this;
    }

    public Builder publisher(@Nullable String value) {
      this.publisher = value;
      return this;
    }

    public Builder publishedAt(@Nullable Instant value) {
      this.publishedAt = value;
      return this;
    }

    public Builder modifiedAt(@Nullable Instant value) {
      this.modifiedAt = value;
      return this;
    }

    public Builder fetchedAt(@Nullable Instant value) {
      this.fetchedAt = value;
      return this;
    }

    public Builder authors(List<String> value) {
      this.authors = value;
      return this;
    }

    public Builder language(@Nullable String value) {
      this.language = value;
      return this;
    }

    public Builder feed(@Nullable String value) {
      this.feed = value;
      return this;
    }

    public Builder canonicalUrl(@Nullable String value) {
      this.canonicalUrl = value;
      return this;
    }

    public Builder paywalled(boolean value) {
      this.paywalled = value;
      return this;
    }

    public Article build() {
      return new Article(
          id,
          url,
          publisher,
          publishedAt,
          modifiedAt,
          fetchedAt,
          title,
          text,
          authors,
          language,
          feed,
          canonicalUrl,
          paywalled);
    }
  }
}
