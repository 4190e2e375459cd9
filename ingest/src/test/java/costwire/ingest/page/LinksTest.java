package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/b?x=1,http://h.example/b?x=1",
        "?p=2,http://h.example/a/page?p=2",
        "//o.example/c,http://o.example/c",
        "HTTPS://O.Example/C,https://o.example/C",
        "https://o.example/ä b,https://o.example/%C3%A4%20b",
        "https://bücher.example/,https://xn--bcher-kva.example/",
        "https://o.example/100%,https://o.example/100%25",
        "https://o.example/a%20b|c,https://o.example/a%20b%7Cc",
        "javascript:alert(1),-",
        "ftp://o.example/,-",
        "mailto:a@o.example,-",
        "http:///nowhere,-",
        "https://,-"
      })
  void resolvesWhatPagesWrite(String address, String expected) {
    URI resolved = Links.resolve(URI.create("http://h.example/a/page?q=1#f"), address);
    assertThat(resolved == null ? null : resolved.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/a?utm_source=x&id=7,http://H.example:80/a/?id=7#top,true",
    "https://h.example/a?id=7,https://h.example/a?id=8,false",
    "https://h.example/a,https://h.example:8443/a,false",
    "https://h.example/a?fbclid=1,https://h.example/a,true"
  })
  void givesOneArticleOneId(URI one, URI other, boolean same) {
    assertThat(ArticleId.of(one).equals(ArticleId.of(other))).isEqualTo(same);
  }
}
