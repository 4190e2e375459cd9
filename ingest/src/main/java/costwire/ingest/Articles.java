package costwire.ingest;

import costwire.stream.Topic;
import java.time.Duration;

/** The topic of articles, keyed by article id. A tombstone withdraws the article. */
public final class Articles {
  public static final Topic<Article> TOPIC =
      Topic.compactedFor("costwire.articles", Article.class, Duration.ofDays(30));

  private Articles() {}
}
