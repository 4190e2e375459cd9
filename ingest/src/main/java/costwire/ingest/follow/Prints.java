package costwire.ingest.follow;

import costwire.ingest.Article;
import costwire.ingest.FeedEntry;
import costwire.ingest.page.ArticleId;

/** Fingerprints that tell whether something changed since it was last seen. */
final class Prints {
  private static final int LONGEST_ID = 200;

  private Prints() {}

  /** Of how a feed lists an entry. */
  static String listing(FeedEntry entry) {
    return ArticleId.digest(
            String.join(
                "\n",
                String.valueOf(entry.url()),
                entry.title(),
                String.valueOf(entry.updatedAt()),
                String.valueOf(entry.publishedAt()),
                String.valueOf(entry.summary())))
        .substring(0, 16);
  }

  /** Of what readers and the extractor see of an article. */
  static String content(Article article) {
    return ArticleId.digest(
            String.join(
                "\n",
                article.title(),
                String.valueOf(article.publishedAt()),
                String.valueOf(article.language()),
                article.text()))
        .substring(0, 16);
  }

  /** The name an entry goes by in its feed's state. */
  static String key(FeedEntry entry) {
    return entry.id().length() <= LONGEST_ID ? entry.id() : ArticleId.digest(entry.id());
  }
}
