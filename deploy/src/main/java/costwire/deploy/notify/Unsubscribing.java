package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Links by which a reader of mail ends a subscription. Their keys are made from the subscription
 * itself, so that every instance knows them, and from its address, so that the links of a former
 * reader do not hold for the next.
 */
public final class Unsubscribing {
  /** Where the links lead, from the server's root. */
  public static final String PATH = "unsubscribe";

  private static final String HMAC = "HmacSHA256";

  private Unsubscribing() {}

  /**
   * The link.
   *
   * @param root where people reach the server; ends in a slash
   * @return null if the subscription has no links
   */
  public static @Nullable URI link(URI root, Subscription subscription) {
    String key = key(subscription);
    return key == null
        ? null
        : root.resolve(PATH + "?subscription=" + subscription.id() + "&key=" + key);
  }

  /** Whether a link with this key may end the subscription. */
  public static boolean holds(Subscription subscription, String key) {
    String right = key(subscription);
    return right != null && MessageDigest.isEqual(right.getBytes(UTF_8), key.getBytes(UTF_8));
  }

  private static @Nullable String key(Subscription subscription) {
    Deliver.Email email = subscription.deliver().email();
    String secret = email == null ? null : email.secret();
    if (email == null || secret == null) {
      return null;
    }
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
      byte[] key = mac.doFinal((subscription.id() + '\0' + email.to()).getBytes(UTF_8));
      return HexFormat.of().formatHex(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows " + HMAC, e);
    }
  }
}
