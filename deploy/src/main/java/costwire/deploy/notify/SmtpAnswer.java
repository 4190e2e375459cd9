package costwire.deploy.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What a server for mail means by its refusals. */
final class SmtpAnswer {
  private static final int LASTING = 500;
  private static final int MOST_WORDS = 200;

  /** There is no such reader, or it has moved. A mailbox that is full (552) may be emptied. */
  private static final Set<Integer> NO_READER = Set.of(550, 551, 553);

  /** Enhanced codes X.7.X are about us and what we write, not about the reader. */
  private static final Pattern POLICY = Pattern.compile("\\A5\\d\\d[ -]5\\.7\\.");

  private static final Pattern ADDRESS = Pattern.compile("(?<![^\\s<>])[^\\s<>@]*@[^\\s<>]*");

  private SmtpAnswer() {}

  static Verdict verdict(MessagingException fault) {
    if (fault instanceof AddressException) {
      return Verdict.gone("no mail address: " + brief(fault));
    }
    SMTPAddressFailedException reader = find(fault, SMTPAddressFailedException.class);
    if (reader != null) {
      boolean gone =
          NO_READER.contains(reader.getReturnCode())
              && !POLICY.matcher(String.valueOf(reader.getMessage())).find();
      return gone ? Verdict.gone(answered(reader)) : refused(reader.getReturnCode(), reader);
    }
    SMTPSendFailedException refusal = find(fault, SMTPSendFailedException.class);
    if (refusal != null) {
      return refused(refusal.getReturnCode(), refusal);
    }
    String doubt = doubt(fault);
    if (doubt != null) {
      String words = "the mail server's certificate is not trusted: ";
      return Verdict.failed("unreachable", words + line(doubt));
    }
    return find(fault, AuthenticationFailedException.class) != null
        ? Verdict.failed("refused", "the mail server does not know us: " + brief(fault))
        : Verdict.failed("unreachable", "the mail server cannot be reached: " + brief(fault));
  }

  /** Why its certificate was not taken, in the JDK's words; null if it was not that. */
  private static @Nullable String doubt(Throwable fault) {
    boolean doubted = false;
    Throwable last = fault;
    for (Throwable at = fault; at != null; at = at.getCause()) {
      doubted |= at instanceof CertificateException;
      last = at;
    }
    return doubted ? String.valueOf(last.getMessage()) : null;
  }

  private static Verdict refused(int code, MessagingException fault) {
    return Verdict.failed(code >= LASTING ? "refused" : "failing", answered(fault));
  }

  private static String answered(MessagingException fault) {
    return "the mail server answered " + brief(fault);
  }

  /** Faults have causes, and others beside them. */
  private static <T extends Exception> @Nullable T find(@Nullable Exception fault, Class<T> type) {
    for (Exception at = fault; at != null; at = next(at)) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }

  private static @Nullable Exception next(Exception fault) {
    return fault instanceof MessagingException mail ? mail.getNextException() : null;
  }

  /** A line of it, fit for all to read: what a server says may be long, and repeat who is meant. */
  private static String brief(MessagingException fault) {
    String words = String.valueOf(fault.getMessage());
    Exception cause = fault.getNextException();
    if (cause instanceof IOException && cause.getMessage() != null) {
      words += ": " + cause.getMessage();
    }
    return line(words);
  }

  private static String line(String words) {
    String line = ADDRESS.matcher(words).replaceAll("…").replaceAll("\\s+", " ").strip();
    return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "…";
  }
}
