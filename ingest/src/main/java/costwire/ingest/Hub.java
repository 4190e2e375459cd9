package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The WebSub hub that a feed names, and how we stand with it: the follower's side of it. What the
 * hub says is a {@link Push}.
 *
 * @param url address of the hub, http or https
 * @param topic what it is asked for: the feed's own name for itself, or its address
 * @param askedAt when it was last asked for a lease; null: never
 * @param askAgainAt when it may be asked next; null: at any time
 * @param tries how often in a row it was asked and gave no lease
 * @param lastError why it did not take our last request, in words; null if it did
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Hub(
    String url,
    String topic,
    @Nullable Instant askedAt,
    @Nullable Instant askAgainAt,
    int tries,
    @Nullable String lastError) {
  private static final Duration FIRST_REST = Duration.ofMinutes(10);
  private static final Duration LONGEST_REST = Duration.ofDays(1);
  private static final int MAX_DOUBLINGS = 8;

  public Hub {
    Objects.requireNonNull(url, "a hub needs an address");
    Objects.requireNonNull(topic, "a hub is asked for a topic");
    if (tries < 0) {
      throw new IllegalArgumentException("tries cannot be negative");
    }
  }

  /** A hub that is not asked before this moment. */
  public static Hub found(String url, String topic, Instant askAgainAt) {
    return new Hub(url, topic, null, askAgainAt, 0, null);
  }

  /** Whether it is asked the same as the other. */
  public boolean asksLike(Hub other) {
    return url.equals(other.url) && topic.equals(other.topic);
  }

  public boolean mayBeAsked(Instant now) {
    return askAgainAt == null || !now.isBefore(askAgainAt);
  }

  /** It is asked now; unless it gives a lease it is asked again after twice as long each time. */
  public Hub asked(Instant now) {
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(tries, MAX_DOUBLINGS));
    Duration capped = rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    return new Hub(url, topic, now, now.plus(capped), tries + 1, lastError);
  }

  /** It gave a lease. */
  public Hub granted() {
    return new Hub(url, topic, askedAt, null, 0, null);
  }

  /**
   * How it took our last request.
   *
   * @param fault why it did not; null if it did
   * @param notBefore when it may be asked again at the earliest; null: as planned
   */
  public Hub answered(@Nullable String fault, @Nullable Instant notBefore) {
    boolean later = notBefore != null && askAgainAt != null && notBefore.isAfter(askAgainAt);
    return new Hub(url, topic, askedAt, later ? notBefore : askAgainAt, tries, fault);
  }
}
