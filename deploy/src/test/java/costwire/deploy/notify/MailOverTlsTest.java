package costwire.deploy.notify;

import static costwire.deploy.notify.NotifyRig.START;
import static costwire.deploy.notify.NotifyRig.alert;
import static costwire.deploy.notify.NotifyRig.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.SampleCertificate;
import costwire.deploy.SmtpSettings;
import costwire.deploy.SmtpSettings.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail and who sends it are told to no server but the one that is meant. */
class MailOverTlsTest {
  private static final Subscription READER =
      subscription("sub_a")
          .delivering(
              new Deliver(null, new Deliver.Email("reader@paper.example", null, "a secret"), null));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"STARTTLS", "IMPLICIT"})
  void aTrustedServerIsToldAll(Security security) throws Exception {
    SampleCertificate own = SampleCertificate.of(folder, "RSA", "ip:127.0.0.1");
    try (ScriptedSmtp server = new ScriptedSmtp(security, own.server())) {
      assertThat(send(server.port(), security, own.client())).isEqualTo(Verdict.delivered());
      assertThat(server.heard).containsSubsequence("EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT");
      assertThat(server.heard.contains("STARTTLS")).isEqualTo(security == Security.STARTTLS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STARTTLS, ip:127.0.0.1, false, unable to find valid certification path to requested target",
    "IMPLICIT, ip:127.0.0.1, false, unable to find valid certification path to requested target",
    "STARTTLS, ip:127.0.0.2, true, No subject alternative names matching IP address 127.0.0.1 found",
    "IMPLICIT, ip:127.0.0.2, true, No subject alternative names matching IP address 127.0.0.1 found",
  })
  void anotherIsToldNothing(Security security, String host, boolean trusted, String why)
      throws Exception {
    SampleCertificate own = SampleCertificate.of(folder, "RSA", host);
    try (ScriptedSmtp server = new ScriptedSmtp(security, own.server())) {
      Verdict verdict = send(server.port(), security, trusted ? own.client() : null);
      assertThat(verdict.outcome()).isEqualTo("unreachable");
      assertThat(verdict.gone()).isFalse();
      assertThat(verdict.error()).isEqualTo("the mail server's certificate is not trusted: " + why);
      assertThat(server.heard).isSubsetOf("EHLO", "STARTTLS");
    }
  }

  /**
   * @param trust null: as everywhere
   */
  private static Verdict send(int port, Security security, @Nullable SSLContext trust) {
    SmtpSettings settings =
        new SmtpSettings("127.0.0.1", port, "alerts", "word", "alerts@desk.example", security);
    try (MailTransport mail = new MailTransport(settings, null, Duration.ofSeconds(60), trust)) {
      Delivery delivery = Delivery.of("sub_a", List.of(alert("1", "deepseek", 5)), 0, START);
      return mail.send(READER, delivery).join();
    }
  }
}
