package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a feed's publisher wants it to be polled, as its last listing said: kept, because a feed that
 * did not change does not say so again.
 *
 * @param ttl how long it may be kept without asking again; null if it does not say
 * @param skipHours hours of the day in UTC, 0 to 23, at which nobody need ask
 * @param skipDays days of the week in UTC at which nobody need ask
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Wishes(
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration ttl,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays) {
  public Wishes {
    SortedSet<Integer> hours = new TreeSet<>(skipHours == null ? Set.of() : skipHours);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    days.addAll(skipDays == null ? Set.of() : skipDays);
    if (!hours.isEmpty() && (hours.first() < 0 || hours.last() > 23)) {
      throw new IllegalArgumentException("hours of the day are 0 to 23");
    }
    skipHours = Collections.unmodifiableSortedSet(hours);
    skipDays = Collections.unmodifiableSet(days);
  }

  /** Null if it wishes for nothing. */
  public static @Nullable Wishes of(Listing listing) {
    boolean none =
        listing.ttl() == null && listing.skipHours().isEmpty() && listing.skipDays().isEmpty();
    return none ? null : new Wishes(listing.ttl(), listing.skipHours(), listing.skipDays());
  }
}
