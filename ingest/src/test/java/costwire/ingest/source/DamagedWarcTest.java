package costwire.ingest.source;

import static costwire.ingest.source.WarcBytes.gzip;
import static costwire.ingest.source.WarcBytes.http;
import static costwire.ingest.source.WarcBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.InputReader;
import costwire.ingest.Mark;
import costwire.ingest.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives that were cut, damaged or made to do harm. */
class DamagedWarcTest extends WarcRig {
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
}
