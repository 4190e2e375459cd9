package costwire.extract.step;

import costwire.ingest.Article;
import costwire.ingest.Duplicate;
import org.jspecify.annotations.Nullable;

/**
 * An article as it came, with what is known of its copies.
 *
 * @param article null: it is withdrawn
 * @param duplicateOf id of the earlier article that it is a copy of; null if none is known
 */
public record ArticleVersion(@Nullable Article article, @Nullable String duplicateOf) {
  /** A tombstone is a version too, and joins need a value. */
  public static ArticleVersion of(@Nullable Article article) {
    return new ArticleVersion(article, null);
  }

  /** The same version with its link; null: it has none. */
  public ArticleVersion linked(@Nullable Duplicate link) {
    return new ArticleVersion(article, link == null ? null : link.duplicateOf());
  }
}
