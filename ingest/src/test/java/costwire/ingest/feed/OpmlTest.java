package costwire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Feed;
import costwire.ingest.Ingest;
import costwire.ingest.Subscriptions;
import costwire.ingest.UnreadableException;
import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpmlTest {
  @Test
  void readsOutlinesAtAnyDepthAndPassesOverTheRest() {
    Subscriptions list =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0"><head><title>Mine</title><expansionState>1,2</expansionState></head><body>
            <outline text="Chips &amp; ports" colour="blue"><outline type="rss" text="Short" title="Liman &amp; Çip"
              xmlUrl="https://liman.example/feed?a=1&amp;b=2" htmlUrl="https://liman.example/" language="tr-TR"/>
              <outline text="deeper"><outline type="atom" text="Kajen" xmlUrl=" https://kajen.example/atom.xml "/></outline>
            </outline>
            <outline text="https://bare.example/rss" xmlUrl="https://bare.example/rss"/>
            <outline type="link" text="No feed" url="https://other.example/"/>
            <outline text="Twice" xmlUrl="https://kajen.example/atom.xml"/>
            <outline text="Mail" xmlUrl="mailto:a@x.example"/><outline text="Own" xmlUrl="file:///etc/passwd"/>
            </body></opml>
            """);
    assertThat(list.feeds())
        .containsExactly(
            Feed.of("https://liman.example/feed?a=1&b=2").called("Liman & Çip", "tr"),
            Feed.of("https://kajen.example/atom.xml").called("Kajen", null),
            Feed.of("https://bare.example/rss"));
    assertThat(list.leftOut())
        .containsExactly(
            "'mailto:a@x.example' is no http or https address",
            "'file:///etc/passwd' is no http or https address");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "names in capitals  | <OPML><Body><Outline TEXT='a' XMLURL='https://a.example/f'/></Body></OPML>",
        "bare ampersands    | <opml><body><outline text='R&D' xmlUrl='https://a.example/f'/></body></opml>",
        "open ends          | <opml><body><outline text='a'><outline xmlUrl='https://a.example/f'>",
        "outside the body   | <opml><outline xmlUrl='https://a.example/f'/></opml>",
        "junk before it     | Warning: x <opml><body><outline xmlUrl='https://a.example/f'/></body></opml>",
        "an entity          | <!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><opml><body>"
            + "<outline text='&x;' xmlUrl='https://a.example/f'/></body></opml>"
      })
  void readsABrokenListAsFarAsItGoes(String what, String opml) {
    assertThat(read(opml).feeds())
        .singleElement()
        .satisfies(feed -> assertThat(feed.url()).isEqualTo("https://a.example/f"))
        .satisfies(feed -> assertThat(String.valueOf(feed.title())).hasSizeLessThan(6));
  }

  @Test
  void readsItsCharset() {
    String opml =
        "<?xml version='1.0' encoding='windows-1251'?><opml><body>"
            + "<outline text='Волна и чипы' xmlUrl='https://a.example/f'/></body></opml>";
    assertThat(Ingest.subscriptions(opml.getBytes(Charset.forName("windows-1251")), null).feeds())
        .extracting(Feed::title)
        .containsExactly("Волна и чипы");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<rss><channel/></rss> | not OPML: there is no <opml> in it",
        "hello                 | not OPML: there is no <opml> in it",
        "%PDF-1.4              | not OPML: a PDF document, not text"
      })
  void saysWhatItIsInstead(String body, String reason) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableException.class).hasMessage(reason);
  }

  @Test
  void aListMadeToBreakItsReaderIsCut() {
    String deep = "<opml><body>" + "<outline text='x'>".repeat(100_000);
    assertThat(read(deep).feeds()).isEmpty();
    StringBuilder wide = new StringBuilder("<opml><body>");
    for (int i = 0; i < 20_000; i++) {
      wide.append("<outline xmlUrl='https://a.example/" + i + "'/>");
    }
    Subscriptions list = read(wide.toString());
    assertThat(list.feeds()).hasSize(10_000);
    assertThat(list.leftOut())
        .hasSize(100)
        .first()
        .isEqualTo("more than 10000 feeds: https://a.example/10000");
  }

  @Test
  void writesWhatOtherProgramsRead() {
    assertThat(Ingest.opml("Mine", List.of(Feed.of("https://a.example/f").called("R&D", "en"))))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>Mine</title>
              </head>
              <body>
                <outline type="rss" text="R&amp;D" title="R&amp;D" xmlUrl="https://a.example/f" language="en" />
              </body>
            </opml>
            """);
  }

  @Property(tries = 200)
  void whatIsWrittenReadsBack(@ForAll String title, @ForAll int number) {
    String line = Plain.text("x" + title).replaceAll("[<>&]", "");
    Feed feed =
        Feed.of("https://a.example/f?a=" + number + "&b=2")
            .called(line.length() > 200 ? "long" : line, "el");
    assertThat(read(Ingest.opml(title, List.of(feed, Feed.of("https://b.example/")))).feeds())
        .containsExactly(feed, Feed.of("https://b.example/"));
  }

  private static Subscriptions read(String opml) {
    return Ingest.subscriptions(opml.getBytes(UTF_8), null);
  }
}
