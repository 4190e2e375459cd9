package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of the Standard Webhooks specification, by one key. */
final class Signer {
  static final String SHARED = "whsec_";
  static final String PRIVATE = "whsk_";

  private static final Pattern KEY = Pattern.compile("(?:whsec|whsk)_[A-Za-z0-9+/]{20,128}={0,2}");
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  /** A seed of Ed25519; where more follows, it is the public key. */
  private static final int SEED_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final boolean shared;
  private final byte[] key;

  private Signer(boolean shared, byte[] key) {
    this.shared = shared;
    this.key = key;
  }

  /** A new secret of 256 bits, for HMAC. */
  static String newSecret() {
    return SHARED + newKey();
  }

  /** 256 bits that nobody can guess, in base64. */
  static String newKey() {
    byte[] bytes = new byte[SEED_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The signer of a secret.
   *
   * @param secret {@code whsec_} and base64 of 24 to 64 bytes, or {@code whsk_} and base64 of a
   *     seed of 32, the public key behind it or not
   * @throws IllegalArgumentException if it is neither; the message does not repeat it
   */
  static Signer of(String secret) {
    if (!KEY.matcher(secret).matches()) {
      throw refused();
    }
    boolean shared = secret.startsWith(SHARED);
    byte[] key;
    try {
      key = Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1));
    } catch (IllegalArgumentException e) {
      throw refused();
    }
    boolean right =
        shared
            ? key.length >= LEAST_BYTES && key.length <= MOST_BYTES
            : key.length == SEED_BYTES || key.length == 2 * SEED_BYTES;
    if (!right) {
      throw refused();
    }
    return new Signer(shared, shared ? key : Arrays.copyOf(key, SEED_BYTES));
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "a secret is whsec_ and base64 of 24 to 64 bytes, or whsk_ and base64 of 32 or 64");
  }

  /**
   * One entry of {@code webhook-signature}.
   *
   * @param seconds {@code webhook-timestamp}
   */
  String sign(String id, long seconds, byte[] body) {
    byte[] head = (id + '.' + seconds + '.').getBytes(UTF_8);
    try {
      byte[] signature = shared ? hmac(head, body) : ed25519(head, body);
      return (shared ? "v1," : "v1a,") + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java from 17 on knows these algorithms", e);
    }
  }

  private byte[] hmac(byte[] head, byte[] body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update(head);
    return mac.doFinal(body);
  }

  private byte[] ed25519(byte[] head, byte[] body) throws GeneralSecurityException {
    PrivateKey secret =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(secret);
    signature.update(head);
    signature.update(body);
    return signature.sign();
  }
}
