package costwire.ingest;

import static costwire.ingest.DuplicateDriver.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same versions in any order, with repetitions, leave the same duplicates. */
@SuppressWarnings("NullAway.Init")
class DuplicateOrderTest {
  /** More copies of one text than are compared with each other. */
  private static final int CROWD = 60;

  @TempDir private Path folder;

  /** A version of an article; none of its text: withdrawn. */
  private record Version(String id, @Nullable Article article, Instant readAt) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_newsday_in_another_order(long seed) throws IOException {
    List<Version> day = newsday(new Random(seed));
    Map<String, String> inOrder = table(day);
    assertThat(inOrder).hasSizeGreaterThan(10);

    assertThat(table(shuffled(day, seed + 100))).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_crowd_in_another_order(long seed) throws IOException {
    List<Version> crowd = crowd(new Random(seed));
    Map<String, String> inOrder = table(crowd);
    assertThat(inOrder).hasSizeGreaterThan(CROWD / 2);

    assertThat(table(shuffled(crowd, seed + 100))).isEqualTo(inOrder);
  }

  /** Twelve stories in four rewritings each, changed and withdrawn, dates mended. */
  private static List<Version> newsday(Random random) {
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      String id = "a" + random.nextInt(40);
      String story = DuplicateTopologyTest.story(random.nextInt(12));
      int cut = random.nextInt(story.length() / 3);
      String text = random.nextBoolean() ? story.substring(cut) : story + " " + story(cut);
      Instant at = NOON.plus(Duration.ofHours(random.nextInt(24 * 20)));
      boolean gone = random.nextInt(6) == 0;
      Article article = gone ? null : DuplicateTopologyTest.article(id, text, at);
      versions.add(new Version(id, article, NOON.plusSeconds(i)));
    }
    return versions;
  }

  private static String story(int seed) {
    return DuplicateTopologyTest.story(1_000 + seed).substring(0, 120);
  }

  private static List<Version> crowd(Random random) {
    List<Version> versions = new ArrayList<>();
    String text = DuplicateTopologyTest.story(9);
    for (int i = 0; i < CROWD; i++) {
      String id = "c" + i;
      Instant at = NOON.plus(Duration.ofMinutes(random.nextInt(500)));
      versions.add(new Version(id, DuplicateTopologyTest.article(id, text, at), NOON));
      if (random.nextInt(5) == 0) {
        versions.add(new Version(id, null, NOON.plusSeconds(1)));
      }
    }
    return versions;
  }

  private static List<Version> shuffled(List<Version> versions, long seed) {
    Random random = new Random(seed);
    List<Version> other = new ArrayList<>(versions);
    other.addAll(versions.subList(0, random.nextInt(versions.size())));
    Collections.shuffle(other, random);
    return other;
  }

  private Map<String, String> table(List<Version> versions) throws IOException {
    Path state = Files.createTempDirectory(folder, "state");
    try (DuplicateDriver stream = new DuplicateDriver(new SimpleMeterRegistry(), state)) {
      for (Version version : versions) {
        stream.articles.pipeInput(version.id(), version.article(), version.readAt());
      }
      return Map.copyOf(stream.table());
    }
  }
}
