package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids and fingerprints: the same article has the same id wherever and whenever it is read. */
public final class ArticleId {
  /** 96 bits: no two articles of the world's news will share one. */
  private static final int BYTES = 12;

  private ArticleId() {}

  /**
   * The id of the article at an address; the same for its AMP and print pages, with and without
   * what says who sent the reader.
   */
  public static String of(URI url) {
    return digest(Variants.key(url));
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
