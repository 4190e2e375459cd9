package costwire.deploy.notify;

import static costwire.deploy.notify.NotifyRig.START;
import static costwire.deploy.notify.NotifyRig.saying;
import static costwire.deploy.notify.NotifyRig.subscription;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.aggregate.Alert;
import costwire.deploy.notify.Deliver.Format;
import costwire.stream.Json;
import jakarta.mail.internet.MimeUtility;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as those take them who they are for. */
class PostTest {
  private static Delivery many(int alerts, String reason, int more) {
    List<Alert> all =
        IntStream.range(0, alerts).mapToObj(i -> saying("n" + i, "DeepSeek", reason)).toList();
    return Delivery.of("a", all, more, START);
  }

  private static Post post(Delivery delivery, Format format) {
    return Post.of(subscription("a"), delivery, format);
  }

  private static JsonNode json(Post post) throws Exception {
    return Json.mapper().readTree(post.body());
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "50, 300", "50, 1000", "50, 5000", "1, 30000", "3, 9000"})
  void ourOwnStaysBelowTwentyKilobytesAndCountsWhatItLeavesOut(int alerts, int length)
      throws Exception {
    Post post = post(many(alerts, "é".repeat(length), 7), Format.STANDARD);
    assertThat(post.body().length).isLessThan(Payload.MOST_BYTES);
    JsonNode data = json(post).get("data");
    assertThat(data.get("alerts").size() + data.get("more").asInt()).isEqualTo(alerts + 7);
    assertThat(data.get("alerts").findValuesAsText("id"))
        .containsExactlyElementsOf(
            IntStream.range(0, data.get("alerts").size()).mapToObj(i -> "n" + i).toList());
    assertThat(post.headers()).containsEntry("Content-Type", "application/json");
  }

  @Test
  void ourOwnSaysItsVersionAndWhoseItIs() throws Exception {
    JsonNode body = json(post(many(2, "It moved.", 0), Format.STANDARD));
    assertThat(body.get("type").asText()).isEqualTo("costwire.alerts.v1");
    assertThat(body.get("timestamp").asText()).isEqualTo(START.toString());
    assertThat(body.at("/data/subscriptionId").asText()).isEqualTo("a");
    assertThat(body.at("/data/alerts").findValuesAsText("subscriptionId")).containsOnly("a");
    JsonNode test =
        json(Post.of(subscription("a"), Delivery.test("a", START, START), Format.STANDARD));
    assertThat(test.get("type").asText()).isEqualTo("costwire.test.v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!channel>", "<@U012AB3CD>", "<https://x.example|pay here>", "a & b < c"})
  void nothingInSlackMentionsOrLinks(String hostile) throws Exception {
    Delivery delivery = Delivery.of("a", List.of(saying("n1", hostile, hostile)), 0, START);
    String text = json(post(delivery, Format.SLACK)).get("text").asText();
    assertThat(text).doesNotContain("<", ">");
    assertThat(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .isEqualTo("Costwire: " + hostile + "\n" + hostile);
  }

  @Test
  void discordMentionsNobody() throws Exception {
    JsonNode body = json(post(many(1, "@everyone <@1> look", 0), Format.DISCORD));
    assertThat(body.at("/allowed_mentions/parse").isArray()).isTrue();
    assertThat(body.at("/allowed_mentions/parse")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DISCORD, content, 2000, 50, 300",
    "DISCORD, content, 2000, 1, 5000",
    "SLACK, text, 40000, 50, 5000",
  })
  void isAsLongAsTheyTake(Format format, String field, int most, int alerts, int length)
      throws Exception {
    String text = json(post(many(alerts, "<".repeat(length), 0), format)).get(field).asText();
    assertThat(text).hasSizeLessThanOrEqualTo(most).startsWith("Costwire: DeepSeek\n");
    assertThat(text).endsWith("…");
  }

  @Test
  void ntfyHasATitleInAsciiAndTheRestAsText() throws Exception {
    Delivery delivery =
        Delivery.of(
            "a", List.of(saying("n1", "Ελλάδα\r\nX-Evil: 1", "Δύο εκατομμύρια.")), 2, START);
    Post post = post(delivery, Format.NTFY);
    String title = String.valueOf(post.headers().get("Title"));
    assertThat(title).matches("[\\x21-\\x7e]+");
    assertThat(MimeUtility.decodeText(title)).startsWith("Costwire: Ελλάδα");
    assertThat(new String(post.body(), UTF_8)).isEqualTo("Δύο εκατομμύρια.\n… and 2 more.");
  }

  /** From 4,096 bytes on, ntfy makes a file of a message. */
  @ParameterizedTest
  @ValueSource(strings = {"e", "é", "世", "😀"})
  void ntfyStaysAMessage(String letter) {
    byte[] body = post(many(50, letter.repeat(300), 0), Format.NTFY).body();
    assertThat(body.length).isBetween(4_090, 4_096);
    assertThat(new String(body, UTF_8)).endsWith(letter + "…").doesNotContain("\ufffd");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aTestIsAMessageToo(Format format) {
    Post post = Post.of(subscription("a"), Delivery.test("a", START, START), format);
    assertThat(new String(post.body(), UTF_8)).containsIgnoringCase("test");
  }
}
