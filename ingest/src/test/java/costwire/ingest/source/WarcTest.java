package costwire.ingest.source;

import static costwire.ingest.source.WarcBytes.gzip;
import static costwire.ingest.source.WarcBytes.http;
import static costwire.ingest.source.WarcBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Reading;
import costwire.ingest.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarcTest extends WarcRig {
  @ParameterizedTest
  @EnumSource
  void readsPagesHoweverTheArchiveIsPacked(Packing packing) throws IOException {
    byte[] later = good(2);
    byte[] version = "WARC/1.1".getBytes(UTF_8);
    System.arraycopy(version, 0, later, 0, version.length);
    List<Step> steps = read(packing.pack(good(1), later, good(3)));
    assertThat(urls(steps)).containsExactly(url(1), url(2), url(3));
    assertThat(article(steps.get(0)).fetchedAt()).isEqualTo(Instant.parse(WarcBytes.DATE));
    assertThat(steps.get(2).bytes()).isEqualTo(Files.size(folder.resolve("a.warc.gz")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "chunked",
        "gzip",
        "x-gzip",
        "deflate",
        "raw-deflate",
        "chunked-gzip",
        "said-chunked",
        "said-gzip",
        "said-deflate",
        "said-br"
      })
  void readsABodyAsItTravelledAndAsACrawlerDecodedIt(String how) throws IOException {
    List<Step> steps = read(gzip(WarcBytes.exchange(url(1), travelled(how))), gzip(good(2)));
    assertThat(urls(steps)).containsExactly(url(1), url(2));
    assertThat(article(steps.get(0)).text()).isEqualTo(article(steps.get(1)).text());
  }

  private static byte[] travelled(String how) throws IOException {
    byte[] page = page();
    String html = "Content-Type: text/html\nContent-Length: 7\n";
    return switch (how) {
      case "chunked" -> http("200 OK", html + "Transfer-Encoding: chunked", chunks(page));
      case "gzip", "x-gzip" -> http("200 OK", html + "Content-Encoding: " + how, gzip(page));
      case "deflate" -> http("200 OK", html + "Content-Encoding: deflate", deflate(page, false));
      case "raw-deflate" -> http("200 OK", html + "Content-Encoding: deflate", deflate(page, true));
      case "chunked-gzip" ->
          http(
              "200 OK",
              html + "Transfer-Encoding: chunked\nContent-Encoding: gzip",
              chunks(gzip(page)));
      case "said-chunked" -> http("200 OK", html + "Transfer-Encoding: chunked", page);
      default -> http("200 OK", html + "Content-Encoding: " + how.replace("said-", ""), page);
    };
  }

  @Test
  void refusesABodyItCannotDecodeWithItsReason() throws IOException {
    byte[] noise = new byte[400];
    new Random(5).nextBytes(noise);
    byte[] half = Arrays.copyOf(gzip(page()), 60);
    byte[] deflated = Arrays.copyOf(deflate(page(), true), 60);
    String blanks = "Content-Type: text/html\nTransfer-Encoding: a" + " ".repeat(1 << 20) + "b";
    List<Step> steps =
        read(
            gzip(packed("br", noise)),
            gzip(packed("zstd, gzip", noise)),
            gzip(packed("gzip", half)),
            gzip(packed("deflate", deflated)),
            gzip(packed("gzip", gzip(new byte[9 << 20]))),
            gzip(WarcBytes.exchange(url(4), http("200 OK", blanks, page()))),
            gzip(WarcBytes.exchange(url(5), "no header at all".getBytes(UTF_8))),
            gzip(good(6)));
    assertThat(reasons(steps))
        .containsExactly(
            "its body is packed as br, which is not read (https://x.example/1)",
            "its body is packed as zstd, which is not read (https://x.example/1)",
            "its body cannot be decoded: Unexpected end of ZLIB input stream"
                + " (https://x.example/1)",
            "its body cannot be decoded: Unexpected end of ZLIB input stream"
                + " (https://x.example/1)",
            "larger than 8 MiB (https://x.example/1)",
            "its HTTP header cannot be read (https://x.example/4)",
            "its HTTP header cannot be read (https://x.example/5)");
    assertThat(urls(steps)).containsExactly(url(6));
  }

  @Test
  void passesOverWhatIsNoArticle() throws IOException {
    byte[] http = http("200 OK", "Content-Type: image/png", new byte[50]);
    byte[] moved = http("301 Moved Permanently", "Location: /b", new byte[0]);
    List<Step> steps =
        read(
            gzip(record("warcinfo", "application/warc-fields", "software: a".getBytes(UTF_8))),
            gzip(record("request", "application/http; msgtype=request", http)),
            gzip(record("revisit", "application/http; msgtype=response", moved)),
            gzip(record("metadata", "application/warc-fields", new byte[0])),
            gzip(record("response", "text/dns", "x.example. 300 IN A".getBytes(UTF_8))),
            gzip(WarcBytes.exchange(url(1), http)),
            gzip(WarcBytes.exchange(url(2), moved)),
            gzip(record("conversion", "image/jpeg", new byte[10])),
            gzip(record("somebody-elses", "text/html", page())));
    assertThat(steps).hasSize(9).allSatisfy(step -> assertThat(step.reading()).isNull());
  }

  @Test
  void readsTextsAndPagesThatWereKeptAlone() throws IOException {
    String text = "The cluster cost seven million dollars, it said.";
    byte[] converted =
        new String(record("conversion", "text/plain", text.getBytes(UTF_8)), UTF_8)
            .replace(
                "\r\nContent-Type", "\r\nWARC-Identified-Content-Language: deu\r\nContent-Type")
            .getBytes(UTF_8);
    List<Step> steps = read(gzip(converted), gzip(record("resource", "text/html", page())));
    assertThat(steps).extracting(step -> article(step).text()).containsExactly(text, text);
    assertThat(article(steps.get(0)).language()).isEqualTo("de");
    assertThat(article(steps.get(0)).url()).isEqualTo(url(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z", "yesterday", "", "-1"})
  void leavesOutADateThatCannotBe(String date) throws IOException {
    byte[] block = http("200 OK", "Content-Type: text/html", page());
    byte[] record =
        WarcBytes.record("response", url(1), "application/http", date, block, block.length);
    Reading.Of read = of(read(gzip(record)).get(0));
    assertThat(read.article().fetchedAt()).isEqualTo(NOW);
    assertThat(read.note()).startsWith("WARC-Date left out: \"" + date + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "<https://x.example/1>,https://x.example/1",
        "https://x.example/a b?c=<d>&e=50%,https://x.example/a%20b?c=%3Cd%3E&e=50%25",
        "https://bücher.example/straße,https://xn--bcher-kva.example/stra%C3%9Fe",
        "urn:some:thing,none",
        "https://[half,none",
        "'',none"
      })
  void readsAddressesAsTheyCome(String target, @Nullable String url) throws IOException {
    byte[] block = http("200 OK", "Content-Type: text/html", page());
    byte[] record =
        WarcBytes.record(
            "response", target, "application/http", WarcBytes.DATE, block, block.length);
    assertThat(article(read(gzip(record)).get(0)).url()).isEqualTo(url);
  }

  private static byte[] packed(String coding, byte[] body) {
    return WarcBytes.exchange(
        url(1), http("200 OK", "Content-Type: text/html\nContent-Encoding: " + coding, body));
  }

  private static byte[] chunks(byte[] body) {
    byte[] head = Arrays.copyOf(body, 10);
    byte[] rest = Arrays.copyOfRange(body, 10, body.length);
    String size = "\r\n" + Integer.toHexString(rest.length) + "\r\n";
    return join(
        "a;x=1\r\n".getBytes(UTF_8),
        head,
        size.getBytes(UTF_8),
        rest,
        "\r\n0\r\n\r\n".getBytes(UTF_8));
  }

  private static byte[] deflate(byte[] body, boolean raw) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater)) {
      packed.write(body);
    }
    deflater.end();
    return out.toByteArray();
  }
}
