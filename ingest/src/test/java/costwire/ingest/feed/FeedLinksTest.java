package costwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Ingest;
import costwire.ingest.UnreadableException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedLinksTest {
  private static final URI PAGE = URI.create("https://x.example/2025/cost/");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      textBlock =
          """
          relative   | <link rel="alternate" type="application/rss+xml" href="/feed">                      | https://x.example/feed
          every type | <link rel=alternate type=application/atom+xml href=/a><link rel=alternate type=application/feed+json href=/j><link rel=alternate type="application/rdf+xml" href=/r> | https://x.example/a https://x.example/j https://x.example/r
          words      | <LINK REL="Alternate home" TYPE="Application/RSS+XML; charset=utf-8" HREF="/feed">  | https://x.example/feed
          base       | <base href="https://y.example/z/"><link rel=alternate type=application/rss+xml href=f.xml> | https://y.example/z/f.xml
          comments   | <link rel=alternate type=application/rss+xml href=/comments/feed/><link rel=alternate type=application/rss+xml href=/2025/cost/feed/><link rel=alternate type=application/rss+xml href=/feed/> | https://x.example/feed/ https://x.example/2025/cost/feed/ https://x.example/comments/feed/
          by title   | <link rel=alternate type=application/rss+xml href=/k title="X » Kommentar-Feed"><link rel=alternate type=application/rss+xml href=/f> | https://x.example/f https://x.example/k
          rel feed   | <link rel="feed" type="text/html" href="/hfeed">                                    | https://x.example/hfeed
          vague type | <link rel=alternate type=application/json href=/wp-json/posts/7><link rel=alternate type=text/xml href=/news.rss><link rel=alternate type=application/json href=/feed.json> | https://x.example/news.rss https://x.example/feed.json
          twice      | <link rel=alternate type=application/rss+xml href=/f><a href="http://x.example/f">RSS</a><link rel=alternate type=application/atom+xml href=/f> | https://x.example/f
          anchors    | <a href="/rss.xml">a</a><a href="/about">b</a><a href="/?feed=rss2">c</a><a href="//feeds.x.example/top">d</a><a href="/tech/feed/">e</a><a href="/feedback">f</a><a href="/atomic">g</a> | https://x.example/rss.xml https://x.example/?feed=rss2 https://feeds.x.example/top https://x.example/tech/feed/
          head first | <a href="/rss/all.xml">a</a><link rel=alternate type=application/rss+xml href=/main>| https://x.example/main https://x.example/rss/all.xml
          no web     | <link rel=alternate type=application/rss+xml href="feed:x"><link rel=alternate type=application/rss+xml href="file:///etc/passwd"><a href="javascript:x.rss">x</a> | none
          other      | <link rel=stylesheet type=text/css href=/feed.css><link rel=alternate hreflang=fr href=/fr> | none
          """)
  void namesThemBestFirst(String what, String head, String wanted) {
    List<String> feeds = wanted == null ? List.of() : List.of(wanted.split(" "));
    String page = "<!doctype html><html><head>" + head + "</head><body><p>Text</p></body></html>";
    assertThat(Ingest.feedsOf(page.getBytes(UTF_8), "text/html", PAGE))
        .extracting(URI::toString)
        .containsExactlyElementsOf(feeds);
  }

  @Test
  void aPageOfLinksWithoutEndNamesFifty() {
    StringBuilder page = new StringBuilder("<html>");
    for (int i = 0; i < 100_000; i++) {
      page.append("<a href=/f" + i + ".rss>x</a>");
    }
    assertThat(Ingest.feedsOf(page.toString().getBytes(UTF_8), null, PAGE)).hasSize(50);
  }

  @Test
  void aPictureNamesNone() {
    assertThatThrownBy(() -> Ingest.feedsOf("GIF89a".getBytes(UTF_8), "text/html", PAGE))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("not a page: a GIF picture, not text");
  }
}
