package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's WebSub hub told us, as whoever answers at the public address wrote it down.
 *
 * @param answeredAt when the hub last gave, refused or ended a lease; null: never
 * @param leaseUntil until when it tells us of changes; null: it does not
 * @param denied why it gives no lease, in its words; null if it gave none of them
 * @param pushedAt when it last told us of a change; null: never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Push(
    @Nullable Instant answeredAt,
    @Nullable Instant leaseUntil,
    @Nullable String denied,
    @Nullable Instant pushedAt) {
  /** A hub that never said a word. */
  public static final Push NONE = new Push(null, null, null, null);

  /** It gave a lease. */
  public Push granted(Instant at, Instant until) {
    return new Push(after(at, answeredAt), until, null, pushedAt);
  }

  /** It gives no lease, or ends the one it gave. */
  public Push denied(Instant at, String why) {
    return new Push(after(at, answeredAt), null, why, pushedAt);
  }

  /** It was told to stop, or another hub is asked instead. */
  public Push ended(Instant at) {
    return new Push(after(at, answeredAt), null, null, pushedAt);
  }

  /** It told of a change. */
  public Push pushed(Instant at) {
    return new Push(answeredAt, leaseUntil, denied, after(at, pushedAt));
  }

  public boolean isLive(Instant now) {
    return leaseUntil != null && now.isBefore(leaseUntil);
  }

  /** What is newer of the two, each of lease and push by itself; null if there is neither. */
  static @Nullable Push newer(@Nullable Push one, @Nullable Push other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    Push lease = isBefore(one.answeredAt, other.answeredAt) ? other : one;
    Push push = isBefore(one.pushedAt, other.pushedAt) ? other : one;
    return new Push(lease.answeredAt, lease.leaseUntil, lease.denied, push.pushedAt);
  }

  /** Whoever writes last must count as last, though its clock be behind another's. */
  private static Instant after(Instant at, @Nullable Instant last) {
    return last == null || at.isAfter(last) ? at : last.plusMillis(1);
  }

  private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
    return other != null && (one == null || one.isBefore(other));
  }
}
