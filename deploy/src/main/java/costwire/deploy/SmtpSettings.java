package costwire.deploy;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail: the key {@code smtp} of the configuration.
 *
 * @param user null: the server asks nobody who it is
 * @param password null without a user
 * @param from what stands as the sender, such as {@code Costwire <alerts@desk.example>}
 */
public record SmtpSettings(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    String from,
    Security tls) {
  private static final String HOST = "[A-Za-z0-9.-]{1,253}|[0-9A-Fa-f:]{2,39}";

  public SmtpSettings {
    Config.require(host.matches(HOST), "smtp.host", "a host's name or address");
    Config.require(port >= 1 && port <= Config.MAX_PORT, "smtp.port", "from 1 to 65535");
    Config.require(
        (user == null) == (password == null), "smtp.user and smtp.password", "there, both or none");
    Config.require(
        isAddress(from), "smtp.from", "a mail address such as Costwire <alerts@desk.example>");
  }

  /** How the connection is kept from others. */
  public enum Security {
    /** Plain until both are there, then TLS; a server that has none gets no mail. */
    STARTTLS(587),
    /** TLS from the start. */
    IMPLICIT(465),
    /** Not at all: for a server on this machine. */
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    /** The usual one. */
    int port() {
      return port;
    }

    static Security of(String word) {
      for (Security each : values()) {
        if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
          return each;
        }
      }
      throw new IllegalArgumentException("smtp.tls must be starttls, implicit or none");
    }
  }

  private static boolean isAddress(String text) {
    try {
      return text.codePoints().noneMatch(Character::isISOControl)
          && new InternetAddress(text, true).getAddress().indexOf('@') > 0;
    } catch (AddressException e) {
      return false;
    }
  }

  /** Keeps the password to itself. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
