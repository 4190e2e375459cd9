package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.Config;
import costwire.deploy.HttpSettings;
import costwire.deploy.PublicAddress;
import costwire.deploy.SmtpSettings;
import costwire.deploy.notify.Deliver;
import costwire.deploy.notify.SubscriptionDraft;
import costwire.ingest.WebSub;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What bears a secret tells none when it is logged, or stands in the words of a fault. */
class SecretsTest {
  private static final String SECRET = "correct-horse-battery";
  private static final URI HOOK = URI.create("https://chat.example/hooks/" + SECRET);

  static Stream<Record> bearers() {
    return Stream.of(
        new HttpSettings("127.0.0.1", 0, SECRET, List.of(), null),
        new WriteAccess(SECRET, true),
        new Config.Kafka("broker:9092", 0, null, Map.of("sasl.jaas.config", SECRET)),
        new SmtpSettings(
            "mail.example",
            25,
            SECRET,
            SECRET,
            "alerts@desk.example",
            SmtpSettings.Security.STARTTLS),
        new PublicAddress(URI.create("https://desk.example/"), SECRET),
        new WebSub(URI.create("https://desk.example/"), SECRET),
        new Deliver(new Deliver.Webhook(HOOK, SECRET, SECRET, null), null, null),
        new Deliver(null, new Deliver.Email("reader@paper.example", null, SECRET), null),
        new SubscriptionDraft.WebhookDraft(HOOK.toString(), SECRET, SECRET, null));
  }

  @ParameterizedTest
  @MethodSource("bearers")
  void areNotPrinted(Record bearer) {
    assertThat(bearer.toString()).isNotBlank().doesNotContain(SECRET, "reader@");
  }
}
