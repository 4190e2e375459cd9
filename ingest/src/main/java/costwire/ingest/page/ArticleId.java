package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ids and fingerprints: the same article has the same id wherever and whenever it is read. */
public final class ArticleId {
  /** 96 bits: no two articles of the world's news will share one. */
  private static final int BYTES = 12;

  /** Parameters that say who sent the reader, not what is read. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|ref|ref_src|cmpid"
              + "|ocid|ito|smid|sh|share|xtor|wt_mc|spm|guce_.*|guccounter)(=.*)?");

  private ArticleId() {}

  /** The id of the article at an address; the same with and without tracking parameters. */
  public static String of(URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    int port = url.getPort();
    boolean usual = port < 0 || port == 80 || port == 443;
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceFirst("/+$", "");
    String query =
        url.getRawQuery() == null
            ? ""
            : Arrays.stream(url.getRawQuery().split("&"))
                .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
                .collect(Collectors.joining("&"));
    return digest(host + (usual ? "" : ":" + port) + path + (query.isEmpty() ? "" : "?" + query));
  }

  /** The id of an article that has no address. */
  public static String of(String title, String text) {
    return digest(title + "\n\n" + text);
  }

  /** A short fingerprint: 24 hexadecimal digits of SHA-256. */
  public static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
