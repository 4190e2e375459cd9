package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.UnreadableException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
