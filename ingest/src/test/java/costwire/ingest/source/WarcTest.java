package costwire.ingest.source;

import static costwire.ingest.source.WarcBytes.gzip;
import static costwire.ingest.source.WarcBytes.http;
import static costwire.ingest.source.WarcBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Article;
import costwire.ingest.InputReader;
import costwire.ingest.Mark;
import costwire.ingest.Reading;
import costwire.ingest.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarcTest {
  private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  /** How an archive is packed. */
  enum Packing {
    NOT,
    EACH_RECORD,
    WHOLE;

    byte[] pack(byte[]... records) {
      return switch (this) {
        case NOT -> join(records);
        case WHOLE -> gzip(join(records));
        case EACH_RECORD ->
            join(Arrays.stream(records).map(WarcBytes::gzip).toArray(byte[][]::new));
      };
    }
  }

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
  @EnumSource
  void readsAllBeforeTheEndOfAnArchiveThatBreaksOffAnywhere(Packing packing) throws IOException {
    byte[] whole = packing.pack(text(1), text(2), unlike(3));
    int third =
        packing == Packing.WHOLE ? whole.length - 60 : packing.pack(text(1), text(2)).length;
    for (int length = third + 1; length < whole.length - 16; length += 3) {
      List<Step> steps = read(Arrays.copyOf(whole, length));
      assertThat(urls(steps)).as("cut at %s", length).startsWith(url(1)).doesNotContain(url(3));
      assertThat(reasons(steps)).as("cut at %s", length).hasSize(1);
      if (packing != Packing.WHOLE) {
        assertThat(urls(steps)).as("cut at %s", length).contains(url(2));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT", "EACH_RECORD"})
  void goesOnBehindARecordThatIsDamagedAnywhere(Packing packing) throws IOException {
    byte[] first = packing.pack(text(1));
    byte[] second = packing.pack(good(2));
    byte[] third = packing.pack(text(3));
    for (int at = 0; at < second.length; at++) {
      byte[] damaged = second.clone();
      damaged[at] ^= 0x15;
      List<Step> steps = read(first, damaged, third);
      assertThat(urls(steps)).as("damaged at %s", at).contains(url(1), url(3));
      assertThat(steps.size()).as("damaged at %s", at).isBetween(3, 4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnBehindARecordWhoseLengthIsWrong(Packing packing) throws IOException {
    byte[] block = http("200 OK", "Content-Type: text/html", page());
    for (long length : new long[] {0, 17, 100, block.length + 60, 600, 5_000, 1L << 40, -3}) {
      byte[] wrong = record("response", "application/http", block, length);
      List<Step> steps = read(packing.pack(good(1), wrong, good(3), good(4)));
      // Packed as one, what lies behind its end cannot be unpacked again.
      boolean lost = packing == Packing.WHOLE && length >= 5_000;
      assertThat(urls(steps))
          .as("said to be %s", length)
          .containsExactlyElementsOf(lost ? List.of(url(1)) : List.of(url(1), url(3), url(4)));
      assertThat(reasons(steps)).as("said to be %s", length).hasSize(1);
    }
  }

  @Test
  void goesOnBehindWhatIsNoRecordAtAll() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    for (Packing packing : List.of(Packing.NOT, Packing.EACH_RECORD)) {
      byte[] good = packing.pack(good(1));
      List<Step> steps = read(good, noise, "\n".getBytes(UTF_8), packing.pack(good(2)));
      assertThat(urls(steps)).containsExactly(url(1), url(2));
      assertThat(reasons(steps)).hasSize(1);
    }
    assertThat(reasons(read(gzip("words, not records".getBytes(UTF_8)), gzip(good(1)))))
        .containsExactly("no WARC record where one should start");
  }

  @Test
  void refusesAHeaderThatSaysTwoThingsAtOnce() throws IOException {
    byte[] twice =
        new String(good(1), UTF_8)
            .replace("WARC-Target-URI:", "WARC-Target-URI: https://y.example/\r\nWARC-Target-URI:")
            .getBytes(UTF_8);
    List<Step> steps = read(gzip(twice), gzip(good(2)));
    assertThat(reasons(steps))
        .containsExactly("its header cannot be read: record has 2 WARC-Target-URI headers");
    assertThat(urls(steps)).containsExactly(url(2));
  }

  @Test
  void cutsOffWhatIsTooLargeAndPassesOverLargePictures() throws IOException {
    int most = 1 << 20;
    byte[] large = Arrays.copyOf(page(), most + 1);
    Arrays.fill(large, page().length, large.length, (byte) ' ');
    byte[] random = new byte[most + (1 << 17)];
    new Random(9).nextBytes(random);
    byte[] larger = http("200 OK", "Content-Type: text/html", random);
    byte[] video = http("200 OK", "Content-Type: video/mp4", random);
    for (Packing packing : Packing.values()) {
      Path file = folder.resolve("large.warc");
      byte[][] records = {
        WarcBytes.response(url(1), large),
        WarcBytes.exchange(url(2), larger),
        WarcBytes.exchange(url(3), video),
        good(4)
      };
      Files.write(file, packing.pack(records));
      List<Step> steps = steps(file, new Sources(CLOCK, most));
      assertThat(reasons(steps))
          .containsExactly(
              "larger than 1 MiB (https://x.example/1)", "larger than 1 MiB (https://x.example/2)");
      assertThat(urls(steps)).containsExactly(url(4));
      assertThat(steps).hasSize(4);
    }
  }

  @Test
  void stopsUnpackingABombAndGoesOnBehindIt() throws IOException {
    Path file = folder.resolve("bomb.warc.gz");
    byte[] zeros = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(gzip(good(1)));
      for (long length : new long[] {18L << 20, 100}) {
        GZIPOutputStream bomb = new GZIPOutputStream(out, 1 << 16);
        bomb.write(record("response", "application/http", new byte[0], length));
        for (int i = 0; i < 18; i++) {
          bomb.write(zeros);
        }
        bomb.finish();
      }
      out.write(gzip(good(2)));
    }
    List<Step> steps = steps(file);
    assertThat(urls(steps)).containsExactly(url(1), url(2));
    assertThat(reasons(steps))
        .hasSize(2)
        .allMatch(
            reason -> reason.contains("times its size") || reason.contains("length is wrong"));
  }

  @Test
  void refusesAHeaderWithoutEnd() throws IOException {
    Path file = folder.resolve("header.warc");
    byte[] line = ("X-Again: " + "a".repeat(90) + "\r\n").getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("WARC/1.0\r\nWARC-Type: response\r\n".getBytes(UTF_8));
      for (int i = 0; i < 20_000; i++) {
        out.write(line);
      }
      out.write("\r\n".getBytes(UTF_8));
      out.write(good(2));
    }
    List<Step> steps = steps(file);
    assertThat(reasons(steps)).containsExactly("its header is longer than 64 KiB");
    assertThat(steps.get(0).original()).hasSizeLessThanOrEqualTo(1 << 16);
    assertThat(urls(steps)).containsExactly(url(2));
  }

  @Test
  void walksThroughAnyNumberOfTinyRecords() throws IOException {
    Path file = folder.resolve("tiny.warc");
    byte[] tiny = "WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 0\r\n\r\n\r\n\r\n".getBytes(UTF_8);
    int count = 20_000;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < count / 1_000; i++) {
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        for (int j = 0; j < 1_000; j++) {
          some.writeBytes(tiny);
        }
        out.write(some.toByteArray());
      }
      out.write(good(1));
    }
    long passed = 0;
    @Nullable Step last = null;
    try (InputReader reader = new Sources(CLOCK).open(Sources.list(List.of(file)), Mark.START, 1)) {
      for (Step step = reader.next(); step != null; step = reader.next()) {
        passed += step.reading() == null ? 1 : 0;
        last = step;
      }
    }
    assertThat(passed).isEqualTo(count);
    assertThat(urls(List.of(Objects.requireNonNull(last)))).containsExactly(url(1));
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

  private static byte[] page() {
    return "<html lang=en><title>T</title><p>The cluster cost seven million dollars, it said.</p>"
        .getBytes(UTF_8);
  }

  private static byte[] good(int number) {
    return WarcBytes.response(url(number), page());
  }

  /** Read in no time, for neighbours that are read again and again. */
  private static byte[] text(int number) {
    byte[] text = ("The cluster cost " + number + " million dollars, it said.").getBytes(UTF_8);
    return WarcBytes.record(
        "conversion", url(number), "text/plain", WarcBytes.DATE, text, text.length);
  }

  /** With something in it that does not pack away. */
  private static byte[] unlike(int number) {
    byte[] noise = new byte[100];
    new Random(number).nextBytes(noise);
    String comment = "<!--" + HexFormat.of().formatHex(noise) + "-->";
    return WarcBytes.response(url(number), join(page(), comment.getBytes(UTF_8)));
  }

  private static String url(int number) {
    return "https://x.example/" + number;
  }

  private static byte[] packed(String coding, byte[] body) {
    return WarcBytes.exchange(
        url(1), http("200 OK", "Content-Type: text/html\nContent-Encoding: " + coding, body));
  }

  private static byte[] record(String type, String media, byte[] block) {
    return record(type, media, block, block.length);
  }

  private static byte[] record(String type, String media, byte[] block, long length) {
    return WarcBytes.record(type, url(1), media, WarcBytes.DATE, block, length);
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

  private List<Step> read(byte[]... parts) throws IOException {
    Path file = folder.resolve("a.warc.gz");
    Files.write(file, join(parts));
    return steps(file);
  }

  private static List<Step> steps(Path file) {
    return steps(file, new Sources(CLOCK));
  }

  private static List<Step> steps(Path file, Sources sources) {
    List<Step> steps = new ArrayList<>();
    try (InputReader reader = sources.open(Sources.list(List.of(file)), Mark.START, 1)) {
      for (Step step = reader.next(); step != null; step = reader.next()) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static Article article(Step step) {
    return of(step).article();
  }

  private static Reading.Of of(Step step) {
    return (Reading.Of) Objects.requireNonNull(step.reading());
  }

  private static List<String> urls(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.reading() instanceof Reading.Of)
        .map(step -> article(step).url())
        .toList();
  }

  private static List<String> reasons(List<Step> steps) {
    return steps.stream()
        .map(Step::reading)
        .filter(reading -> reading instanceof Reading.Refused)
        .map(reading -> ((Reading.Refused) reading).reason())
        .toList();
  }
}
