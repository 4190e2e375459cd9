package costwire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void takesUpReadingAtEveryMarkAndReadsTheRestAlike() throws IOException {
    Inputs inputs = Inputs.of(List.of(mixed(), folder.resolve("missing.jsonl")));
    List<Step> all = steps(inputs, Mark.START);
    assertThat(all).hasSize(32);
    assertThat(all).extracting(Step::bytes).isSorted();
    assertThat(all.get(all.size() - 1).bytes()).isEqualTo(inputs.bytes());
    for (int i = 0; i < all.size(); i++) {
      Mark mark = Objects.requireNonNull(Mark.parse(all.get(i).next().toString()));
      assertThat(steps(inputs, mark).stream().map(Step::reading))
          .as("from %s", mark)
          .containsExactlyElementsOf(
              all.subList(i + 1, all.size()).stream().map(Step::reading).toList());
    }
  }

  /**
   * Lines, packed lines, packed records, plain ones, all packed as one, and files of one article.
   */
  private Path mixed() throws IOException {
    StringBuilder lines = new StringBuilder("\ufeff\n");
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      lines.append(line(i)).append(i == 2 ? "\nbroken\n\n" : "\r\n");
      records.add(record(i));
    }
    Path root = Files.createDirectories(folder.resolve("mixed"));
    Files.writeString(root.resolve("a.jsonl"), lines);
    Files.write(root.resolve("b.jsonl.gz"), gzip(lines.toString().getBytes(UTF_8)));
    ByteArrayOutputStream each = new ByteArrayOutputStream();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (byte[] record : records) {
      each.writeBytes(gzip(record));
      plain.writeBytes(record);
      if (each.size() > 0 && records.indexOf(record) == 1) {
        each.writeBytes(new byte[] {1, 2, 3});
        plain.writeBytes("no record\n".getBytes(UTF_8));
      }
    }
    Files.write(root.resolve("c.warc.gz"), each.toByteArray());
    Files.write(root.resolve("d.warc"), plain.toByteArray());
    Files.write(root.resolve("e.warc.gz"), gzip(plain.toByteArray()));
    Files.writeString(root.resolve("f.txt"), "It cost $5 million.");
    Files.writeString(root.resolve("g.html"), "<p>It cost seven million dollars, they said.</p>");
    return root;
  }

  @Test
  void opensFoldersButNotHiddenOnesAndNothingTwice() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("sub/.hidden"));
    Files.writeString(root.resolve("sub/2.txt"), "Two. It cost $2 million.");
    Files.writeString(root.resolve("1.txt"), "One. It cost $1 million.");
    Files.writeString(root.resolve("._1.txt"), "left by a file manager");
    Files.writeString(root.resolve("sub/.hidden/3.txt"), "Hidden. It cost $3 million.");
    Files.write(root.resolve("picture.png"), new byte[] {1});
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("4.txt"), "Four. It cost $4 million.");
    Files.createSymbolicLink(root.resolve("linked"), elsewhere);
    Files.createSymbolicLink(root.resolve("sub/linked-again"), elsewhere);
    Files.createSymbolicLink(root.resolve("sub/loop"), root);
    Files.createSymbolicLink(elsewhere.resolve("back"), root);
    Files.createSymbolicLink(root.resolve("dangling.txt"), folder.resolve("nowhere"));
    Files.createSymbolicLink(root.resolve("same.txt"), root.resolve("1.txt"));
    List<String> texts =
        steps(Inputs.of(List.of(root)), Mark.START).stream().map(InputsTest::told).toList();
    assertThat(texts)
        .containsExactlyInAnyOrder(
            "One. It cost $1 million.",
            "Two. It cost $2 million.",
            "Four. It cost $4 million.",
            "a link to nothing");
    assertThat(steps(Inputs.of(List.of(root.resolve("._1.txt"))), Mark.START)).hasSize(1);
  }

  @Test
  void isKnownByNamesAndSizes() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, line(1));
    String fingerprint = Inputs.of(List.of(file)).fingerprint();
    assertThat(Inputs.of(List.of(folder.resolve("./a.jsonl"))).fingerprint())
        .isEqualTo(fingerprint);
    assertThat(Inputs.of(List.of(file, file)).fingerprint()).isNotEqualTo(fingerprint);
    Files.writeString(file, line(1) + "\n" + line(2));
    assertThat(Inputs.of(List.of(file)).fingerprint()).isNotEqualTo(fingerprint);
  }

  @Test
  void readsStandardInputWhereItIsNamed() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, line(1));
    ByteArrayInputStream stdin = new ByteArrayInputStream((line(2) + "\nx").getBytes(UTF_8));
    Inputs inputs = Inputs.of(List.of(file, Inputs.STDIN), stdin);
    assertThat(inputs.isKept()).isFalse();
    assertThat(steps(inputs, Mark.START))
        .extracting(step -> Objects.requireNonNull(step.reading()).place())
        .containsExactly(file + ":1", "stdin:1", "stdin:2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1:2:3", "-1:0:0:0", "a:0:0:0", "1:2:3:4:5", "99999999999:0:0:0"})
  void knowsWhatIsNoMark(String text) {
    assertThat(Mark.parse(text)).isNull();
  }

  private static String told(Step step) {
    if (step.reading() instanceof Reading.Refused refused) {
      return refused.reason();
    }
    return step.reading() instanceof Reading.Of read ? read.article().text() : "nothing";
  }

  private static List<Step> steps(Inputs inputs, Mark from) {
    List<Step> steps = new ArrayList<>();
    try (InputReader reader = inputs.open(from, CLOCK)) {
      for (Step step = reader.next(); step != null; step = reader.next()) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static String line(int number) {
    return "{\"id\":\"" + number + "\",\"text\":\"It cost $" + number + " million.\"}";
  }

  private static byte[] record(int number) {
    String text = "Number " + number + " cost seven million dollars.";
    String record =
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://x.example/"
            + number
            + "\r\nWARC-Date: 2025-03-01T10:00:00Z\r\nContent-Type: text/plain\r\nContent-Length: "
            + text.length()
            + "\r\n\r\n"
            + text
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
}
