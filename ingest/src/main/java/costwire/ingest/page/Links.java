package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as the web writes them: with spaces, letters of any script and stray percent signs. */
public final class Links {
  private static final Pattern HTTP =
      Pattern.compile("(?i)(https?)://([^/?#]*)(.*)", Pattern.DOTALL);
  private static final String LEGAL = "-._~:/?#@!$&'()*+,;=";
  private static final int MAX_LENGTH = 4_096;

  private Links() {}

  /**
   * @param base what a relative address stands on; null if there is none
   * @return null if it is no http or https address
   */
  public static @Nullable URI resolve(@Nullable URI base, @Nullable String address) {
    if (address == null || address.length() > MAX_LENGTH) {
      return null;
    }
    try {
      URI uri = new URI(escaped(address.strip()));
      URI full = base == null || uri.isAbsolute() ? uri : resolved(base, uri);
      String scheme = full.getScheme();
      boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return http && full.getHost() != null ? full : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  private static URI resolved(URI base, URI relative) throws URISyntaxException {
    // The JDK drops the path where only a query is given.
    String text = relative.toString();
    if (text.startsWith("?")) {
      String whole = base.toString();
      return new URI(whole.replaceFirst("[?#].*", "") + text);
    }
    return base.resolve(relative);
  }

  private static String escaped(String address) {
    Matcher http = HTTP.matcher(address);
    if (!http.matches()) {
      return percented(address);
    }
    return http.group(1).toLowerCase(Locale.ROOT)
        + "://"
        + ascii(http.group(2))
        + percented(http.group(3));
  }

  private static String ascii(String authority) {
    return authority.chars().allMatch(c -> c < 0x80)
        ? authority.toLowerCase(Locale.ROOT)
        : IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
  }

  private static String percented(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().filter(c -> c != '\n' && c != '\r' && c != '\t').forEach(c -> append(out, c));
    // A percent sign that starts no escape stands for itself.
    return out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private static void append(StringBuilder out, int c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || c == '%' || LEGAL.indexOf(c) >= 0) {
      out.appendCodePoint(c);
      return;
    }
    for (byte b : Character.toString(c).getBytes(UTF_8)) {
      out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
    }
  }
}
