package costwire.deploy.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription is told: by one of the three.
 *
 * @param feed nothing is sent; its Atom feed has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deliver(@Nullable Webhook webhook, @Nullable Email email, @Nullable Feed feed) {
  public Deliver {
    int ways = (webhook == null ? 0 : 1) + (email == null ? 0 : 1) + (feed == null ? 0 : 1);
    if (ways != 1) {
      throw new IllegalArgumentException("deliver must be one of webhook, email and feed");
    }
  }

  /** Whether anything is sent at all. */
  boolean isSent() {
    return feed == null;
  }

  /**
   * A receiver of our posts, by the Standard Webhooks specification.
   *
   * @param secret {@code whsec_} or, for signatures by Ed25519, {@code whsk_}, and base64
   * @param previousSecret signs too while the receiver changes over; null: none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Webhook(
      URI url, String secret, @Nullable String previousSecret, @Nullable Format format) {
    public Webhook {
      Objects.requireNonNull(secret, "a webhook needs a secret");
      if (url == null || url.getRawAuthority() == null) {
        throw new IllegalArgumentException("a webhook needs an address with a host");
      }
    }

    Format formatOrStandard() {
      return format == null ? Format.STANDARD : format;
    }

    /** The receiver's host: what comes after it may be a secret too. */
    URI origin() {
      return URI.create(url.getScheme() + "://" + url.getRawAuthority() + "/");
    }

    /** Keeps its secrets to itself. */
    @Override
    public String toString() {
      return "webhook at " + origin();
    }
  }

  /** What a receiver understands. */
  public enum Format {
    /** Our own JSON. */
    @JsonProperty("standard")
    STANDARD,
    @JsonProperty("slack")
    SLACK,
    @JsonProperty("discord")
    DISCORD,
    @JsonProperty("ntfy")
    NTFY
  }

  /**
   * A reader of mail.
   *
   * @param to one address
   * @param digest how much goes into one mail; null: as with other messages
   * @param secret what links by which a reader ends it are made from, made by the server and never
   *     shown; null: nothing, and there are no links
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Email(String to, @Nullable Digest digest, @Nullable String secret) {
    public Email {
      Objects.requireNonNull(to, "mail needs an address");
    }

    public Email(String to, @Nullable Digest digest) {
      this(to, digest, null);
    }

    /** Keeps the secret to itself, and who its reader is. */
    @Override
    public String toString() {
      return digest == null ? "mail" : "mail, " + digest;
    }
  }

  /** All companies' alerts of a time in one mail. */
  public enum Digest {
    @JsonProperty("hourly")
    HOURLY,
    @JsonProperty("daily")
    DAILY
  }

  /** Nothing to be set. */
  public record Feed() {}
}
