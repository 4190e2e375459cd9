package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Article;
import costwire.ingest.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String GOOD = "{\"id\":\"ok\",\"text\":\"It cost $5.6 million.\"}";

  @TempDir Path folder;

  @Test
  void readsEveryFieldOfALine() {
    String line =
        "{\"id\":\"a\",\"url\":\"https://x.example/1\",\"publisher\":\"X\",\"publishedAt\":"
            + "\"2025-09-18T15:00:00+03:00\",\"title\":\"T\",\"text\":\"B\",\"language\":\"el-GR\","
            + "\"feed\":\"f\",\"canonicalUrl\":\"c\",\"fetchedAt\":\"2025-09-19\",\"other\":[1]}";
    assertThat(articles(line))
        .containsExactly(
            Article.of("a", "T", "B")
                .url("https://x.example/1")
                .publisher("X")
                .publishedAt(Instant.parse("2025-09-18T12:00:00Z"))
                .fetchedAt(Instant.parse("2025-09-19T00:00:00Z"))
                .language("el")
                .feed("f")
                .canonicalUrl("c")
                .build());
  }

  @Test
  void needsNothingButText() {
    List<Article> articles =
        articles(
            "{\"text\":\"B\"}\n{\"text\":\"B\"}\n{\"text\":\"C\",\"title\":null}\n"
                + "{\"text\":\"C\",\"url\":\"https://x.example/1\"}\n"
                + "{\"text\":\"D\",\"url\":\"https://x.example/1?utm_source=a\"}");
    assertThat(articles).hasSize(5).allSatisfy(article -> assertThat(article.title()).isEmpty());
    assertThat(articles.get(0).id()).isEqualTo(articles.get(1).id()).hasSize(24);
    assertThat(articles.get(2).id()).isNotEqualTo(articles.get(1).id());
    assertThat(articles.get(3).id()).isEqualTo(articles.get(4).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\"half a li                | not JSON",
        "{\"text\":\"one\"} {\"text\":\"two\"} | not JSON",
        "[\"text\"]                           | not a JSON object",
        "null                                 | not a JSON object",
        "plain words                          | not JSON",
        "{}                                   | it has no text",
        "{\"title\":\"only\"}                 | it has no text",
        "{\"text\":\"  \"}                    | the text is empty",
        "{\"text\":null}                      | the text is empty",
        "{\"text\":5}                         | text is not a string",
        "{\"text\":\"B\",\"url\":{}}          | url is not a string"
      })
  void refusesABadLineWithItsReasonAndGoesOn(String bad, String reason) {
    List<Reading> readings = lines((GOOD + "\n" + bad + "\n\n" + GOOD).getBytes(UTF_8));
    assertThat(readings).hasSize(3);
    assertThat(readings.get(1)).isInstanceOf(Reading.Refused.class);
    Reading.Refused refused = (Reading.Refused) readings.get(1);
    assertThat(refused.place()).isEqualTo("in.jsonl:2");
    assertThat(refused.reason()).startsWith(reason).doesNotContain("\n").hasSizeLessThan(250);
    assertThat(readings.get(2).place()).isEqualTo("in.jsonl:4");
    assertThat(readings.get(2)).isInstanceOf(Reading.Of.class);
  }

  @ParameterizedTest
  @CsvSource({"9999-12-31,cannot be when", "0001-01-01,cannot be when", "soon,not an ISO 8601"})
  void leavesOutADateThatCannotBeAndKeepsTheArticle(String date, String note) {
    Reading reading =
        lines(("{\"text\":\"B\",\"publishedAt\":\"" + date + "\"}").getBytes(UTF_8)).get(0);
    assertThat(reading).isInstanceOf(Reading.Of.class);
    Reading.Of of = (Reading.Of) reading;
    assertThat(of.article().publishedAt()).isNull();
    assertThat(of.note()).contains("publishedAt left out", date, note);
  }

  @Test
  void refusesALineThatIsNotUtf8() {
    byte[] bad = "{\"text\":\"5\u00e9\"}".getBytes(ISO_8859_1);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(bad);
    lines.writeBytes(("\n" + GOOD).getBytes(UTF_8));
    List<Reading> readings = lines(lines.toByteArray());
    assertThat(readings.get(0)).isEqualTo(new Reading.Refused("in.jsonl:1", "not UTF-8 (byte 11)"));
    assertThat(readings.get(1)).isInstanceOf(Reading.Of.class);
  }

  @Test
  void refusesNoiseLineByLine() {
    byte[] noise = new byte[200_000];
    new Random(3).nextBytes(noise);
    assertThat(lines(noise)).isNotEmpty().allMatch(reading -> reading instanceof Reading.Refused);
  }

  @Test
  void passesOverAMarkAtTheStartAndCarriageReturns() {
    byte[] file = ("\ufeff" + GOOD + "\r\n" + GOOD + "\r\n").getBytes(UTF_8);
    assertThat(lines(file)).hasSize(2).allMatch(reading -> reading instanceof Reading.Of);
  }

  @Test
  void readsPastALineOfAnyLengthWithoutHoldingIt() {
    // 200 MB in one line, made up as it is read.
    InputStream endless =
        new InputStream() {
          private long left = 200_000_000;

          @Override
          public int read() {
            throw new AssertionError("reads byte by byte");
          }

          @Override
          public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(into, from, from + count, (byte) 'x');
            left -= count;
            return count == 0 ? -1 : count;
          }
        };
    try (Stream<Reading> readings = new Sources(CLOCK).lines(endless, "stdin")) {
      assertThat(readings).containsExactly(new Reading.Refused("stdin:1", "longer than 8 MiB"));
    }
  }

  @Test
  void readsWhatIsThereBeforeTheRestHasCome() {
    InputStream stream =
        new InputStream() {
          private final InputStream first = new ByteArrayInputStream((GOOD + "\n").getBytes(UTF_8));

          @Override
          public int read() {
            throw new AssertionError("reads byte by byte");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            int count = first.read(into, from, length);
            if (count < 0) {
              throw new IOException("the pipe burst");
            }
            return count;
          }
        };
    try (Stream<Reading> readings = new Sources(CLOCK).lines(stream, "stdin")) {
      Iterator<Reading> iterator = readings.iterator();
      assertThat(iterator.next()).isInstanceOf(Reading.Of.class);
      assertThat(iterator.next())
          .isEqualTo(new Reading.Refused("stdin", "breaks off: the pipe burst"));
      assertThat(iterator.hasNext()).isFalse();
    }
  }

  @Test
  void readsFilesAndFoldersInOrder() throws IOException {
    write("b/2.txt", "Second. It cost 3 million.".getBytes(UTF_8));
    write("b/1.jsonl", (GOOD + "\n" + GOOD).getBytes(UTF_8));
    write("b/c/3.html", "<p>The third cost four million dollars, they said.</p>".getBytes(UTF_8));
    write("b/picture.png", new byte[] {1});
    write("a.jsonl.gz", gzip(GOOD.getBytes(UTF_8)));
    assertThat(read("a.jsonl.gz", "b"))
        .extracting(Reading::place)
        .containsExactly(
            path("a.jsonl.gz") + ":1",
            path("b/1.jsonl") + ":1",
            path("b/1.jsonl") + ":2",
            path("b/2.txt"),
            path("b/c/3.html"));
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    write("big.txt", new byte[(8 << 20) + 1]);
    write("noise.txt", new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
    write("latin.txt", "5\u00e9".getBytes(ISO_8859_1));
    write("empty.txt", new byte[0]);
    write("blank.txt", " \n ".getBytes(UTF_8));
    write("fake.jsonl.gz", "no gzip".getBytes(UTF_8));
    write("article.pdf", "%PDF".getBytes(UTF_8));
    write("empty.html", "<html></html>".getBytes(UTF_8));
    write("broken.warc.gz", "no archive".getBytes(UTF_8));
    Files.createDirectory(folder.resolve("nothing"));
    List<Reading> readings =
        read(
            "big.txt",
            "noise.txt",
            "latin.txt",
            "empty.txt",
            "blank.txt",
            "fake.jsonl.gz",
            "article.pdf",
            "empty.html",
            "broken.warc.gz",
            "nothing",
            "missing.jsonl");
    assertThat(readings).hasSize(11).allMatch(reading -> reading instanceof Reading.Refused);
    assertThat(readings.stream().map(reading -> ((Reading.Refused) reading).reason()))
        .satisfiesExactly(
            reason -> assertThat(reason).isEqualTo("larger than 8 MiB"),
            reason -> assertThat(reason).isEqualTo("binary, not text"),
            reason -> assertThat(reason).isEqualTo("not UTF-8 (byte 2)"),
            reason -> assertThat(reason).isEqualTo("empty"),
            reason -> assertThat(reason).isEqualTo("the text is empty"),
            reason -> assertThat(reason).startsWith("not JSON"),
            reason -> assertThat(reason).startsWith("not a kind that is read"),
            reason -> assertThat(reason).isEqualTo("no article found on this page"),
            reason -> assertThat(reason).isEqualTo("no WARC record where one should start"),
            reason -> assertThat(reason).startsWith("a folder without articles"),
            reason -> assertThat(reason).isEqualTo("no such file"));
  }

  @Test
  void opensNoMoreFilesThanItReadsAhead() throws IOException {
    List<Path> files =
        IntStream.range(0, 2_000).mapToObj(i -> folder.resolve(i + ".jsonl")).toList();
    Files.writeString(files.get(0), GOOD);
    try (Stream<Reading> readings = new Sources(CLOCK).read(files)) {
      Iterator<Reading> iterator = readings.iterator();
      assertThat(iterator.next()).isInstanceOf(Reading.Of.class);
      Files.writeString(files.get(1_999), GOOD);
      Reading last = iterator.next();
      while (iterator.hasNext()) {
        last = iterator.next();
      }
      assertThat(last).isInstanceOf(Reading.Of.class);
    }
  }

  @Test
  void readsThePagesOfAnArchive() throws IOException {
    String page =
        "<html lang=en><title>T</title><p>The cluster cost seven million dollars, it said.</p>";
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    archive.writeBytes(gzip(record("https://x.example/1", "200 OK", "text/html", page)));
    archive.writeBytes(gzip(record("https://x.example/2", "404 Not Found", "text/html", page)));
    archive.writeBytes(gzip(record("https://x.example/3", "200 OK", "image/png", "png")));
    archive.writeBytes(gzip(record("https://x.example/4", "200 OK", "text/html", "<p>x</p>")));
    byte[] last = gzip(record("https://x.example/5", "200 OK", "text/html", page));
    archive.writeBytes(Arrays.copyOf(last, last.length / 2));
    write("news.warc.gz", archive.toByteArray());

    List<Reading> readings = read("news.warc.gz");
    assertThat(readings).hasSize(3);
    Article article = ((Reading.Of) readings.get(0)).article();
    assertThat(article.url()).isEqualTo("https://x.example/1");
    assertThat(article.fetchedAt()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
    assertThat(article.text()).contains("seven million");
    assertThat(((Reading.Refused) readings.get(1)).reason())
        .isEqualTo("no article found on this page (https://x.example/4)");
    assertThat(((Reading.Refused) readings.get(2)).reason()).contains("breaks off");
  }

  private static byte[] record(String url, String status, String type, String body) {
    String http =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n"
            + body;
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
            + "000000000001>\r\nWARC-Target-URI: "
            + url
            + "\r\nWARC-Date: 2025-03-01T10:00:00Z\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.getBytes(UTF_8).length
            + "\r\n\r\n"
            + http
            + "\r\n\r\n";
    return record.getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private List<Reading> read(String... names) {
    List<Path> paths = Arrays.stream(names).map(folder::resolve).toList();
    try (Stream<Reading> readings = new Sources(CLOCK).read(paths)) {
      return readings.toList();
    }
  }

  private static List<Reading> lines(byte[] bytes) {
    try (Stream<Reading> readings =
        new Sources(CLOCK).lines(new ByteArrayInputStream(bytes), "in.jsonl")) {
      return readings.toList();
    }
  }

  private static List<Article> articles(String lines) {
    return lines(lines.getBytes(UTF_8)).stream()
        .map(reading -> ((Reading.Of) reading).article())
        .toList();
  }
}
