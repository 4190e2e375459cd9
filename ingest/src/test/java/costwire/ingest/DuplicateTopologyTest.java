package costwire.ingest;

import static costwire.ingest.DuplicateDriver.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DuplicateTopologyTest {
  private static final String STORY = story(1);
  private static final String OTHER = story(2);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  @TempDir private Path state;
  private DuplicateDriver stream;

  @BeforeEach
  void start() {
    stream = new DuplicateDriver(registry, state);
  }

  @AfterEach
  void stop() {
    stream.close();
  }

  /** Words that no other story has in that order. */
  static String story(long seed) {
    return new Random(seed)
        .ints(150, 0, 2_000)
        .mapToObj(word -> "w" + Integer.toString(word, 36))
        .collect(Collectors.joining(" "));
  }

  static Article article(String id, String text, Instant at) {
    return Article.of(id, "Title of " + id, text).publishedAt(at).fetchedAt(at).build();
  }

  private void publish(String id, String text, Duration after) {
    stream.articles.pipeInput(id, article(id, text, NOON.plus(after)));
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  @Test
  void its_description_is_the_reviewed_one() throws IOException {
    String expected;
    try (InputStream fixture = getClass().getResourceAsStream("duplicates-topology.txt")) {
      expected = new String(Objects.requireNonNull(fixture).readAllBytes(), UTF_8);
    }
    assertThat(DuplicateTopology.of(registry).describe().toString().strip())
        .isEqualTo(expected.strip());
  }

  @Test
  void every_internal_resource_has_a_name_of_ours() {
    StreamsBuilder strict =
        new StreamsBuilder(new TopologyConfig(new StreamsConfig(DuplicateDriver.settings(state))));

    assertThatNoException().isThrownBy(() -> DuplicateTopology.on(strict, registry));
  }

  @Test
  void its_sources_are_the_topics_it_reads() {
    publish("a", STORY, hours(0));
    publish("b", STORY, hours(1));

    assertThat(stream.driver.producedTopicNames())
        .containsAll(DuplicateTopology.sources("duplicates-test").subList(1, 3));
  }

  @Test
  void a_copy_is_linked_to_the_article_that_bears_the_earlier_date() {
    publish("late", STORY, hours(5));
    publish("early", STORY + " and a word from our own desk", hours(2));
    publish("unlike", OTHER, hours(3));

    TestRecord<String, Duplicate> record = stream.duplicates.readRecord();
    assertThat(record.key()).isEqualTo("late");
    assertThat(record.value().articleId()).isEqualTo("late");
    assertThat(record.value().duplicateOf()).isEqualTo("early");
    assertThat(record.value().similarity()).isBetween(0.8, 1.0);
    assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
        .isEqualTo("late-of-early");
    assertThat(stream.duplicates.isEmpty()).isTrue();
  }

  @Test
  void the_original_that_comes_late_takes_over() {
    publish("second", STORY, hours(2));
    publish("third", STORY, hours(3));
    assertThat(stream.table()).isEqualTo(Map.of("third", "second"));

    publish("first", STORY, hours(1));

    assertThat(stream.table()).isEqualTo(Map.of("second", "first", "third", "first"));
  }

  @Test
  void of_one_date_the_lesser_id_is_the_original() {
    publish("b", STORY, hours(0));
    publish("c", STORY, hours(0));
    publish("a", STORY, hours(0));

    assertThat(stream.table()).isEqualTo(Map.of("b", "a", "c", "a"));
  }

  @Test
  void a_withdrawn_original_gives_its_place_to_the_next() {
    publish("first", STORY, hours(1));
    publish("second", STORY, hours(2));
    publish("third", STORY, hours(3));

    stream.articles.pipeInput("first", (Article) null);
    assertThat(stream.table()).isEqualTo(Map.of("third", "second"));

    stream.articles.pipeInput("third", (Article) null);
    assertThat(stream.table()).isEmpty();
    assertThat(outcome("withdrawn")).isEqualTo(2);
  }

  @Test
  void a_changed_article_leaves_its_links_and_may_find_others() {
    publish("first", STORY, hours(1));
    publish("other", OTHER, hours(1));
    publish("copy", STORY, hours(2));

    publish("copy", OTHER, hours(2));
    assertThat(stream.table()).isEqualTo(Map.of("copy", "other"));

    publish("copy", story(3), hours(2));
    assertThat(stream.table()).isEmpty();
  }

  @Test
  void an_article_whose_date_is_mended_changes_places_with_its_copy() {
    publish("a", STORY, hours(1));
    publish("b", STORY, hours(2));

    publish("a", STORY, hours(3));

    assertThat(stream.table()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void the_same_version_again_and_an_older_one_say_nothing() {
    publish("a", STORY, hours(1));
    publish("b", STORY, hours(2));
    stream.table();
    long before = postings();

    publish("b", STORY, hours(2));
    stream.articles.pipeInput("b", article("b", OTHER, NOON), NOON.minusSeconds(1));

    assertThat(stream.duplicates.isEmpty()).isTrue();
    assertThat(postings()).isEqualTo(before);
    assertThat(outcome("unchanged")).isEqualTo(1);
    assertThat(outcome("stale")).isEqualTo(1);
  }

  private long postings() {
    return Math.round(outcome("posted"));
  }

  private double outcome(String outcome) {
    return registry.counter("costwire.articles", "stage", "duplicates", "outcome", outcome).count();
  }

  @Test
  void what_is_printed_again_after_a_month_is_news() {
    publish("a", STORY, hours(0));
    publish("b", STORY, Duration.ofDays(13));
    publish("c", STORY, Duration.ofDays(26));

    assertThat(stream.table()).isEqualTo(Map.of("b", "a", "c", "b"));
  }

  @Test
  void a_notice_too_short_to_tell_is_nobodys_copy() {
    publish("a", "The laboratory declined to comment.", hours(0));
    publish("b", "The laboratory declined to comment.", hours(1));

    assertThat(stream.table()).isEmpty();
    assertThat(outcome("short")).isEqualTo(2);
  }

  @Test
  void what_was_read_long_ago_is_forgotten_and_its_links_stay() {
    publish("a", STORY, hours(0));
    publish("b", STORY, hours(1));
    stream.articles.pipeInput("x", article("x", OTHER, NOON), NOON.plus(Duration.ofDays(32)));
    assertThat(entries("band-members")).isEqualTo(3 * 48);

    stream.driver.advanceWallClockTime(Duration.ofSeconds(2));

    assertThat(entries("band-members")).isEqualTo(48);
    assertThat(entries("posted-articles")).isEqualTo(1);
    assertThat(entries("originals")).isZero();
    assertThat(stream.table()).isEqualTo(Map.of("b", "a"));
  }

  private int entries(String store) {
    int entries = 0;
    try (var all = stream.driver.getKeyValueStore(store).all()) {
      for (; all.hasNext(); all.next()) {
        entries++;
      }
    }
    return entries;
  }
}
