package costwire.deploy;

import costwire.ingest.Feed;
import costwire.ingest.Ingest;
import costwire.ingest.Subscriptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Feeds to begin with: technology and business news that is known, in many languages. */
public final class Starter {
  private static final String LIST = "/starter.opml";

  private Starter() {}

  /** Each with its title and language. */
  public static List<Feed> feeds() {
    try (InputStream in =
        Objects.requireNonNull(Starter.class.getResourceAsStream(LIST), "the starter list")) {
      Subscriptions list = Ingest.subscriptions(in.readAllBytes(), null);
      return list.feeds();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
