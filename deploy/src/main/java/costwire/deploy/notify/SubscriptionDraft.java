package costwire.deploy.notify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import costwire.aggregate.Alert;
import costwire.extract.Scope;
import costwire.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner writes it; what is missing has its default. Fields that only the
 * server sets are passed over, so that what it gave can be sent back changed.
 */
@JsonIgnoreProperties({"id", "createdAt", "disabledAt", "disabledWhy"})
public record SubscriptionDraft(
    @Nullable String name,
    @Nullable List<String> companies,
    @Nullable List<String> kinds,
    @Nullable List<String> scopes,
    @Nullable Integer byPercent,
    @Nullable BigDecimal aboveUsd,
    @Nullable BigDecimal belowUsd,
    @Nullable PaceDraft pace,
    @Nullable DeliverDraft deliver) {
  private static final int MOST_ENTRIES = 500;
  private static final int MOST_TEXT = 200;
  private static final int MOST_URL = 2_000;
  private static final int MOST_PERCENT = 1_000_000;
  private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

  /** Of alerts about other things than claims, nobody is told by choosing their kind. */
  private static final Map<String, Alert.Kind> KINDS = Json.words(Alert.Kind.class);

  static {
    KINDS.values().remove(Alert.Kind.SUBSCRIPTION_DISABLED);
  }

  private static final ObjectReader READER =
      Json.mapper()
          .readerFor(SubscriptionDraft.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** {@link Pace}, in the making. */
  public record PaceDraft(
      @Nullable Integer groupSeconds, @Nullable Integer leastMinutes, Pace.@Nullable Quiet quiet) {}

  /** {@link Deliver}, in the making. */
  public record DeliverDraft(
      @Nullable WebhookDraft webhook, @Nullable EmailDraft email, Deliver.@Nullable Feed feed) {}

  /** {@link Deliver.Email}, in the making. */
  public record EmailDraft(@Nullable String to, Deliver.@Nullable Digest digest) {}

  /** {@link Deliver.Webhook}, in the making. */
  public record WebhookDraft(
      @Nullable String url,
      @Nullable String secret,
      @Nullable String previousSecret,
      Deliver.@Nullable Format format) {
    /** Keeps its secrets to itself, of which the address may be one. */
    @Override
    public String toString() {
      return "webhook";
    }
  }

  /**
   * Reads a draft.
   *
   * @throws IllegalArgumentException saying in a line what is wrong
   */
  public static SubscriptionDraft read(byte[] json) {
    try {
      SubscriptionDraft draft = READER.readValue(json);
      if (draft == null) {
        throw new IllegalArgumentException("a subscription is wanted, not null");
      }
      return draft;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(DraftFault.words(e), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a subscription in JSON", e);
    }
  }

  /**
   * The subscription.
   *
   * @param given its id
   * @param before as it was, where it is changed: what is secret and not sent again stays, and
   *     beside a new secret the one that was is the previous one that can be kept; null: it is new
   * @throws IllegalArgumentException saying in a line which field is wrong and what is right
   */
  public Subscription subscription(String given, @Nullable Subscription before, Instant now) {
    return new Subscription(
        given,
        title(),
        ids(),
        choices("kinds", kinds, KINDS),
        choices("scopes", scopes, Json.words(Scope.class)),
        percent(),
        dollars("aboveUsd", aboveUsd),
        dollars("belowUsd", belowUsd),
        paced(),
        delivered(before == null ? null : before.deliver()),
        before == null ? now : before.createdAt(),
        null,
        null);
  }

  private String title() {
    String text = name == null || name.isBlank() ? "Subscription" : name.strip();
    boolean plain = text.codePoints().noneMatch(Character::isISOControl);
    require(text.length() <= MOST_TEXT && plain, "name", "one line of at most 200 characters");
    return text;
  }

  private List<String> ids() {
    List<String> all = companies == null ? List.of() : companies;
    boolean right =
        all.size() <= MOST_ENTRIES
            && all.stream().allMatch(id -> id != null && SLUG.matcher(id).matches());
    require(right, "companies", "a list of company ids such as deepseek, at most 500");
    return all;
  }

  private static <E extends Enum<E>> List<E> choices(
      String field, @Nullable List<String> words, Map<String, E> known) {
    List<String> wanted = words == null ? List.of() : words;
    require(
        known.keySet().containsAll(wanted),
        field,
        "a list of " + String.join(", ", known.keySet()));
    return wanted.stream().distinct().map(word -> Objects.requireNonNull(known.get(word))).toList();
  }

  private @Nullable Integer percent() {
    boolean right = byPercent == null || (byPercent >= 1 && byPercent <= MOST_PERCENT);
    require(right, "byPercent", "a whole number of at least 1");
    return byPercent;
  }

  private static @Nullable BigDecimal dollars(String field, @Nullable BigDecimal amount) {
    boolean right =
        amount == null
            || (amount.signum() > 0
                && amount.precision() - amount.scale() <= 15
                && amount.scale() <= 2);
    require(right, field, "an amount above 0, to the cent");
    return amount;
  }

  private Pace paced() {
    if (pace == null) {
      return Pace.STANDARD;
    }
    Integer group = pace.groupSeconds();
    Integer least = pace.leastMinutes();
    return new Pace(
        group == null ? Pace.STANDARD.groupSeconds() : group,
        least == null ? Pace.STANDARD.leastMinutes() : least,
        pace.quiet());
  }

  private Deliver delivered(@Nullable Deliver before) {
    if (deliver == null) {
      throw wrong("deliver", "one of {\"webhook\":{\"url\"}}, {\"email\":{\"to\"}}, {\"feed\":{}}");
    }
    WebhookDraft draft = deliver.webhook();
    EmailDraft mail = deliver.email();
    return new Deliver(
        draft == null ? null : webhook(draft, before == null ? null : before.webhook()),
        mail == null ? null : mail(mail, before == null ? null : before.email()),
        deliver.feed());
  }

  private static Deliver.Email mail(EmailDraft draft, Deliver.@Nullable Email before) {
    String to = String.valueOf(draft.to());
    require(MAIL.matcher(to).matches(), "deliver.email.to", "one mail address");
    String kept = before == null ? null : before.secret();
    return new Deliver.Email(to, draft.digest(), kept == null ? Signer.newKey() : kept);
  }

  private static Deliver.Webhook webhook(WebhookDraft draft, Deliver.@Nullable Webhook before) {
    String given = draft.secret();
    String own = before == null ? null : before.secret();
    boolean kept = given == null || given.equals(Redacted.SECRET);
    String secret = given != null && !kept ? given : own == null ? Signer.newSecret() : own;
    String previous = draft.previousSecret();
    if (Redacted.SECRET.equals(previous)) {
      previous = before != null && kept ? before.previousSecret() : own;
    }
    check("deliver.webhook.secret", secret);
    if (previous != null) {
      check("deliver.webhook.previousSecret", previous);
    }
    return new Deliver.Webhook(address(draft.url()), secret, previous, draft.format());
  }

  private static void check(String field, String secret) {
    try {
      var unused = Signer.of(secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + field + "': " + e.getMessage(), e);
    }
  }

  private static URI address(@Nullable String url) {
    try {
      URI address = URI.create(String.valueOf(url)).parseServerAuthority();
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (String.valueOf(url).length() <= MOST_URL
          && (scheme.equals("https") || scheme.equals("http"))
          && address.getHost() != null
          && address.getRawUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException | URISyntaxException e) {
      // Refused like one with a wrong scheme.
    }
    throw wrong("deliver.webhook.url", "an http or https address without a user's name");
  }

  private static void require(boolean right, String field, String wanted) {
    if (!right) {
      throw wrong(field, wanted);
    }
  }

  private static IllegalArgumentException wrong(String field, String wanted) {
    return new IllegalArgumentException("'" + field + "' must be " + wanted);
  }
}
