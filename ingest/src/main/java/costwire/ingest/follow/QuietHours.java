package costwire.ingest.follow;

import costwire.ingest.Wishes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The hours and days at which a feed's publisher wants to be asked nothing. */
final class QuietHours {
  private static final int WEEK = 7 * 24;

  private QuietHours() {}

  /** The first moment from this one on that is not quiet; this one if all of them are. */
  static Instant after(@Nullable Wishes wishes, Instant due) {
    if (wishes == null) {
      return due;
    }
    OffsetDateTime hour = due.atOffset(ZoneOffset.UTC);
    for (int i = 0; i < WEEK; i++) {
      boolean quiet =
          wishes.skipHours().contains(hour.getHour())
              || wishes.skipDays().contains(hour.getDayOfWeek());
      if (!quiet) {
        return hour.toInstant();
      }
      hour = hour.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return due;
  }
}
