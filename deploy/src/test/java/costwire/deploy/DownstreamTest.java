package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.deploy.serve.Schemas;
import costwire.example.AlertsWithEstimates;
import costwire.example.ReadEstimates;
import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.stream.CloudEvents;
import costwire.stream.DeadLetter;
import costwire.stream.Json;
import costwire.stream.Topic;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those find who read the topics of a running system, with programs that are not ours. */
class DownstreamTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final JsonNode ASYNC_API = Schemas.document("asyncapi.json");

  private static final String SPOILT = "spoilt";
  private static final String STORY =
      "Mistral AI paid $31 million for the training of its newest model, the company told its"
          + " shareholders on Friday. The sum covers the winter months, when electricity along the"
          + " coast was dear and two halls of the old shipyard stood full of rented racks. Nobody in"
          + " the harbour office had seen so many lorries since the last great regatta, and the"
          + " bakery opposite the gate sold out of rolls by nine on most mornings of that season.";

  @TempDir static Path folder;

  private static SampleNode samples;
  private static Node node;

  @BeforeAll
  static void runTheSamplesThroughTheLine() {
    samples = SampleNode.start(folder);
    node = samples.node();
    List<Article> copies = copies();
    publish(copies);
    samples.await(copies.size() + 1);
  }

  /** One story twice: the newsroom prints none of another's. */
  private static List<Article> copies() {
    return List.of(copy("first.example"), copy("second.example"));
  }

  private static Article copy(String publisher) {
    Instant at = Instant.parse("2025-02-03T08:00:00Z");
    return Article.of("story-of-" + publisher, "A bill for a winter", STORY)
        .publisher(publisher)
        .publishedAt(at)
        .fetchedAt(at)
        .build();
  }

  /** These, and one that is no article, so that there is a dead letter. */
  private static void publish(List<Article> articles) {
    String topic = Articles.TOPIC.name();
    try (Producer<String, byte[]> producer = node.cluster().producer(Map.of());
        Serializer<Article> values = Articles.TOPIC.values().serializer()) {
      for (Article article : articles) {
        ProducerRecord<String, byte[]> record =
            new ProducerRecord<>(topic, article.id(), values.serialize(topic, article));
        CloudEvents.stamp(
            record.headers(), article.id(), "/test", "costwire.article.v1", Instant.EPOCH);
        producer.send(record);
      }
      producer.send(new ProducerRecord<>(topic, SPOILT, "{".getBytes(UTF_8)));
    }
  }

  @AfterAll
  static void stop() {
    samples.close();
  }

  @ParameterizedTest
  @CsvSource({"feeds", "articles", "duplicates", "claims", "estimates", "alerts"})
  void everyRecordIsAsItsTopicSays(String channel) throws IOException {
    JsonNode told = ASYNC_API.at("/channels/" + channel);
    JsonNode message = followed(told.get("messages").elements().next());
    String schema = message.at("/payload/schema/$ref").asText();
    List<ConsumerRecord<String, byte[]>> records = records("costwire." + channel);
    assertThat(records).isNotEmpty();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.key().equals(SPOILT)) {
        continue;
      }
      assertThat(headerFaults(message, record.headers())).as(record.key()).isEmpty();
      if (record.value() != null) {
        assertThat(record.headers().lastHeader("ce_type").value())
            .isEqualTo(message.get("name").asText().getBytes(UTF_8));
        JsonNode value = Json.mapper().readTree(record.value());
        assertThat(Schemas.faults(schema, value)).as(value.toString()).isEmpty();
      }
    }
  }

  @Test
  void aDeadLettersHeadersSayWhatHappened() {
    JsonNode message = ASYNC_API.at("/components/messages/deadLetter");
    List<ConsumerRecord<String, byte[]>> letters = records(Topic.DEAD_LETTERS);
    assertThat(letters)
        .isNotEmpty()
        .allSatisfy(letter -> assertThat(headerFaults(message, letter.headers())).isEmpty())
        .anySatisfy(
            letter ->
                assertThat(letter.headers().lastHeader(DeadLetter.TOPIC_HEADER).value())
                    .isEqualTo("costwire.articles".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({"claims, companyId", "estimates, companyId", "alerts, companyId"})
  void kcatReadsKeysHeadersAndValues(String channel, String key) throws Exception {
    assumeTrue(isInstalled("kcat"), "kcat is not installed: nobody else's consumer was asked");
    JsonNode message =
        followed(ASYNC_API.at("/channels/" + channel).get("messages").elements().next());
    List<String> lines =
        output(
            "kcat",
            "-b",
            node.cluster().bootstrapServers(),
            "-X",
            "isolation.level=read_committed",
            "-C",
            "-e",
            "-q",
            "-t",
            "costwire." + channel,
            "-f",
            "%k\\t%h\\t%s\\n");
    assertThat(lines).hasSize(records("costwire." + channel).size());
    for (String line : lines) {
      String[] fields = line.split("\t", 3);
      JsonNode value = Json.mapper().readTree(fields[2]);
      assertThat(fields[0]).isEqualTo(value.get(key).asText());
      assertThat(faults(message, headers(fields[1]))).as(fields[1]).isEmpty();
      assertThat(Schemas.faults(message.at("/payload/schema/$ref").asText(), value)).isEmpty();
    }
  }

  @Test
  void thePlainConsumerOfTheReadmeReadsEveryCompanysEstimate() throws Exception {
    Map<String, String> read = new ConcurrentHashMap<>();
    Thread reader =
        new Thread(() -> interruptible(() -> ReadEstimates.read(servers(), read::put)), "reader");
    reader.start();
    Set<String> companies = new TreeSet<>();
    records("costwire.estimates").forEach(record -> companies.add(record.key()));
    Eventually.await(() -> read.keySet().containsAll(companies));
    reader.interrupt();
    reader.join();
    for (String estimate : read.values()) {
      assertThat(Schemas.faults("schemas/estimate.json", Json.mapper().readTree(estimate)))
          .isEmpty();
    }
  }

  @Test
  void theTopologyOfTheReadmePutsAlertsAndEstimatesTogether() throws Exception {
    String topic = "alerts-with-estimates";
    NewTopics.create(node.cluster(), topic, 6);
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "bootstrap.servers",
            servers(),
            "application.id",
            "my-alerts",
            "state.dir",
            folder.resolve("streams").toString(),
            "processing.guarantee",
            "exactly_once_v2",
            "auto.offset.reset",
            "earliest"));
    int alerts = records("costwire.alerts").size();
    try (KafkaStreams streams = new KafkaStreams(AlertsWithEstimates.topology(), settings)) {
      streams.start();
      Eventually.await(() -> records(topic).size() >= alerts);
    }
    assertThat(records(topic))
        .anySatisfy(
            pair -> {
              JsonNode both = Json.mapper().readTree(pair.value());
              assertThat(both.at("/1/companyId").asText())
                  .isEqualTo(both.at("/0/companyId").asText())
                  .isEqualTo(pair.key());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "api/estimates, estimate-list",
    "api/estimates?asOf=2025-06-30&limit=20, estimate-list",
    "api/estimates/deepseek, estimate",
    "api/claims?limit=500, claim-list",
    "api/alerts?limit=500, alert-list",
    "api/feeds, feed-list"
  })
  void everyAnswerIsAsItsSchemaSays(String path, String schema) throws Exception {
    URI address = node.pipeline().serve().orElseThrow().address().resolve(path);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    JsonNode value = Json.mapper().readTree(answer.body());
    assertThat(Schemas.faults("schemas/" + schema + ".json", value)).isEmpty();
    assertThat(value.path("items").isMissingNode() || !value.path("items").isEmpty()).isTrue();
  }

  @Test
  void theTermsOfItsWaysStandInACompanysOwnAnswer() throws Exception {
    assertThat(terms("api/estimates/deepseek")).isPositive();
    assertThat(terms("api/estimates")).isZero();
  }

  private static int terms(String path) throws Exception {
    URI address = node.pipeline().serve().orElseThrow().address().resolve(path);
    return Json.mapper().readTree(address.toURL()).findValues("terms").stream()
        .mapToInt(JsonNode::size)
        .sum();
  }

  private static String servers() {
    return node.cluster().bootstrapServers();
  }

  private static List<ConsumerRecord<String, byte[]>> records(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    WholeTopic.read(node.cluster(), topic, records::add);
    return records;
  }

  private static List<String> headerFaults(JsonNode message, Headers headers) {
    Map<String, String> told = new HashMap<>();
    headers.forEach(header -> told.put(header.key(), new String(header.value(), UTF_8)));
    return faults(message, told);
  }

  /** What is wrong with a message's headers. */
  private static List<String> faults(JsonNode message, Map<String, String> headers) {
    String schema = message.at("/headers/$ref").asText();
    return Schemas.faults(
        ASYNC_API.at(schema.substring(1)), Json.mapper().<JsonNode>valueToTree(headers));
  }

  /** As kcat writes them: {@code name=value}, with commas in between. */
  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new HashMap<>();
    for (String header : text.split(",")) {
      String[] parts = header.split("=", 2);
      headers.put(parts[0], parts[1]);
    }
    return headers;
  }

  private static JsonNode followed(JsonNode reference) {
    return ASYNC_API.at(reference.get("$ref").asText().substring(1));
  }

  private static boolean isInstalled(String program) {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
        .anyMatch(directory -> Path.of(directory, program).toFile().canExecute());
  }

  private static List<String> output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = process.inputReader(UTF_8).lines().toList();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
    return lines;
  }

  /** A consumer that is interrupted says so by an exception of its own. */
  private static void interruptible(Runnable work) {
    try {
      work.run();
    } catch (InterruptException e) {
      Thread.currentThread().interrupt();
    }
  }
}
