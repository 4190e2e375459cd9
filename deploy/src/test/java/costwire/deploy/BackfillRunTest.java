package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Articles;
import costwire.ingest.Inputs;
import costwire.ingest.Reading;
import costwire.stream.DeadLetter;
import costwire.stream.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillRunTest {
  private static final int RECORDS = 14;

  /** Refused in each archive: a record that holds too little. */
  private static final int BAD = 6;

  private static final BackfillBatch.Limits SHORT =
      new BackfillBatch.Limits(4, 1 << 20, Duration.ofSeconds(5));

  /** Stands still: a transaction ends by what is in it, on a slow machine too. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path folder;

  private static DataDirectory data;
  private static EmbeddedKafka kafka;
  private static Cluster cluster;

  @BeforeAll
  static void start() {
    data = DataDirectory.open(folder.resolve("data"));
    kafka = EmbeddedKafka.start(data, 0);
    cluster = Cluster.of(kafka);
    try (Admin admin = cluster.admin()) {
      new Provision(new Config.RetentionDays(30, 365, 90)).visit(admin, Provision.Mode.CREATE);
    }
  }

  @AfterAll
  static void stop() {
    kafka.close();
    data.close();
  }

  @Test
  void brokenOffAtAnyRecordItPublishesEachOnceAndInOrder() throws Exception {
    for (int at = 1; at <= RECORDS; at++) {
      String name = "broken-at-" + at;
      Path archive = archive(name);
      Following first = new Following(at);
      assertThatThrownBy(() -> run(archive, false, first)).hasMessage("power cut");
      Following second = new Following(Integer.MAX_VALUE);
      run(archive, false, second);
      assertThat(second.earlier).as(name).isEqualTo((at - 1) / 4 * 4L);
      assertAllOnceAndInOrder(name);
      Following third = new Following(Integer.MAX_VALUE);
      run(archive, false, third);
      assertThat(third.readings).isZero();
      assertThat(third.earlier).isEqualTo(RECORDS);
    }
  }

  @Test
  void killedAtAnyTimeItPublishesEachOnceAndInOrder() throws Exception {
    Path archive = archive("killed");
    for (int at : new int[] {3, 6, 2}) {
      assertThat(killedAt(archive, at)).isEqualTo(Killed.STATUS);
    }
    run(archive, false, new Following(Integer.MAX_VALUE));
    assertAllOnceAndInOrder("killed");
  }

  @Test
  void keepsWhatItRefusesWithItsReasonAndPlace() throws Exception {
    Path archive = archive("refusing");
    Following following = new Following(Integer.MAX_VALUE);
    run(archive, false, following);
    List<ConsumerRecord<String, byte[]>> letters = letters(archive.toString());
    assertThat(letters).hasSize(1);
    ConsumerRecord<String, byte[]> letter = letters.get(0);
    assertThat(letter.key()).matches(".*refusing\\.warc\\.gz:\\d+");
    assertThat(header(letter, DeadLetter.STAGE_HEADER)).isEqualTo("ingest");
    assertThat(header(letter, DeadLetter.REASON_HEADER))
        .isEqualTo("the text is empty (https://refusing.example/" + BAD + ")");
    assertThat(following.last).isEqualTo(Files.size(archive));
  }

  @Test
  void takesOtherFilesUpOnlyIfToldSo() throws IOException {
    Path lines = folder.resolve("changing.jsonl");
    Files.writeString(lines, line("changing-1"));
    run(lines, false, new Following(Integer.MAX_VALUE));
    Files.writeString(lines, line("changing-1") + line("changing-2"));
    assertThatThrownBy(() -> run(lines, false, new Following(Integer.MAX_VALUE)))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "these files have changed since their backfill was begun; --again begins it anew");
    Following again = new Following(Integer.MAX_VALUE);
    run(lines, true, again);
    assertThat(again.readings).isEqualTo(2);
    run(lines, false, new Following(Integer.MAX_VALUE));
  }

  @Test
  void publishesFromAPipeWhatIsWrittenBeforeMoreIs() throws Exception {
    PipedOutputStream writer = new PipedOutputStream();
    try (PipedInputStream pipe = new PipedInputStream(writer, 1 << 16)) {
      BackfillRun run = new BackfillRun(cluster, List.of(Inputs.STDIN), pipe, CLOCK, SHORT);
      CompletableFuture<Void> running =
          CompletableFuture.runAsync(() -> run.run(false, new Following(Integer.MAX_VALUE)));
      writer.write(line("piped-1").getBytes(UTF_8));
      writer.flush();
      Eventually.await(() -> !ids("piped-").isEmpty());
      assertThat(running).isNotDone();
      assertThat(ids("piped-")).containsExactly("piped-1");
      writer.write(line("piped-2").getBytes(UTF_8));
      writer.close();
      running.get(60, TimeUnit.SECONDS);
      assertThat(ids("piped-")).containsExactlyInAnyOrder("piped-1", "piped-2");
    }
  }

  @Test
  void doesNotStumbleOverAnArticleThatNoRecordHolds() throws Exception {
    Path lines = folder.resolve("wide.jsonl");
    // Each of these characters takes six in JSON again.
    String wide = "\\u0001".repeat((8 << 20) / 6 - 100);
    String id = "i".repeat(7 << 20);
    Files.writeString(
        lines,
        "{\"id\":\"wide-1\",\"text\":\"a"
            + wide
            + "\"}\n{\"id\":\""
            + id
            + "\",\"text\":\"long\"}\n"
            + line("wide-2"));
    Following following = new Following(Integer.MAX_VALUE);
    run(lines, false, following);
    assertThat(ids("wide-")).contains("wide-2");
    assertThat(following.reasons).containsOnly("its article is longer than a record may be");
  }

  private static void run(Path file, boolean again, BackfillRun.Listener listener) {
    InputStream nothing = new ByteArrayInputStream(new byte[0]);
    new BackfillRun(cluster, List.of(file), nothing, CLOCK, SHORT).run(again, listener);
  }

  private static int killedAt(Path archive, int record) throws Exception {
    String own = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", own),
                Killed.class.getName(),
                cluster.bootstrapServers(),
                archive.toString(),
                Integer.toString(record))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private static void assertAllOnceAndInOrder(String name) throws Exception {
    List<String> expected =
        IntStream.range(0, RECORDS)
            .filter(i -> i != BAD)
            .mapToObj(i -> "https://" + name + ".example/" + i)
            .toList();
    Map<Integer, List<String>> partitions = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record :
        CommittedTopic.read(cluster, Articles.TOPIC.name())) {
      String url =
          Objects.requireNonNull(
                  Articles.TOPIC.values().deserializer().deserialize("", record.value()))
              .url();
      if (url != null && url.contains("//" + name + ".")) {
        partitions.computeIfAbsent(record.partition(), p -> new ArrayList<>()).add(url);
      }
    }
    assertThat(partitions.values().stream().flatMap(List::stream))
        .as(name)
        .containsExactlyInAnyOrderElementsOf(expected);
    for (List<String> partition : partitions.values()) {
      assertThat(partition).as(name).isSortedAccordingTo((a, b) -> number(a) - number(b));
    }
    assertThat(letters(folder.resolve(name + ".warc.gz").toString())).as(name).hasSize(1);
  }

  private static int number(String url) {
    return Integer.parseInt(url.substring(url.lastIndexOf('/') + 1));
  }

  private static List<ConsumerRecord<String, byte[]>> letters(String place) throws Exception {
    return CommittedTopic.read(cluster, Topic.DEAD_LETTERS).stream()
        .filter(letter -> letter.key().startsWith(place))
        .toList();
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static List<String> ids(String prefix) throws Exception {
    return CommittedTopic.read(cluster, Articles.TOPIC.name()).stream()
        .map(ConsumerRecord::key)
        .filter(key -> key.startsWith(prefix))
        .toList();
  }

  private static String line(String id) {
    return "{\"id\":\"" + id + "\",\"text\":\"It cost $5 million.\"}\n";
  }

  private static Path archive(String name) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    for (int i = 0; i < RECORDS; i++) {
      String text = i == BAD ? "" : "Run " + i + " cost seven million dollars.";
      String record =
          "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://"
              + (name + ".example/" + i)
              + "\r\nWARC-Date: 2025-03-01T10:00:00Z\r\nContent-Type: text/plain\r\n"
              + ("Content-Length: " + (text.length() + 2) + "\r\n\r\n \n" + text + "\r\n\r\n");
      try (GZIPOutputStream member = new GZIPOutputStream(archive)) {
        member.write(record.getBytes(UTF_8));
      }
    }
    return Files.write(folder.resolve(name + ".warc.gz"), archive.toByteArray());
  }

  /** A backfill in a process of its own, which dies without a word in the middle. */
  static final class Killed {
    static final int STATUS = 99;

    private Killed() {}

    public static void main(String[] arguments) {
      Cluster cluster = new Cluster(arguments[0], false, Map.of());
      int at = Integer.parseInt(arguments[2]);
      Following following =
          new Following(Integer.MAX_VALUE) {
            @Override
            public void reached(long bytes) {
              super.reached(bytes);
              if (readings == at) {
                Runtime.getRuntime().halt(STATUS);
              }
            }
          };
      InputStream nothing = new ByteArrayInputStream(new byte[0]);
      new BackfillRun(cluster, List.of(Path.of(arguments[1])), nothing, CLOCK, SHORT)
          .run(false, following);
    }
  }

  /** Follows a run whose machine loses power at one reading. */
  private static class Following implements BackfillRun.Listener {
    private final int powerCutAt;
    final List<String> reasons = new ArrayList<>();
    int readings;
    long earlier;
    long last;

    Following(int powerCutAt) {
      this.powerCutAt = powerCutAt;
    }

    @Override
    public void resumed(long done, long bytes) {
      earlier = done;
    }

    @Override
    public void published(Reading.Of article) {
      next();
    }

    @Override
    public void refused(Reading.Refused reading) {
      reasons.add(reading.reason());
      next();
    }

    private void next() {
      if (++readings == powerCutAt) {
        throw new IllegalStateException("power cut");
      }
    }

    @Override
    public void reached(long bytes) {
      assertThat(bytes).isGreaterThanOrEqualTo(last);
      last = bytes;
    }
  }
}
