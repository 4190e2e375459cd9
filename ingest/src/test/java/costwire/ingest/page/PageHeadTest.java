package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Article;
import costwire.ingest.UnlistedException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadTest {
  private static final URI ADDRESS = URI.create("https://www.news.example/a/some-long-story-7");
  private static final String PROSE =
      "<h1>A story</h1><p>The laboratory paid three million dollars, its director said.</p>";

  private static Article read(String head) {
    return PageReader.read((head + PROSE).getBytes(UTF_8), null, ADDRESS, PageFile.NOW);
  }

  private static String data(String json) {
    return "<script type='application/ld+json'>" + json + "</script>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta name=robots content=noindex>",
        "<meta name=ROBOTS content='max-image-preview:large, NoIndex'>",
        "<meta name=robots content=none>",
        "<meta name=costwire content=noindex>"
      })
  void leavesAloneWhatItsPublisherWantsInNoIndex(String head) {
    assertThatThrownBy(() -> read(head)).isInstanceOf(UnlistedException.class);
  }

  @Test
  void readsWhatIsClosedToOthers() {
    assertThat(read("<meta name=otherbot content=noindex>").text()).contains("three million");
    assertThat(read("<meta name=robots content='index, follow, nofollow'>").text()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'@type':'NewsArticle','isAccessibleForFree':false};true",
        "{'@type':'NewsArticle','isAccessibleForFree':'False'};true",
        "{'@type':'NewsArticle','isAccessibleForFree':true};false",
        "{'@type':'NewsArticle','hasPart':{'isAccessibleForFree':'false','cssSelector':'.p'}};true",
        "{'@type':'NewsArticle','hasPart':[{'isAccessibleForFree':false}]};true",
        "{'@graph':[{'@type':'WebPage'},{'@type':['Thing','Article'],'isAccessibleForFree':0}]};true",
        "{'@type':'NewsArticle'};false"
      },
      quoteCharacter = '`')
  void knowsWhatIsBehindAPaywall(String json, boolean paywalled) {
    assertThat(read(data(json)).paywalled()).isEqualTo(paywalled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Maud Ellery\"},}",
        "<!-- {\"@type\":\"NewsArticle\",\"author\":\"Maud Ellery\"} -->",
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"author\":[\"By Maud Ellery\"]}\n//]]>",
        "/* x */ [{\"@type\":\"WebPage\"},{\"@type\":\"Article\",\"author\":{\"name\":[\"Maud Ellery\"]}}]",
        "{\"@type\":\"NewsArticle\",\"author\":\"Maud Ellery\",\"description\":\"two\nlines",
        "{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#p\"}},{\"@id\":\"#p\",\"name\":\"Maud Ellery\"}]}"
      })
  void readsBrokenDataAsFarAsItGoes(String json) {
    assertThat(read(data("{\"@type\":\"Organization\"}") + data(json)).authors())
        .containsExactly("Maud Ellery");
  }

  @Test
  void givesACopyAnIdOfItsOwn() {
    String head = "<link rel=canonical href='https://quay.test/x/some-long-story-7'>";
    Article copy = read(head);
    assertThat(copy.canonicalUrl()).isEqualTo("https://quay.test/x/some-long-story-7");
    assertThat(copy.id()).isEqualTo(ArticleId.of(ADDRESS));
  }

  @Test
  void believesNoDateToCome() {
    assertThat(read("<meta property='article:published_time' content='2031-01-01'>").publishedAt())
        .isNull();
  }
}
