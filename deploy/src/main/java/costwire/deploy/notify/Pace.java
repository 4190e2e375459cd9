package costwire.deploy.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a subscription is told: a burst of alerts about one company in one message.
 *
 * @param groupSeconds a message leaves so long after its first alert at the latest, 0 to 3600
 * @param leastMinutes between two messages, 0 to 10080
 * @param quiet when nothing is sent; null: never
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Pace(int groupSeconds, int leastMinutes, @Nullable Quiet quiet) {
  /** A burst that pauses for as long as this is over. */
  static final Duration LULL = Duration.ofSeconds(5);

  private static final int LONGEST_GROUP = 3_600;
  private static final int LONGEST_REST = 7 * 24 * 60;

  /** A burst within a minute is one message. */
  public static final Pace STANDARD = new Pace(60, 0, null);

  public Pace {
    if (groupSeconds < 0 || groupSeconds > LONGEST_GROUP) {
      throw new IllegalArgumentException("groupSeconds must be between 0 and " + LONGEST_GROUP);
    }
    if (leastMinutes < 0 || leastMinutes > LONGEST_REST) {
      throw new IllegalArgumentException("leastMinutes must be between 0 and " + LONGEST_REST);
    }
  }

  /**
   * Hours of rest.
   *
   * @param from such as 22:00; what waits then leaves at {@code until}
   * @param until may be the next morning's
   * @param zone such as Europe/Athens
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Quiet(String from, String until, String zone) {
    public Quiet {
      try {
        if (LocalTime.parse(from).equals(LocalTime.parse(until))) {
          throw new IllegalArgumentException("quiet.from and quiet.until must differ");
        }
        ZoneId.of(zone);
      } catch (DateTimeException | NullPointerException e) {
        // What reads JSON leaves null what is not there.
        throw new IllegalArgumentException(
            "quiet must have two times such as 22:00 and a zone such as Europe/Athens", e);
      }
    }

    /** The moment itself, or the end of the rest that it falls into. */
    Instant over(Instant moment) {
      ZonedDateTime local = moment.atZone(ZoneId.of(zone));
      LocalTime start = LocalTime.parse(from);
      LocalTime end = LocalTime.parse(until);
      LocalTime now = local.toLocalTime();
      boolean overnight = start.isAfter(end);
      boolean late = !now.isBefore(start);
      boolean early = now.isBefore(end);
      if (overnight ? !late && !early : !late || !early) {
        return moment;
      }
      return local.plusDays(overnight && late ? 1 : 0).with(end).toInstant();
    }
  }

  /**
   * When a message may leave.
   *
   * @param first when its first alert came
   * @param last when its last one did
   * @param before when the subscription's message before it left; null: there was none
   * @param digest of mails; null: none
   */
  Instant leaves(
      Instant first, Instant last, @Nullable Instant before, Deliver.@Nullable Digest digest) {
    Instant latest = first.plusSeconds(groupSeconds);
    Instant lull = last.plus(LULL);
    Instant at = lull.isBefore(latest) ? lull : latest;
    if (digest != null) {
      at = end(first, digest);
    }
    Instant rested = before == null ? at : before.plus(Duration.ofMinutes(leastMinutes));
    at = rested.isAfter(at) ? rested : at;
    return quiet == null ? at : quiet.over(at);
  }

  /** Of the hour, or of the day where the subscription is at home. */
  private Instant end(Instant moment, Deliver.Digest digest) {
    ZonedDateTime local = moment.atZone(ZoneId.of(quiet == null ? "UTC" : quiet.zone()));
    return (digest == Deliver.Digest.HOURLY
            ? local.truncatedTo(ChronoUnit.HOURS).plusHours(1)
            : local.truncatedTo(ChronoUnit.DAYS).plusDays(1))
        .toInstant();
  }
}
