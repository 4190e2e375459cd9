package costwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.FeedEntry;
import costwire.ingest.UnreadableException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {
  private static final URI FEED = URI.create("https://x.example/feeds/all.xml");

  @Test
  void readsRss() {
    List<FeedEntry> entries =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>X</title>
            <link>https://x.example/</link><description>d</description><language>el-gr</language>
            <item><title>Κόστος &amp; τσιπ</title><link>/a/1?x=1&amp;y=2</link>
            <guid isPermaLink="false">g-1</guid><pubDate>Thu, 18 Sep 2025 15:00:00 +0300</pubDate>
            <dc:creator>Α. Β.</dc:creator>
            <description>&lt;p&gt;Πρώτη &lt;b&gt;γραμμή&lt;/b&gt;&lt;/p&gt;</description></item>
            <item><title>Δεύτερο</title><guid>https://x.example/a/2</guid></item>
            <item><title>Nowhere</title></item>
            </channel></rss>
            """);
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0))
        .isEqualTo(
            new FeedEntry(
                FEED.toString(),
                "g-1",
                "https://x.example/a/1?x=1&y=2",
                "Κόστος & τσιπ",
                Instant.parse("2025-09-18T12:00:00Z"),
                null,
                List.of("Α. Β."),
                "el",
                "Πρώτη γραμμή"));
    assertThat(entries.get(1).url()).isEqualTo("https://x.example/a/2");
    assertThat(entries.get(1).publishedAt()).isNull();
  }

  @Test
  void readsAtom() {
    List<FeedEntry> entries =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title>X</title><id>urn:x</id>
            <updated>2025-09-18T12:00:00Z</updated>
            <entry><id>tag:x,2025:1</id><title type="html">&lt;i&gt;学習&lt;/i&gt;費用</title>
            <link rel="alternate" href="https://x.example/1"/><author><name>港</name></author>
            <published>2025-09-17T12:00:00Z</published><updated>2025-09-18T12:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>本文</p></div></content>
            </entry></feed>
            """);
    assertThat(entries).hasSize(1);
    FeedEntry entry = entries.get(0);
    assertThat(entry.id()).isEqualTo("tag:x,2025:1");
    assertThat(entry.url()).isEqualTo("https://x.example/1");
    assertThat(entry.title()).isEqualTo("学習費用");
    assertThat(entry.publishedAt()).isEqualTo("2025-09-17T12:00:00Z");
    assertThat(entry.updatedAt()).isEqualTo("2025-09-18T12:00:00Z");
    assertThat(entry.authors()).containsExactly("港");
    assertThat(entry.summary()).isEqualTo("本文");
  }

  @Test
  void readsRdf() {
    List<FeedEntry> entries =
        read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
             xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://x.example/"><title>X</title><link>https://x.example/</link>
            <description>d</description></channel>
            <item rdf:about="https://x.example/1"><title>One</title><link>https://x.example/1</link>
            <dc:date>2025-09-18T12:00:00Z</dc:date><dc:language>de</dc:language></item></rdf:RDF>
            """);
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).publishedAt()).isEqualTo("2025-09-18T12:00:00Z");
    assertThat(entries.get(0).language()).isEqualTo("de");
  }

  @Test
  void readsJsonFeed() {
    List<FeedEntry> entries =
        read(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"X","language":"tr",
             "authors":[{"name":"Liman"}],
             "items":[{"id":"1","url":"/a","title":"Bir","date_published":"2025-09-18T15:00:00+03:00",
             "content_html":"<p>Metin</p>"},{"id":7,"external_url":"x"},{"title":"none"}]}
            """);
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).url()).isEqualTo("https://x.example/a");
    assertThat(entries.get(0).publishedAt()).isEqualTo("2025-09-18T12:00:00Z");
    assertThat(entries.get(0).authors()).containsExactly("Liman");
    assertThat(entries.get(0).language()).isEqualTo("tr");
    assertThat(entries.get(0).summary()).isEqualTo("Metin");
    assertThat(entries.get(1).id()).isEqualTo("7");
    assertThat(entries.get(1).url()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an undeclared entity | <title>Cost&nbsp;now &copy; X</title>",
        "a bare ampersand     | <title>R&D cost</title>",
        "an open end          | <title>Cost</title><description>cut off",
        "a document type      | <title>Cost</title>"
      })
  void readsABrokenFeedAsFarAsItGoes(String what, String title) {
    String doctype =
        what.contains("type") ? "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/x.dtd\">" : "";
    List<FeedEntry> entries =
        read(
            "<?xml version=\"1.0\"?>"
                + doctype
                + "<rss version=\"2.0\"><channel><title>X</title>"
                + "<item><link>https://x.example/1</link>"
                + title);
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).url()).isEqualTo("https://x.example/1");
    assertThat(entries.get(0).title()).containsIgnoringCase("cost");
  }

  @Test
  void readsTheCharsetThatTheFeedDeclares() {
    String feed =
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss version=\"2.0\"><channel><item>"
            + "<title>Цена</title><link>https://x.example/1</link></item></channel></rss>";
    assertThat(FeedReader.read(feed.getBytes(Charset.forName("windows-1251")), FEED).entries())
        .extracting(FeedEntry::title)
        .containsExactly("Цена");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html><body>Hi</body></html> | an HTML page",
        "<opml version='2.0'><body/></opml>          | neither RSS nor Atom",
        "{\"items\":                                 | broken JSON",
        "{\"title\":\"x\"}                           | without items",
        "hello                                       | neither XML nor JSON",
        "%PDF-1.4                                    | a PDF document"
      })
  void saysWhatItIsInstead(String body, String reason) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("not a feed: ")
        .hasMessageContaining(reason);
  }

  @Test
  void opensNoEntityAndNoFile() {
    String laughs =
        """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
        <rss version="2.0"><channel><item><title>&c;|&f;|</title><link>https://x.example/1</link>
        </item></channel></rss>
        """;
    assertThat(read(laughs))
        .allSatisfy(entry -> assertThat(entry.title()).doesNotContain("aaaa").hasSizeLessThan(20));
  }

  @Test
  void survivesEndlessDepth() {
    String deep = "<rss version=\"2.0\"><channel>" + "<a>".repeat(200_000);
    assertThat(read(deep)).isEmpty();
  }

  private static List<FeedEntry> read(String feed) {
    return FeedReader.read(feed.getBytes(UTF_8), FEED).entries();
  }
}
