package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Article;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTest {
  private static final String PAGE =
      "<div class=menu>Menu</div><div class=text><p>One</p><i class=no>no</i></div><div"
          + " class=text><p>Two</p></div>";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://quay.example/a, One Two",
        "https://www.QUAY.example/a, One Two",
        "https://a.b.quay.example/a, One Two",
        "https://notquay.example/a, -",
        "https://example/a, -",
        "https://lantern.example/a, -"
      })
  void narrowsThePagesOfAHostAndItsSubdomains(URI url, String text) {
    Sites sites = Sites.of(List.of("lantern.example = .none", "quay.example = .text ; .no"));
    Element narrowed = sites.narrowed(Jsoup.parse(PAGE), url);
    assertThat(text(narrowed)).isEqualTo(text);
  }

  private static @Nullable String text(@Nullable Element element) {
    return element == null ? null : element.text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quay.example", "quay.example = ", "quay.example = p ; :nth(", "a = .b["})
  void refusesALineThatIsBroken(String line) {
    assertThatThrownBy(() -> Sites.of(List.of(line))).hasMessageContaining(line);
  }

  @Test
  void keepsItsFileInAlphabeticalOrderAndReadable() {
    List<String> lines = Words.of("sites.txt");
    assertThat(lines).isSorted().isNotEmpty();
    assertThat(Sites.of(lines)).isNotNull();
  }

  @Test
  void readsAKnownSiteByItsSelectorAndItsHeadAsEver() {
    String page =
        "<html lang=en><title>Chip</title><h1>Chip</h1><div id=mw-content-text><div"
            + " class=mw-parser-output><div class=infobox><p>In a box there is a long line of text,"
            + " and it is no part of it.</p></div><p>A chip is a small slice of silicon with a very"
            + " large number of switches on it.</p></div></div><p>Outside there is another long line"
            + " of text that is no part of it either, however long it gets.</p>";
    assertThat(read(page, "https://en.wikipedia.org/wiki/Chip").text())
        .startsWith("A chip is")
        .doesNotContain("no part");
    assertThat(read(page, "https://en.wikipedia.org/wiki/Chip").title()).isEqualTo("Chip");
  }

  private static Article read(String page, String url) {
    return PageReader.read(page.getBytes(UTF_8), null, URI.create(url), PageFile.NOW);
  }
}
