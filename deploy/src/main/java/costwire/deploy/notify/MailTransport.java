package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.SmtpSettings;
import costwire.deploy.SmtpSettings.Security;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Hands messages as mail to the operator's own server, on threads of its own. */
public final class MailTransport implements Transport, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final SmtpSettings settings;
  private final @Nullable URI root;
  private final Session session;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(Lanes.MOST_OF_ONE, MailTransport::thread);

  /**
   * @param root where people reach the server, ending in a slash; null: mails link to nothing
   */
  public MailTransport(SmtpSettings settings, @Nullable URI root) {
    this(settings, root, Notify.TIMEOUT, null);
  }

  /**
   * @param patience with each answer of the server
   * @param trust whose certificates are taken; null: those that the JDK takes
   */
  MailTransport(
      SmtpSettings settings, @Nullable URI root, Duration patience, @Nullable SSLContext trust) {
    this.settings = settings;
    this.root = root;
    Properties properties = properties(settings, patience);
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust.getSocketFactory());
      // Whom this trust refuses, another may not take.
      properties.put("mail.smtp.socketFactory.fallback", "false");
    }
    this.session = Session.getInstance(properties);
  }

  private static Properties properties(SmtpSettings settings, Duration patience) {
    Properties properties = new Properties();
    String millis = String.valueOf(patience.toMillis());
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", String.valueOf(settings.port()));
    properties.setProperty(
        "mail.smtp.connectiontimeout",
        String.valueOf(Math.min(CONNECT.toMillis(), patience.toMillis())));
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
    boolean starts = settings.tls() == Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starts));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(starts));
    properties.setProperty(
        "mail.smtp.ssl.enable", String.valueOf(settings.tls() == Security.IMPLICIT));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "costwire-mail");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public CompletableFuture<Verdict> send(Subscription subscription, Delivery delivery) {
    try {
      return CompletableFuture.supplyAsync(() -> hand(subscription, delivery), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(Verdict.failed("unreachable", "closing"));
    }
  }

  /** There is one server: while it hangs, mail waits and nothing else. */
  @Override
  public String lane(Subscription subscription) {
    return "mail";
  }

  private Verdict hand(Subscription subscription, Delivery delivery) {
    try {
      MimeMessage mail = mail(subscription, delivery);
      try (jakarta.mail.Transport smtp = session.getTransport("smtp")) {
        smtp.connect(settings.user(), settings.password());
        smtp.sendMessage(mail, mail.getAllRecipients());
      }
      return Verdict.delivered();
    } catch (MessagingException e) {
      return SmtpAnswer.verdict(e);
    }
  }

  private MimeMessage mail(Subscription subscription, Delivery delivery) throws MessagingException {
    URI leave = root == null ? null : Unsubscribing.link(root, subscription);
    Letter letter = Letter.of(subscription, delivery, root, leave);
    InternetAddress from = new InternetAddress(settings.from(), true);
    MimeMessage mail = new Numbered(session, delivery.id(), from);
    mail.setFrom(from);
    mail.setRecipient(Message.RecipientType.TO, reader(subscription));
    mail.setSubject(letter.subject(), UTF_8.name());
    mail.setSentDate(Date.from(delivery.createdAt()));
    // No machine is to answer, so that none answers itself.
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (leave != null) {
      mail.setHeader("List-Unsubscribe", "<" + leave + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8.name(), "html");
    mail.setContent(new MimeMultipart("alternative", text, html));
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress reader(Subscription subscription) throws MessagingException {
    Deliver.Email email = Objects.requireNonNull(subscription.deliver().email(), "a reader's mail");
    return new InternetAddress(email.to(), true);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Bears the message's own id: one that is sent twice is known to be the same. */
  private static final class Numbered extends MimeMessage {
    private final String id;

    Numbered(Session session, String id, InternetAddress from) {
      super(session);
      String address = from.getAddress();
      this.id = "<" + id + address.substring(address.lastIndexOf('@')) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
