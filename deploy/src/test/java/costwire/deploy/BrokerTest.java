package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.Claims;
import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.ingest.Reading;
import costwire.stream.DeadLetter;
import costwire.stream.Json;
import costwire.stream.Topic;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do on a broker: one is started for all of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokerTest {
  @TempDir static Path folder;

  private static DataDirectory data;
  private static EmbeddedKafka kafka;
  private static Cluster cluster;

  @BeforeAll
  static void start() {
    data = DataDirectory.open(folder.resolve("data"));
    kafka = EmbeddedKafka.start(data, 0);
    cluster = Cluster.of(kafka);
  }

  @AfterAll
  static void stop() {
    kafka.close();
    data.close();
  }

  @Test
  @Order(1)
  void topicsAreLookedForThenCreatedThenAsDeclared() throws Exception {
    Provision provision = new Provision(new Config.RetentionDays(30, 365, 90));
    try (Admin admin = cluster.admin()) {
      assertThat(provision.visit(admin, Provision.Mode.LOOK))
          .hasSize(10)
          .allSatisfy(finding -> assertThat(finding.state()).contains("missing"));
      assertThat(provision.visit(StoodStill.admin(admin, 3), Provision.Mode.CREATE))
          .allSatisfy(finding -> assertThat(finding.state()).contains("created"));
      assertThat(provision.visit(admin, Provision.Mode.CREATE))
          .allSatisfy(finding -> assertThat(finding.state()).isEqualTo("as declared"));
    }
  }

  @Test
  @Order(2)
  void aTopicThatDiffersIsToldAndLeftUnlessAskedFor() throws Exception {
    Provision provision = new Provision(new Config.RetentionDays(30, 365, 90));
    ConfigResource articles = new ConfigResource(ConfigResource.Type.TOPIC, Articles.TOPIC.name());
    try (Admin admin = cluster.admin()) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  articles,
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
          .all()
          .get();
      // The broker applies a setting a moment after it has taken it.
      Eventually.await(() -> !right(provision, admin));
      assertThat(provision.visit(admin, Provision.Mode.CREATE))
          .filteredOn(finding -> !finding.right())
          .singleElement()
          .satisfies(
              finding ->
                  assertThat(finding.state())
                      .contains("retention.ms is 1000, declared " + 30L * 24 * 3600 * 1000));
      provision.visit(admin, Provision.Mode.SET);
      Eventually.await(() -> right(provision, admin));
    }
  }

  @Test
  @Order(3)
  void aFeedThatIsFollowedIsNotAddedAgain() throws Exception {
    FeedList list = new FeedList(cluster, Clock.systemUTC());
    list.add(List.of(Feed.of("https://a.example/feed")));
    list.add(List.of(Feed.of("https://a.example/feed"), Feed.of("https://b.example/feed")));
    assertThat(keys(Feeds.TOPIC.name()))
        .containsExactlyInAnyOrder("https://a.example/feed", "https://b.example/feed");
    list.put(List.of(Feed.of("https://a.example/feed").called("A", "en")));
    list.end("https://b.example/feed");
    list.add(List.of(Feed.of("https://b.example/feed")));
    assertThat(keys(Feeds.TOPIC.name()))
        .filteredOn("https://b.example/feed"::equals)
        .as("put, ended, put again")
        .hasSize(3);
    assertThat(keys(Feeds.TOPIC.name())).filteredOn("https://a.example/feed"::equals).hasSize(2);
  }

  @Test
  @Order(4)
  void aStageIsNotThroughWhileATransactionBeforeItIsOpen() throws Exception {
    assertThat(Backlog.of(cluster, "aggregate").isEmpty()).isTrue();
    try (Producer<String, byte[]> producer =
        cluster.producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "extract"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(Claims.TOPIC.name(), "deepseek", new byte[1])).get();
      assertThat(Backlog.of(cluster, "aggregate").isEmpty()).isFalse();
      producer.abortTransaction();
    }
    Eventually.await(() -> Backlog.of(cluster, "aggregate").isEmpty());
  }

  @Test
  @Order(5)
  void aBackfillStartedAgainPublishesNothingTwice() throws Exception {
    List<Article> articles = Samples.articles(1_200);
    Path file = folder.resolve("articles.jsonl");
    try (var writer = Files.newBufferedWriter(file)) {
      for (Article article : articles) {
        writer.write(Json.mapper().writeValueAsString(article) + "\n");
      }
    }
    Stopping stopping = new Stopping(700);
    try {
      backfill(file, stopping);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("power cut");
    }
    Stopping second = new Stopping(Integer.MAX_VALUE);
    backfill(file, second);
    assertThat(second.earlier).isEqualTo(500);
    assertThat(keys(Articles.TOPIC.name()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(articles.stream().map(Article::id).toList());
    Stopping third = new Stopping(Integer.MAX_VALUE);
    backfill(file, third);
    assertThat(third.published).isZero();
  }

  private static void backfill(Path file, BackfillRun.Listener listener) {
    InputStream nothing = InputStream.nullInputStream();
    // Its clock stands still: a transaction ends by what is in it, on a slow machine too.
    Clock clock = Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);
    new BackfillRun(cluster, List.of(file), nothing, clock).run(false, listener);
  }

  @Test
  @Order(6)
  void aDeadLetterGoesBackWhereItFailedOnce() throws Exception {
    byte[] key = {(byte) 0xff, 0x00};
    try (Producer<byte[], byte[]> producer =
        cluster.producer(new ByteArraySerializer(), Map.of())) {
      producer.send(letter(key, "half a claim", "costwire.claims")).get();
      producer.send(letter(key, "stray", "somebody.elses")).get();
    }
    List<String> told = new ArrayList<>();
    assertThat(new ReplayRun(cluster, true, told::add).run())
        .isEqualTo(new ReplayRun.Outcome(1, 1));
    assertThat(new ReplayRun(cluster, false, told::add).run())
        .isEqualTo(new ReplayRun.Outcome(1, 1));
    assertThat(new ReplayRun(cluster, false, told::add).run())
        .isEqualTo(new ReplayRun.Outcome(0, 0));
    assertThat(told).anySatisfy(line -> assertThat(line).contains("goes to costwire.claims"));
    assertThat(values("costwire.claims")).containsExactly("half a claim");
  }

  private static boolean right(Provision provision, Admin admin) {
    return provision.visit(admin, Provision.Mode.LOOK).stream().allMatch(Provision.Finding::right);
  }

  private static ProducerRecord<byte[], byte[]> letter(byte[] key, String value, String topic) {
    return DeadLetter.of(
        Topic.DEAD_LETTERS, key, value.getBytes(UTF_8), topic, 0, 7, "aggregate", "not a claim");
  }

  private static List<String> keys(String topic) throws Exception {
    List<String> keys = new ArrayList<>();
    read(topic, (key, value) -> keys.add(key));
    return keys;
  }

  private static List<String> values(String topic) throws Exception {
    List<String> values = new ArrayList<>();
    read(topic, (key, value) -> values.add(new String(value, UTF_8)));
    return values;
  }

  private static void read(String topic, BiConsumer<String, byte[]> reader) throws Exception {
    CommittedTopic.read(cluster, topic)
        .forEach(record -> reader.accept(record.key(), record.value()));
  }

  /** A listener whose machine loses power after so many articles. */
  private static final class Stopping implements BackfillRun.Listener {
    private final int after;
    private long earlier;
    private int published;

    Stopping(int after) {
      this.after = after;
    }

    @Override
    public void resumed(long readings, long bytes) {
      earlier = readings;
    }

    @Override
    public void reached(long bytes) {
      assertThat(bytes).isPositive();
    }

    @Override
    public void published(Reading.Of article) {
      if (++published == after) {
        throw new IllegalStateException("power cut");
      }
    }

    @Override
    public void refused(Reading.Refused reading) {
      throw new AssertionError(reading);
    }
  }
}
