package costwire.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.deploy.Cluster;
import costwire.deploy.Config;
import costwire.deploy.DataDirectory;
import costwire.deploy.EmbeddedKafka;
import costwire.deploy.Provision;
import costwire.deploy.WholeTopic;
import costwire.deploy.notify.Attempt;
import costwire.deploy.notify.Deliveries;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.SubscriptionDesk;
import costwire.deploy.notify.Subscriptions;
import costwire.stream.Json;
import costwire.stream.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of subscriptions on a broker, as a user meets them. */
class SubscriptionCommandsTest {
  private static final Instant NOW = Instant.parse("2025-09-18T12:00:00Z");

  @TempDir static Path folder;

  private static DataDirectory data;
  private static EmbeddedKafka kafka;
  private static Cluster cluster;

  private record Result(int status, String out, String err) {}

  @BeforeAll
  static void start() {
    data = DataDirectory.open(folder.resolve("data"));
    kafka = EmbeddedKafka.start(data, 0);
    cluster = Cluster.of(kafka);
    try (Admin admin = cluster.admin()) {
      new Provision(Config.standard().retentionDays()).visit(admin, Provision.Mode.CREATE);
    }
  }

  @AfterAll
  static void stop() {
    kafka.close();
    data.close();
  }

  @Test
  void whatIsSubscribedIsListedWithoutItsSecretAndEnds() throws IOException {
    Path config =
        Files.writeString(folder.resolve("costwire.yaml"), "allowedHosts: ['127.0.0.1:9']\n");
    Result made =
        run(
            "subscribe",
            "--config=" + config,
            "--name=Desk",
            "--company=deepseek,nobody-yet",
            "--kind=new-claim",
            "--scope=training-run",
            "--by-percent=10",
            "--above-usd=1000000",
            "--below-usd=1e9",
            "--group-seconds=5",
            "--least-minutes=30",
            "--quiet=22:00-07:00@Europe/Athens",
            "--webhook=http://127.0.0.1:9/hook",
            "--format=slack");
    assertThat(made.status()).as(made.err()).isZero();
    JsonNode subscription = Json.mapper().readTree(made.out());
    String id = subscription.get("id").asText();
    String secret = subscription.at("/deliver/webhook/secret").asText();
    assertThat(secret).startsWith("whsec_");
    assertThat(latest(Subscriptions.TOPIC, id))
        .isEqualTo(Json.mapper().treeToValue(subscription, Subscription.class));
    assertThat(subscription.get("companies")).hasSize(2);
    assertThat(subscription.at("/pace/quiet/zone").asText()).isEqualTo("Europe/Athens");
    assertThat(subscription.at("/deliver/webhook/format").asText()).isEqualTo("slack");

    Result table = run("subscriptions");
    assertThat(table.out().lines().filter(line -> line.startsWith(id)))
        .singleElement()
        .asString()
        .contains("Desk", "deepseek,nobody-yet", "new-claim", "http://127.0.0.1:9/hook", "active");
    Result json = run("subscriptions", "--format=json");
    assertThat(json.out()).contains(id).doesNotContain(secret);

    assertThat(run("unsubscribe", id).status()).isZero();
    assertThat(run("subscriptions").out()).doesNotContain(id);
    assertThat(run("unsubscribe", id))
        .isEqualTo(
            new Result(1, "", "costwire unsubscribe: there is no subscription '" + id + "'\n"));
  }

  @Test
  void aDeadMessageIsToldAndSentAgainAsLongAsSomethingIsSent() throws Exception {
    Result made = run("subscribe", "--email=a@b.example", "--digest=daily");
    String id = id(made);
    assertThat(Json.mapper().readTree(made.out()).at("/deliver/email").toString())
        .isEqualTo("{\"to\":\"a@b.example\",\"digest\":\"daily\"}");
    put(
        message("msg_dead", id, Delivery.State.DEAD),
        message("msg_way", id, Delivery.State.PENDING));
    Result log = run("subscriptions", "--deliveries=" + id);
    assertThat(log.out().lines().filter(line -> line.startsWith("msg_dead")))
        .singleElement()
        .asString()
        .contains("test", "dead", "the receiver answered 503");

    assertThat(run("redeliver", "msg_dead").status()).isZero();
    assertThat(latest(Deliveries.ORDERS, id).again())
        .isEqualTo(message("msg_dead", id, Delivery.State.DEAD));
    assertThat(run("redeliver", "msg_way").err()).contains("on its way");
    assertThat(run("redeliver", "none").err()).contains("no delivery 'none'");

    var silent = latest(Subscriptions.TOPIC, id).disabled(NOW, "not taken");
    new SubscriptionDesk(cluster, Clock.systemUTC()).put(silent);
    assertThat(run("redeliver", "msg_dead"))
        .satisfies(result -> assertThat(result.status()).isEqualTo(1))
        .satisfies(result -> assertThat(result.err()).contains("it is disabled: not taken"));
    assertThat(run("subscriptions").out()).contains("disabled: not taken");
    assertThat(run("subscriptions", "--deliveries=none").status()).isEqualTo(1);
  }

  private static Delivery message(String id, String subscription, Delivery.State state) {
    return new Delivery(
        id,
        subscription,
        null,
        null,
        NOW,
        List.of(),
        0,
        state,
        1,
        null,
        List.of(new Attempt(NOW, 503, "the receiver answered 503")));
  }

  private static void put(Delivery... deliveries) throws Exception {
    try (Producer<String, byte[]> producer = cluster.producer(Map.of())) {
      for (Delivery each : deliveries) {
        producer
            .send(
                new ProducerRecord<>(
                    Deliveries.TOPIC.name(), each.id(), Json.mapper().writeValueAsBytes(each)))
            .get();
      }
    }
  }

  private static <V> V latest(Topic<V> topic, String key) {
    return Objects.requireNonNull(WholeTopic.latest(cluster, topic).get(key));
  }

  private static String id(Result made) throws IOException {
    assertThat(made.status()).as(made.err()).isZero();
    return Json.mapper().readTree(made.out()).get("id").asText();
  }

  private static Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] all =
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--bootstrap-servers=" + cluster.bootstrapServers()))
            .toArray(String[]::new);
    int status =
        Root.execute(all, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
