package costwire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where hubs reach us, and what only a hub that we asked can know. Whoever asks hubs and whoever
 * answers them need the same one.
 *
 * @param callback public address, ending in a slash; hubs are given one of our own below it for
 *     each feed
 * @param key what tokens and secrets are made from; never given away
 */
public record WebSub(URI callback, String key) {
  /** Where below the public address the hubs' addresses are. */
  public static final String PATH = "websub/";

  private static final String HMAC = "HmacSHA256";
  private static final int NAME_BYTES = 16;

  public WebSub {
    if (!callback.toString().endsWith("/") || key.isBlank()) {
      throw new IllegalArgumentException("a public address ends in a slash and needs a key");
    }
  }

  /**
   * The last part of the address that a feed's hub is given: a name for the feed, and a proof that
   * the name is ours, so that nobody's guess need be looked up.
   */
  public String token(String feed) {
    byte[] name = Arrays.copyOf(hmac("feed", feed.getBytes(UTF_8)), NAME_BYTES);
    byte[] token = Arrays.copyOf(name, 2 * NAME_BYTES);
    System.arraycopy(hmac("token", name), 0, token, NAME_BYTES, NAME_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Whether a token is one of ours, whatever feed it is for. */
  public boolean isOurs(String token) {
    if (!token.matches("[A-Za-z0-9_-]{43}")) {
      return false;
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    byte[] name = Arrays.copyOf(bytes, NAME_BYTES);
    byte[] proof = Arrays.copyOfRange(bytes, NAME_BYTES, bytes.length);
    return MessageDigest.isEqual(proof, Arrays.copyOf(hmac("token", name), NAME_BYTES));
  }

  /** The address that a feed's hub is given. */
  public URI callback(String feed) {
    return callback.resolve(PATH + token(feed));
  }

  /** What a feed's hub signs with, in hexadecimal digits. */
  public String secret(String feed) {
    return HexFormat.of().formatHex(hmac("secret", feed.getBytes(UTF_8)));
  }

  private byte[] hmac(String purpose, byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), HMAC));
      mac.update((purpose + "\n").getBytes(UTF_8));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  /** Says nothing of the key: this may be logged. */
  @Override
  public String toString() {
    return "WebSub at " + callback;
  }
}
