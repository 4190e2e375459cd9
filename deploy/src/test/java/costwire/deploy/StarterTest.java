package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Feed;
import costwire.ingest.Ingest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The starter list's shape; whether the feeds are there is for the scrapers to find out. */
class StarterTest {
  private static final List<Feed> FEEDS = Starter.feeds();

  @Test
  void holdsManyFeedsInManyLanguages() {
    assertThat(FEEDS).hasSizeGreaterThanOrEqualTo(80);
    Set<String> languages =
        FEEDS.stream().map(feed -> String.valueOf(feed.language())).collect(Collectors.toSet());
    assertThat(languages).hasSizeGreaterThanOrEqualTo(25).isSubsetOf(Locale.getISOLanguages());
  }

  @Test
  void namesEachFeedOnceAndSecurely() {
    assertThat(FEEDS).extracting(Feed::url).doesNotHaveDuplicates();
    assertThat(FEEDS)
        .allSatisfy(
            feed -> {
              assertThat(feed.title()).isNotBlank();
              assertThat(feed.url()).startsWith("https://");
              assertThat(URI.create(feed.url()).getHost()).contains(".");
            });
  }

  @Test
  void readsWithoutAnythingLeftOut() throws IOException {
    try (InputStream in = StarterTest.class.getResourceAsStream("/starter.opml")) {
      assertThat(in).isNotNull();
      byte[] opml = in.readAllBytes();
      assertThat(Ingest.subscriptions(opml, null).leftOut()).isEmpty();
      assertThat(Ingest.opml("Costwire: feeds to begin with", FEEDS))
          .isEqualTo(new String(opml, UTF_8));
    }
  }
}
