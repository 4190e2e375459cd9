package costwire.extract;

import costwire.ingest.Article;
import java.util.List;

/**
 * The way into the extraction: an article in, its claims out. Pure: no clock, no network, no Kafka;
 * the same article gives the same claims. Safe for use by many threads.
 */
public final class Extractor {
  private Extractor() {}

  /** The extractor with the lexicons, catalogues and models that come with it. */
  public static Extractor standard() {
    return new Extractor();
  }

  /** The article's claims, in the order of their quotes: those of the title first. */
  public List<Claim> extract(Article article) {
    return List.of();
  }

  /** Every amount of money, chip and duration in the article, claim or not, in order. */
  public List<Entity> entities(Article article) {
    return List.of();
  }
}
