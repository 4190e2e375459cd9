package costwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.FeedEntry;
import costwire.ingest.Listing;
import costwire.ingest.UnreadableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds made to break their reader: each ends, with little. */
class HostileFeedTest {
  private static final URI FEED = URI.create("https://x.example/feed");
  private static final int LARGE = 4 << 20;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "items without end         | <rss><channel>           | <item><link>https://x.example/%d</link></item> | 1000",
        "empty items               | <rss><channel>           | <item/>                        | 0",
        "depth without end         | <rss><channel>           | <a>                            | 0",
        "items in items            | <rss><channel>           | <item><guid>%d</guid>          | 1000",
        "one endless attribute     | <rss><channel><item x='  | aaaaaaaaaa                     | 0",
        "attributes without end    | <rss><channel><item      | ' a%d=\"1\"'                   | 0",
        "prefixes without end      | <rss><channel>           | <b xmlns:p%d='urn:x'></b>      | 0",
        "fields in fields          | <rss><channel><item><title> | <link>x</link>              | 1",
        "one endless text          | <rss><channel><item><link>/</link><title> | word          | 1",
        "one endless comment       | <rss><channel><!--       | comment                        | 0",
        "one endless section       | <rss><channel><![CDATA[  | <item>                         | 0",
        "entries of Atom           | <feed>                   | <entry><id>%d</id></entry>     | 1000",
        "pages of a sitemap        | <urlset>                 | <url><loc>/%d</loc></url>      | 1000",
        "ampersands                | <rss><channel><title>    | &                              | 0",
        "entities                  | <rss><channel><item><link>/</link><title> | &amp;amp;amp;lt; | 1",
        "tags that never end       | <rss><channel><item><link>/</link><title><![CDATA[ | '<a ' | 1"
      })
  void isCutWhereItIsTooMuch(String what, String start, String repeated, int most) {
    String unit = repeated.replace("'", repeated.startsWith("'") ? "" : "'");
    StringBuilder feed = new StringBuilder(start);
    for (int i = 0; feed.length() < LARGE; i++) {
      feed.append(unit.replace("%d", Integer.toString(i)));
    }
    Listing listing = FeedReader.read(feed.toString().getBytes(UTF_8), FEED);
    assertThat(listing.entries()).hasSizeLessThanOrEqualTo(most);
    assertThat(listing.entries().isEmpty()).isEqualTo(most == 0);
    assertThat(listing.entries())
        .allSatisfy(entry -> assertThat(entry.title()).hasSizeLessThan(1_100));
  }

  @Test
  void aSitemapsNewestPagesAreKept() {
    StringBuilder map = new StringBuilder("<urlset>");
    for (int i = 0; i < 2_000; i++) {
      map.append(
          "<url><loc>/" + i + "</loc><lastmod>" + (2000 + i % 20) + "-01-01</lastmod></url>");
    }
    assertThat(FeedReader.read(map.append("</urlset>").toString().getBytes(UTF_8), FEED).entries())
        .hasSize(1_000)
        .extracting(FeedEntry::updatedAt)
        .allSatisfy(date -> assertThat(date).isAfterOrEqualTo("2010-01-01T00:00:00Z"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "depth      | {\"items\":      | [            | broken JSON",
        "numbers    | {\"items\":[{\"id\": | 9        | broken JSON",
        "values     | {\"items\":[0    | ,0           | broken JSON",
        "no items   | {\"title\":\"a\" | ' '          | broken JSON"
      })
  void jsonThatIsTooMuchIsRefused(String what, String start, String repeated, String reason) {
    String feed = start + repeated.repeat(LARGE / repeated.length());
    assertThatThrownBy(() -> FeedReader.read(feed.getBytes(UTF_8), FEED))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("not a feed: " + reason);
  }

  @Test
  void whatUnpacksWithoutEndIsRefused() throws IOException {
    byte[] bomb = packed(new byte[64 << 20]);
    assertThat(bomb).hasSizeLessThan(1 << 20);
    assertThatThrownBy(() -> FeedReader.read(bomb, FEED))
        .hasMessage("not a feed: it unpacks to more than 8 MiB");
    assertThat(FeedReader.isFeed(bomb)).isFalse();
    byte[] nested = packed(packed("<rss/>".getBytes(UTF_8)));
    assertThatThrownBy(() -> FeedReader.read(nested, FEED))
        .hasMessage("not a feed: a gzip archive, not text");
    assertThatThrownBy(() -> FeedReader.read(new byte[] {0x1f, (byte) 0x8b, 8, 0}, FEED))
        .hasMessage("not a feed: broken gzip");
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
