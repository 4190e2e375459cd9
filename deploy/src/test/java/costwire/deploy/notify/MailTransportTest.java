package costwire.deploy.notify;

import static costwire.deploy.notify.NotifyRig.START;
import static costwire.deploy.notify.NotifyRig.alert;
import static costwire.deploy.notify.NotifyRig.saying;
import static costwire.deploy.notify.NotifyRig.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import costwire.aggregate.Alert;
import costwire.deploy.SmtpSettings;
import costwire.deploy.SmtpSettings.Security;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail as a real server gets it. */
class MailTransportTest {
  private static final URI ROOT = URI.create("https://desk.example/costwire/");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Subscription READER = reading("reader@paper.example", null);

  @TempDir Path folder;

  private GreenMail server;

  @BeforeEach
  void start() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    // It would give itself two seconds, which a machine may pause.
    setup.setServerStartupTimeout(PATIENCE.toMillis());
    server = new GreenMail(setup);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static Subscription reading(String to, Deliver.@Nullable Digest digest) {
    return subscription("sub_a")
        .delivering(new Deliver(null, new Deliver.Email(to, digest, "a secret"), null));
  }

  private static SmtpSettings at(int port, Security tls) {
    return new SmtpSettings("127.0.0.1", port, null, null, "Costwire <alerts@desk.example>", tls);
  }

  private static Verdict send(
      SmtpSettings settings, @Nullable URI root, Subscription subscription, Delivery delivery) {
    try (MailTransport mail = new MailTransport(settings, root, PATIENCE, null)) {
      return mail.send(subscription, delivery).join();
    }
  }

  private Verdict send(Subscription subscription, Delivery delivery) {
    return send(at(server.getSmtp().getPort(), Security.NONE), ROOT, subscription, delivery);
  }

  private static Delivery delivery(Alert... alerts) {
    return Delivery.of("sub_a", List.of(alerts), 0, START);
  }

  private MimeMessage got() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String part(MimeMessage mail, int number, String type) throws Exception {
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(number).getContentType()).isEqualToIgnoringCase(type);
    return ((String) parts.getBodyPart(number).getContent()).replace("\r\n", "\n");
  }

  private static String text(MimeMessage mail) throws Exception {
    return part(mail, 0, "text/plain; charset=UTF-8");
  }

  private static String html(MimeMessage mail) throws Exception {
    return part(mail, 1, "text/html; charset=UTF-8");
  }

  @Test
  void comesAsTextAndAsHtmlWithAWayToLeave() throws Exception {
    Delivery delivery = delivery(saying("1", "DéepSeek", "DéepSeek spent 5 million dollars."));
    assertThat(send(READER, delivery)).isEqualTo(Verdict.delivered());

    MimeMessage mail = got();
    URI leave = Unsubscribing.link(ROOT, READER);
    assertThat(mail.getSubject()).isEqualTo("Costwire: DéepSeek");
    assertThat(mail.getFrom())
        .extracting(String::valueOf)
        .containsExactly("Costwire <alerts@desk.example>");
    assertThat(mail.getAllRecipients())
        .extracting(String::valueOf)
        .containsExactly("reader@paper.example");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(START));
    assertThat(mail.getMessageID()).isEqualTo("<" + delivery.id() + "@desk.example>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Unsubscribe", null).replaceAll("\\s", ""))
        .isEqualTo("<" + leave + ">");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(text(mail))
        .isEqualTo(
            """
            DéepSeek
            - DéepSeek spent 5 million dollars.

            --\s
            You get this through the subscription 'Desk sub_a'.
            Unsubscribe: %s
            """
                .replace("%s", String.valueOf(leave)));
    assertThat(html(mail))
        .contains("<li dir=\"auto\">DéepSeek spent 5 million dollars.</li>")
        .contains("<a href=\"https://desk.example/costwire/#/company/deepseek\">DéepSeek</a>")
        .contains("<a href=\"" + String.valueOf(leave).replace("&", "&amp;") + "\">Unsubscribe</a>")
        .contains("content=\"light dark\"");
  }

  @Test
  void linksToNothingWhereNobodyCanReachUs() throws Exception {
    send(at(server.getSmtp().getPort(), Security.NONE), null, READER, delivery(alert("1", "x", 5)));
    MimeMessage mail = got();
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
    assertThat(text(mail) + html(mail)).doesNotContain("href", "://");
  }

  @Test
  void theSameMessageSentAgainHasTheSameId() throws Exception {
    Delivery first = delivery(alert("1", "deepseek", 5));
    Attempt failed = new Attempt(START.plusSeconds(9), 0, "cut");
    assertThat(send(READER, first)).isEqualTo(Verdict.delivered());
    assertThat(send(READER, first.tried(failed, Delivery.State.PENDING, START.plusSeconds(10))))
        .isEqualTo(Verdict.delivered());
    MimeMessage[] both = server.getReceivedMessages();
    assertThat(both).hasSize(2);
    assertThat(both[0].getMessageID()).isEqualTo(both[1].getMessageID());
    assertThat(both[0].getSentDate()).isEqualTo(both[1].getSentDate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=https://spy.example/p.png onerror=alert(1)>",
        "Acme\r\nBcc: other@paper.example\r\n\r\n<script>alert(1)</script>",
        "Acme\nX-Evil: 1",
        "\r\n.\r\nMAIL FROM:<evil@x.example>\r\n",
        "\"><script>fetch('https://spy.example')</script>",
        "&lt;script&gt; &amp; \u202egpj.exe \u2028 \u0000 \u0085 end",
        "=?UTF-8?B?PHNjcmlwdD4=?=\r\n\tX-Evil: 1",
      })
  void whatArticlesSayStaysText(String hostile) throws Exception {
    assertThat(send(READER, delivery(saying("1", hostile, hostile))))
        .isEqualTo(Verdict.delivered());

    MimeMessage mail = got();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getRecipients(RecipientType.BCC)).isNull();
    assertThat(mail.getHeader("X-Evil")).isNull();
    assertThat(mail.getSubject()).startsWith("Costwire: ").doesNotContain("\n", "\r", "\u202e");
    String html = html(mail);
    assertThat(
            html.replaceAll("</?(html|head|meta|title|body|h2|ul|li|p|a|hr|small)\\b[^<>]*>", ""))
        .as("nothing but our own elements")
        .doesNotContain("<img", "<script")
        .matches("(?s)<!DOCTYPE html>[^<>]*");
    assertThat(text(mail).lines().filter(line -> line.startsWith("- "))).hasSize(1);
    assertThat(text(mail) + html).doesNotContain("\u202e", "\u2028", "\u0000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example>\r\nRCPT TO:<c@d.example",
        "a@b.example, c@d.example",
        "a@b.example c@d.example",
        "nobody",
        "",
      })
  void anAddressThatIsMoreOrLessThanOneGetsNothing(String to) {
    Verdict verdict = send(reading(to, null), delivery(alert("1", "deepseek", 5)));
    assertThat(verdict.isDelivered()).isFalse();
    assertThat(verdict.gone()).isTrue();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 421 too busy, unreachable, false",
    "CONNECT, 554 no service, unreachable, false",
    "MAIL, 451 try later, failing, false",
    "MAIL, 550 5.7.1 who are you, refused, false",
    "RCPT, 450 4.2.1 greylisted, failing, false",
    "RCPT, 452 4.2.2 mailbox full, failing, false",
    "RCPT, 552 5.2.2 mailbox full, refused, false",
    "RCPT, 550 5.7.1 no relay, refused, false",
    "RCPT, 550 5.1.1 no such user, refused, true",
    "RCPT, 550 no such user, refused, true",
    "RCPT, 551 5.1.6 has moved, refused, true",
    "RCPT, 553 5.1.3 no address, refused, true",
    "DATA, 451 try later, failing, false",
    "END, 451 try later, failing, false",
    "END, 554 5.7.1 spam, refused, false",
    "END, 550 5.1.1 no such user, refused, false",
  })
  void refusalsMeanWhatTheyMean(String step, String answer, String outcome, boolean gone)
      throws IOException {
    try (ScriptedSmtp scripted = new ScriptedSmtp(step, answer)) {
      Verdict verdict =
          send(at(scripted.port(), Security.NONE), ROOT, READER, delivery(alert("1", "x", 5)));
      assertThat(verdict.isDelivered()).isFalse();
      assertThat(verdict.error()).contains(answer.substring(0, 3)).hasLineCount(1);
      assertThat(verdict.outcome()).isEqualTo(outcome);
      assertThat(verdict.gone()).isEqualTo(gone);
    }
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 550 5.1.1 <reader@paper.example>: no such user", "MAIL, 450 a@b.example"})
  void whyItWasRefusedNamesNobody(String step, String answer) throws IOException {
    try (ScriptedSmtp scripted = new ScriptedSmtp(step, answer)) {
      Verdict verdict =
          send(at(scripted.port(), Security.NONE), ROOT, READER, delivery(alert("1", "x", 5)));
      assertThat(verdict.error()).contains(answer.substring(0, 3)).doesNotContain("@");
    }
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Verdict verdict = send(at(free, Security.NONE), ROOT, READER, delivery(alert("1", "x", 5)));
    assertThat(verdict.outcome()).isEqualTo("unreachable");
    assertThat(verdict.gone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "EHLO", "RCPT", "END"})
  void aServerThatFallsSilentIsGivenUp(String step) throws IOException {
    try (ScriptedSmtp scripted = new ScriptedSmtp(step, "");
        MailTransport mail =
            new MailTransport(
                at(scripted.port(), Security.NONE), ROOT, Duration.ofMillis(200), null)) {
      Verdict verdict = mail.send(READER, delivery(alert("1", "x", 5))).join();
      assertThat(verdict.outcome()).isEqualTo("unreachable");
      assertThat(verdict.gone()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"STARTTLS", "IMPLICIT"})
  void aServerWithoutTheTlsThatIsWantedGetsNoMail(Security wanted) throws IOException {
    try (ScriptedSmtp plain = new ScriptedSmtp("NONE", "")) {
      Verdict verdict =
          send(at(plain.port(), wanted), ROOT, READER, delivery(alert("1", "deepseek", 5)));
      assertThat(verdict.isDelivered()).isFalse();
      assertThat(plain.heard).doesNotContain("MAIL", "AUTH", "DATA");
    }
  }

  @ParameterizedTest
  @CsvSource({"right, true", "wrong, false"})
  void saysWhoItIs(String password, boolean taken) {
    server.setUser("alerts@desk.example", "alerts", "right");
    SmtpSettings settings =
        new SmtpSettings(
            "127.0.0.1",
            server.getSmtp().getPort(),
            "alerts",
            password,
            "alerts@desk.example",
            Security.NONE);
    Verdict verdict = send(settings, ROOT, READER, delivery(alert("1", "deepseek", 5)));
    assertThat(verdict.isDelivered()).isEqualTo(taken);
    assertThat(verdict.gone()).isFalse();
    assertThat(server.getReceivedMessages()).hasSize(taken ? 1 : 0);
  }

  @Test
  void aDigestIsOneMailByCompany() throws Exception {
    Subscription reader = reading("reader@paper.example", Deliver.Digest.HOURLY);
    try (NotifyRig rig = new NotifyRig(folder)) {
      rig.subscribe(reader);
      for (int i = 0; i < 7; i++) {
        rig.tell(alert("n" + i, i % 2 == 0 ? "openai" : "deepseek", i + 1));
        rig.pass(Duration.ofMinutes(7));
      }
      assertThat(rig.sent).isEmpty();
      rig.pass(Duration.ofMinutes(12));
      assertThat(rig.sent).hasSize(1);
      assertThat(send(reader, rig.sent.get(0).delivery())).isEqualTo(Verdict.delivered());
    }
    assertThat(got().getSubject()).isEqualTo("Costwire: 7 alerts");
    assertThat(text(got()))
        .startsWith(
            """
            OPENAI
            - openai is told to have spent 1 million dollars.
            - openai is told to have spent 3 million dollars.
            - openai is told to have spent 5 million dollars.
            - openai is told to have spent 7 million dollars.

            DEEPSEEK
            - deepseek is told to have spent 2 million dollars.
            - deepseek is told to have spent 4 million dollars.
            - deepseek is told to have spent 6 million dollars.

            """);
  }

  @Test
  void aTestSaysWhatItIs() throws Exception {
    send(READER, Delivery.test("sub_a", START, START));
    assertThat(got().getSubject()).isEqualTo("Costwire: test of 'Desk sub_a'");
    assertThat(text(got())).startsWith("This is a test.");
    assertThat(html(got())).contains("<p>This is a test.");
  }

  @Test
  void aReaderWhoIsThereNoMoreIsAskedOnce() {
    try (NotifyRig rig = new NotifyRig(folder)) {
      rig.subscribe(READER);
      rig.receiver("sub_a", NotifyRig.always(Verdict.gone("the mail server answered 550 no")));
      rig.tell(alert("1", "deepseek", 5));
      rig.pass(Duration.ofHours(10));
      assertThat(rig.sent).hasSize(1);
      assertThat(rig.disabled())
          .singleElement()
          .satisfies(after -> assertThat(after.disabledWhy()).contains("answered 550 no"));
    }
  }
}
