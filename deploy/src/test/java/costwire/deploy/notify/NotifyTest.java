package costwire.deploy.notify;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.SmtpSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can be told by a process is known before it is to. */
class NotifyTest {
  private static final SmtpSettings SMTP =
      new SmtpSettings(
          "127.0.0.1", 25, null, null, "alerts@desk.example", SmtpSettings.Security.NONE);

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "http://127.0.0.1:9/hook, false, deliver.webhook.url' cannot be posted to:",
        "http://127.0.0.1:8/hook, false, none",
        "reader@paper.example, false, deliver.email' cannot be sent to: no smtp is configured",
        "reader@paper.example, true, none",
        "feed, false, none"
      })
  void saysWhatCannotBeReached(String to, boolean mails, @Nullable String refusal) {
    MailTransport mail = mails ? new MailTransport(SMTP, null) : null;
    Deliver way =
        to.startsWith("http")
            ? new Deliver(
                new Deliver.Webhook(URI.create(to), Signer.newSecret(), null, null), null, null)
            : to.equals("feed")
                ? new Deliver(null, null, new Deliver.Feed())
                : new Deliver(null, new Deliver.Email(to, null), null);
    try (Notify notify =
        Notify.open(Set.of("127.0.0.1:8"), mail, Clock.systemUTC(), new SimpleMeterRegistry())) {
      String why = notify.refusal(NotifyRig.subscription("a").delivering(way));
      if (refusal == null) {
        assertThat(why).isNull();
      } else {
        assertThat(why).contains(refusal);
      }
    }
  }
}
