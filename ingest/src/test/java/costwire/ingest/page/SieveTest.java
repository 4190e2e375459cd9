package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {
  private static final Set<String> KEPT =
      Set.of(
          "id",
          "rel",
          "role",
          "class",
          "style",
          "align",
          "title",
          "hidden",
          "content",
          "pubdate",
          "itemprop",
          "datetime",
          "aria-hidden",
          "data-date-time");

  private static final Set<String> WHOLE =
      Set.of("meta", "link", "script", "time", "html", "input", "button", "abbr");

  /** Pieces of which pages are made that every parser has to think about. */
  private static final List<String> PIECES =
      List.of(
          "<p>",
          "</p>",
          "<div class=\"a\">",
          "</div>",
          "words ",
          "more, and more. ",
          "\n",
          "<b>",
          "</b>",
          "<a href=\"/x?a=1&b=2\" class=k title=\"t\">",
          "</a>",
          "<img src=x alt='>' />",
          "<!-- note -->",
          "<!---->",
          "<!-->",
          "<!--->",
          "<!-- a -- b -->",
          "<!--[if IE]>",
          "<![endif]-->",
          "<!----- line ----->",
          "<!doctype html>",
          "<?php echo ?>",
          "<![CDATA[ x ]]>",
          "<script>",
          "</script>",
          "<script src=x async>",
          "var a = '<p>' + \"</p>\";",
          "<!-- js",
          "-->",
          "if (a < b && c > d) {}",
          "<style>",
          "</style>",
          ".a > .b {}",
          "<title>",
          "</title>",
          "<textarea name=q>",
          "</textarea>",
          "<iframe src=x></iframe>",
          "<noscript>",
          "</noscript>",
          "<svg viewBox=\"0 0 1 1\"><path d='M0 0'/></svg>",
          "<input type=hidden value=\"<b>\">",
          "<table><tr><td width=1>",
          "</td></tr></table>",
          "<li data-x=1 data-y='2' id=i>",
          "</li>",
          "<ul>",
          "</ul>",
          "<h1 onclick=\"a('b')\">",
          "</h1>",
          "<br/>",
          "<br>",
          "< 5",
          "5 > 3",
          "</ x>",
          "</>",
          "&amp;",
          "&nbsp;",
          "&copy",
          "<p",
          ">",
          "\"",
          "'",
          "=",
          "/",
          "<x-y z>",
          "</x-y>",
          "<p hidden>",
          "<p hidden=\"\" data-a>",
          "<p data-a=b/>",
          "<p style=\"display:none\" x>",
          "<time datetime=2024-01-01 title=x y=z>",
          "</time>",
          "<ä>",
          "é",
          "漢字",
          "\u0000",
          "<script type=\"application/ld+json\">",
          "{\"@type\":\"NewsArticle\"}",
          "<meta name=a content=b>");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<a href='/x' class=\"k\">t</a> ~ <a  class=\"k\">t</a>",
        "<img alt='a > b' id=i src=x> ~ <img  id=i >",
        "a<!-- no -->b<!---->c<!-- x --- y -->d ~ abcd",
        "<style>p > a {}</style><p> ~ <style></style><p>",
        "<SCRIPT src=x>'<p>' + \"</p>\"</Script ><p> ~ <SCRIPT src=x></Script ><p>",
        "<script><!-- a < b --></script>b ~ <script></script>b",
        "<script type='application/LD+json'>{}</script> ~ <script type='application/LD+json'>{}</script>",
        "<title>a <!-- b --> c</title><!-- d --> ~ <title>a <!-- b --> c</title>",
        "<p DATA-X = 'a' Hidden data-y>t</p> ~ <p  Hidden >t</p>",
        "<p a=1 b=2 id=3>t ~ <p   id=3>t",
        "<meta name=a other=b content=c> ~ <meta name=a other=b content=c>",
        "<img title=t><p title=t> ~ <img ><p title=t>",
      })
  void leavesOutWhatNobodyReads(String page, String left) {
    assertThat(sifted(page)).isEqualTo(left);
  }

  /** From where it is in doubt, a page stays as it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>var a;",
        "<script/><p data-a=b>t</p>",
        "<script><!-- <script> --></script><p data-a=b>",
        "<p data-a=\"b",
        "<p \"x data-a=b>t",
        "<p <b data-a=c>",
        "<!-- a --!> <p data-a=b> -->",
        "<!-- <p data-a=b>",
        "<plaintext><p data-a=b>",
        "<title><p data-a=b>t",
        "</p \"> <p data-a=b>",
        "<p/data-a=b>",
      })
  void leavesAlone(String page) {
    assertThat(sifted("<!-- x -->" + page)).isEqualTo(page);
  }

  @Test
  void keepsTheScriptsThatItTakesOut() {
    String scripts = "<script>a</script><SCRIPT type=x>b</SCRIPT >";
    Sieve sieve =
        Sieve.of(("<p>t" + scripts + "<script type='ld+json'>c</script>").getBytes(UTF_8));
    assertThat(new String(sieve.scripts(), UTF_8))
        .isEqualTo("<script>a</script><SCRIPT type=x>b</script>");
  }

  @Test
  void ourPagesReadTheSame() throws IOException {
    for (PageFile page : PageFile.all()) {
      assertReadsTheSame(page.name(), page.html());
      assertReadsTheSame(page.name(), PaddedPage.of(page.html()));
    }
  }

  @Test
  void heapsOfMarkupReadTheSame() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String page =
          random
              .ints(1 + random.nextInt(30), 0, PIECES.size())
              .mapToObj(PIECES::get)
              .collect(Collectors.joining());
      assertReadsTheSame(page, page.getBytes(UTF_8));
    }
  }

  private static void assertReadsTheSame(String name, byte[] page) {
    Document sifted = Markup.parse(new String(Sieve.of(page).left(), UTF_8), "");
    assertThat(seen(sifted)).as(name).isEqualTo(seen(Markup.parse(new String(page, UTF_8), "")));
  }

  /** What is left of a parsed page without what the sieve takes out. */
  private static String seen(Document document) {
    document.outputSettings().prettyPrint(false);
    document
        .nodeStream()
        .filter(node -> node.nodeName().equals("#comment"))
        .toList()
        .forEach(Node::remove);
    for (Element element : document.getAllElements()) {
      String tag = element.normalName();
      boolean facts = element.attr("type").contains("ld+json");
      if (tag.equals("style") || (tag.equals("script") && !facts)) {
        element.empty();
      }
      for (Attribute attribute : element.attributes().asList()) {
        if (!WHOLE.contains(tag) && !isKept(tag, attribute.getKey())) {
          element.removeAttr(attribute.getKey());
        }
      }
    }
    // A comment parts white space from what it stands before.
    return document.outerHtml().replaceAll("(?<=>)\\s+|\\s+(?=<)", "");
  }

  private static boolean isKept(String tag, String name) {
    boolean tooltip = name.equals("title") && (tag.equals("a") || tag.equals("img"));
    return KEPT.contains(name) && !tooltip;
  }

  private static String sifted(String page) {
    return new String(Sieve.of(page.getBytes(UTF_8)).left(), UTF_8);
  }
}
