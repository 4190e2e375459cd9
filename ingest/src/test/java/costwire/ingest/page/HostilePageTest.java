package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import costwire.ingest.UnreadableException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePageTest {
  private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
  private static final String PROSE =
      "<p>The laboratory paid three million dollars for the chips, its director said on Monday.</p>";

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7 and so on,PDF",
    "PK\u0003\u0004 and so on,ZIP",
    "GIF89a and so on,GIF",
    "<html><body></body></html>,no article",
    "<p>Hi</p>,no article"
  })
  void saysWhatItIsInstead(String page, String reason) {
    assertThatThrownBy(() -> PageReader.read(page.getBytes(ISO_8859_1), null, null, NOW))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesNoise() {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    noise[0] = 'a';
    assertThatThrownBy(() -> PageReader.read(noise, null, null, NOW))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("binary");
    assertThatThrownBy(() -> PageReader.read(new byte[0], null, null, NOW))
        .hasMessageContaining("empty");
  }

  @ParameterizedTest
  @CsvSource({"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<a>", "<font><p>", "<svg>", "<span>"})
  void survivesEndlessDepth(String tag) {
    String page = PROSE + tag.repeat(100_000) + "deep";
    assertThat(PageReader.read(page.getBytes(UTF_8), null, null, NOW).text())
        .contains("three million dollars");
  }

  @Test
  void survivesBrokenData() {
    String page =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":</script>"
            + "<script type='application/ld+json'>"
            + "[".repeat(5_000)
            + "</script><meta property='article:published_time' content='9999-01-01'>"
            + "<link rel=canonical href='javascript:alert(1)'>"
            + PROSE;
    assertThat(PageReader.read(page.getBytes(UTF_8), null, null, NOW).publishedAt()).isNull();
    assertThat(PageReader.read(page.getBytes(UTF_8), null, null, NOW).canonicalUrl()).isNull();
  }

  /** Every page of ours, cut, torn and doubled: an article comes of it, or one clear refusal. */
  @Test
  void endsWithAnArticleOrARefusalWhateverItIsFed() throws IOException {
    Random random = new Random(11);
    for (PageFile page : PageFile.all()) {
      for (int i = 0; i < 6; i++) {
        byte[] torn = torn(page.html(), random);
        assertThatCode(() -> read(torn)).as(page.name()).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>",
        "<div><p>A line of text. ",
        "<a href=x>",
        "<li>",
        "<br>",
        "</div>",
        "<h1>T",
        "<td>",
        "<blockquote>Said so, he did. ",
        "<script type=application/ld+json>[[{",
        "<textarea>",
        "&amp;",
        "<div class=comment><b>x</b><p>y y y</p></div>",
        "<time datetime=2024-01-01>",
        "<!--",
        "<![CDATA[",
        "<h2>T</h2>",
        "<div class=article-body><p>A line of text, long enough to be one.</p></div>",
        "<ul><li>A name<p>y y y y y y</p><a href=x>Go</a><li>A name<p>y y y</p><a href=x>Go</a></ul>",
        "<div class=date><time>",
        "<a rel=author itemprop=author>"
      })
  void twiceThePageIsTwiceTheWork(String piece) {
    allocated(piece, 50_000);

    double once = allocated(piece, 250_000);
    double twice = allocated(piece, 500_000);

    assertThat(twice / once).as("bytes allocated for twice as much").isLessThan(2.6);
  }

  private static double allocated(String piece, int size) {
    byte[] page = (PROSE + piece.repeat(size / piece.length()) + PROSE).getBytes(UTF_8);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(self);
    read(page);
    return threads.getThreadAllocatedBytes(self) - before;
  }

  @Test
  void survivesAttributesByTheThousand() {
    StringBuilder page = new StringBuilder("<div");
    for (int i = 0; i < 100_000; i++) {
      page.append(" a").append(i).append("=x");
    }
    page.append(" class='").append("comment-list ".repeat(100_000)).append("'>").append(PROSE);
    assertThatCode(() -> read(page.toString().getBytes(UTF_8))).doesNotThrowAnyException();
  }

  /** Nothing but an article or a refusal may come of a page. */
  private static void read(byte[] page) {
    try {
      PageReader.read(page, null, null, NOW);
    } catch (UnreadableException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
    }
  }

  private static byte[] torn(byte[] page, Random random) {
    byte[] torn = Arrays.copyOf(page, 1 + random.nextInt(page.length));
    for (int i = random.nextInt(200); i > 0; i--) {
      int at = random.nextInt(torn.length);
      torn[at] =
          random.nextBoolean()
              ? (byte) "<>/\"'&=!-{[".charAt(random.nextInt(11))
              : torn[random.nextInt(torn.length)];
    }
    return torn;
  }
}
