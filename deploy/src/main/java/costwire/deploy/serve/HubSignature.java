package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a WebSub hub signs its messages with: {@code X-Hub-Signature: method=hexadecimal}. */
final class HubSignature {
  static final String HEADER = "X-Hub-Signature";

  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private static final int MAX_HEADER = 200;

  private HubSignature() {}

  /**
   * Whether the signature is the body's, in the same time however much of it is right.
   *
   * @param header as sent; null if it was not
   */
  static boolean holds(@Nullable String header, String secret, byte[] body) {
    if (header == null || header.length() > MAX_HEADER || header.indexOf('=') < 0) {
      return false;
    }
    String[] parts = header.strip().split("=", 2);
    String method = METHODS.get(parts[0].toLowerCase(Locale.ROOT));
    if (method == null) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance(method);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), method));
      return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(parts[1]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + method, e);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
