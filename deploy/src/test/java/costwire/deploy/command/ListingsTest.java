package costwire.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.FeedEntry;
import costwire.ingest.FetchOutcome;
import costwire.ingest.Fetcher;
import costwire.ingest.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ListingsTest {
  private static final URI INDEX = URI.create("https://x.example/sitemap.xml");

  private final List<URI> asked = new ArrayList<>();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Listings listings =
      new Listings(
          new Web(asked),
          new Readings(
              new Console(
                  InputStream.nullInputStream(),
                  new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                  new PrintStream(err, true, UTF_8))));

  @Test
  void anIndexListsTheEntriesOfItsLatestSitemapsOneLevelDown() {
    List<FeedEntry> entries = listings.entries(index(30), "application/xml", INDEX);
    assertThat(asked).hasSize(20).first().hasToString("https://x.example/map/0");
    // Every third is gone, every other third an index of its own.
    assertThat(entries)
        .extracting(FeedEntry::url)
        .contains("https://x.example/map/0/page", "https://x.example/map/18/page")
        .hasSize(7);
    assertThat(entries).first().extracting(FeedEntry::feed).isEqualTo("https://x.example/map/0");
    assertThat(err.toString(UTF_8))
        .contains("https://x.example/map/1: is gone (404)")
        .contains(INDEX + ": lists 30 sitemaps; the latest 20 are read");
  }

  @Test
  void anIndexIsNotFetchedPageByPage() {
    assertThatThrownBy(() -> listings.ownEntries(index(3), null, INDEX))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(
            "an index of 3 sitemaps: fetch one of them, such as https://x.example/map/0, or list"
                + " what is in them with --entries");
    assertThat(asked).isEmpty();
  }

  private static byte[] index(int sitemaps) {
    StringBuilder index = new StringBuilder("<sitemapindex>");
    for (int i = 0; i < sitemaps; i++) {
      index.append("<sitemap><loc>/map/" + i + "</loc></sitemap>");
    }
    return index.append("</sitemapindex>").toString().getBytes(UTF_8);
  }

  /** A site whose sitemaps are in turn sound, gone, and an index again. */
  private record Web(List<URI> asked) implements Fetcher {
    @Override
    public CompletableFuture<FetchOutcome> fetch(Request request) {
      asked.add(request.url());
      int number = Integer.parseInt(request.url().getPath().substring("/map/".length()));
      String map = "<urlset><url><loc>" + request.url() + "/page</loc></url></urlset>";
      byte[] body = number % 3 == 0 ? map.getBytes(UTF_8) : index(5);
      return CompletableFuture.completedFuture(
          number % 3 == 1
              ? new FetchOutcome.Gone(404)
              : new FetchOutcome.Fetched(request.url(), body, null, null, null));
    }

    @Override
    public CompletableFuture<FetchOutcome> post(URI url, Map<String, String> form) {
      throw new AssertionError("listings ask no hub");
    }

    @Override
    public void close() {}
  }
}
