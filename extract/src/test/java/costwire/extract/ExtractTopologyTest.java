package costwire.extract;

import static costwire.extract.ExtractDriver.NOON;
import static costwire.extract.ExtractDriver.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import costwire.ingest.Article;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ExtractTopologyTest {
  private static final Extractor EXTRACTOR = Extractor.standard();
  private static final String ID = "a1";

  private static final String OPENING =
      "DeepSeek spent $294,000 on the training of its model R1, the company said. ";
  private static final String CHIPS = "It trained the model on 512 Nvidia H800 chips. ";
  private static final String PRICE = "The training run of its V3 model cost $5.6 million. ";
  private static final String NOBODY =
      "Somebody else has rented 2,000 graphics cards for training.";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  @TempDir private Path state;
  private ExtractDriver stream;
  private TestInputTopic<String, Article> articles;
  private TestOutputTopic<String, Claim> claims;

  @BeforeEach
  void start() {
    stream = new ExtractDriver(EXTRACTOR, registry, state);
    articles = stream.articles;
    claims = stream.claims;
  }

  @AfterEach
  void stop() {
    stream.close();
  }

  private static Article article(String text) {
    return SampleArticle.of(ID, "What a training run costs", text);
  }

  private static Set<String> ids(List<Claim> claims) {
    return claims.stream().map(Claim::id).collect(Collectors.toSet());
  }

  /** What a reader who keeps the last record of every claim believes in the end. */
  private static Map<String, Claim> standing(List<Claim> told) {
    Map<String, Claim> standing = new TreeMap<>();
    for (Claim claim : told) {
      if (claim.retracted()) {
        assertThat(standing).as("a retraction takes back what was told").containsKey(claim.id());
        standing.remove(claim.id());
      } else {
        standing.put(claim.id(), claim);
      }
    }
    return standing;
  }

  @Test
  void its_description_is_the_reviewed_one() throws IOException {
    String expected;
    try (InputStream fixture = getClass().getResourceAsStream("topology.txt")) {
      expected = new String(Objects.requireNonNull(fixture).readAllBytes(), UTF_8);
    }
    assertThat(ExtractTopology.of(EXTRACTOR, registry).describe().toString().strip())
        .isEqualTo(expected.strip());
  }

  @Test
  void every_internal_resource_has_a_name_of_ours() {
    StreamsBuilder strict =
        new StreamsBuilder(new TopologyConfig(new StreamsConfig(ExtractDriver.settings(state))));

    assertThatNoException().isThrownBy(() -> ExtractTopology.on(strict, EXTRACTOR, registry));
  }

  @Test
  void an_article_gives_its_claims_keyed_by_company() {
    Article article = article(OPENING + CHIPS + NOBODY);
    articles.pipeInput(ID, article);

    List<TestRecord<String, Claim>> records = claims.readRecordsToList();
    assertThat(records).extracting(TestRecord::value).isEqualTo(EXTRACTOR.extract(article));
    assertThat(records).hasSizeGreaterThanOrEqualTo(3);
    assertThat(records).allSatisfy(r -> assertThat(r.key()).isEqualTo(r.value().companyId()));
    assertThat(records).extracting(TestRecord::key).contains("deepseek");
  }

  @Test
  void a_claim_of_nobody_in_particular_travels_unattributed() {
    articles.pipeInput(ID, article(NOBODY));

    TestRecord<String, Claim> record = claims.readRecord();
    assertThat(record.value().company()).isNull();
    assertThat(record.key()).isEqualTo("unattributed");
  }

  @Test
  void every_claim_is_a_cloud_event_of_the_articles_time() {
    articles.pipeInput(ID, article(OPENING));

    TestRecord<String, Claim> record = claims.readRecord();
    assertThat(record.getRecordTime()).isEqualTo(NOON);
    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(record, "ce_id")).isEqualTo(record.value().id());
    assertThat(header(record, "ce_source")).isEqualTo("/costwire/extract");
    assertThat(header(record, "ce_type")).isEqualTo("costwire.claim.v1");
    assertThat(header(record, "ce_time")).isEqualTo(NOON.toString());
    assertThat(header(record, "content-type")).isEqualTo("application/json");
  }

  @Test
  void a_retraction_is_an_event_of_its_own() {
    articles.pipeInput(ID, article(OPENING));
    Claim told = claims.readRecord().value();
    articles.pipeInput(ID, article("There is nothing to say about it after all."));

    TestRecord<String, Claim> record = claims.readRecord();
    assertThat(record.value()).isEqualTo(told.retraction());
    assertThat(record.key()).isEqualTo("deepseek");
    assertThat(header(record, "ce_id")).isNotEqualTo(told.id()).startsWith(told.id());
  }

  @Test
  void the_same_article_again_gives_nothing() {
    Article article = article(OPENING + CHIPS);
    articles.pipeInput(ID, article);
    assertThat(claims.readValuesToList()).isNotEmpty();

    articles.pipeInput(ID, article);
    articles.pipeInput(ID, article.but().feed("https://news.example/feed").build());

    assertThat(claims.isEmpty()).isTrue();
    assertThat(outcome("unchanged")).isEqualTo(2);
  }

  private double outcome(String outcome) {
    return registry.counter("costwire.articles", "stage", "extract", "outcome", outcome).count();
  }

  @Test
  void a_changed_article_retracts_what_it_no_longer_says_and_tells_what_is_new() {
    Article before = article(OPENING + CHIPS + NOBODY);
    Article after = article(OPENING + CHIPS + PRICE);
    articles.pipeInput(ID, before);
    claims.readValuesToList();

    articles.pipeInput(ID, after);

    Set<String> old = ids(EXTRACTOR.extract(before));
    Set<String> now = ids(EXTRACTOR.extract(after));
    List<Claim> told = claims.readValuesToList();
    assertThat(ids(told.stream().filter(Claim::retracted).toList()))
        .isNotEmpty()
        .isEqualTo(minus(old, now));
    assertThat(ids(told.stream().filter(claim -> !claim.retracted()).toList()))
        .isNotEmpty()
        .isEqualTo(minus(now, old));
    assertThat(told).hasSizeLessThan(old.size() + now.size());
  }

  private static Set<String> minus(Set<String> all, Set<String> those) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(those);
    return rest;
  }

  @Test
  void a_tombstone_retracts_everything() {
    articles.pipeInput(ID, article(OPENING + CHIPS + NOBODY));
    List<Claim> told = claims.readValuesToList();

    articles.pipeInput(ID, (Article) null);

    List<Claim> taken = claims.readValuesToList();
    assertThat(taken).allMatch(Claim::retracted);
    assertThat(ids(taken)).isNotEmpty().isEqualTo(ids(told));
    assertThat(outcome("withdrawn")).isEqualTo(1);
  }

  @Test
  void a_withdrawn_article_may_come_back() {
    Article article = article(OPENING);
    articles.pipeInput(ID, article);
    articles.pipeInput(ID, (Article) null);
    articles.pipeInput(ID, article);

    assertThat(standing(claims.readValuesToList()).values())
        .containsExactlyElementsOf(EXTRACTOR.extract(article));
  }

  @Test
  void an_older_version_that_arrives_late_changes_nothing() {
    articles.pipeInput(ID, article(OPENING + PRICE), NOON);
    claims.readValuesToList();

    articles.pipeInput(ID, article(OPENING + CHIPS), NOON.minusSeconds(1));
    articles.pipeInput(ID, null, NOON.minusSeconds(1));

    assertThat(claims.isEmpty()).isTrue();
    assertThat(outcome("stale")).isEqualTo(2);
  }

  @Test
  void versions_of_one_instant_leave_the_same_claims_in_either_order() {
    List<Article> versions =
        List.of(article(OPENING + CHIPS), article(OPENING + PRICE), article(OPENING + NOBODY));
    List<Map<String, Claim>> ends = new ArrayList<>();
    for (int[] order :
        new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      for (int version : order) {
        articles.pipeInput(ID + ends.size(), versions.get(version), NOON);
      }
      ends.add(standing(claims.readValuesToList()));
    }
    assertThat(ends.stream().distinct().toList()).hasSize(1);
    assertThat(ends.get(0)).isNotEmpty();
  }

  @Test
  void articles_do_not_touch_each_others_claims() {
    articles.pipeInput("a1", SampleArticle.of("a1", "", OPENING));
    articles.pipeInput("a2", SampleArticle.of("a2", "", OPENING));
    List<Claim> told = claims.readValuesToList();
    assertThat(ids(told)).hasSize(told.size());

    articles.pipeInput("a1", (Article) null);

    assertThat(claims.readValuesToList()).extracting(Claim::articleId).containsOnly("a1");
  }

  @Test
  void claims_are_counted_by_measure_and_language() {
    articles.pipeInput(ID, article(OPENING + CHIPS));

    assertThat(registry.counter("costwire.claims", "measure", "chips", "language", "en").count())
        .isEqualTo(1);
    assertThat(outcome("read")).isEqualTo(1);
  }
}
