package costwire.ingest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was read: its entries, and how its publisher wants it to be polled.
 *
 * @param title as plain text; null if it has none
 * @param language ISO 639-1 code; null if it states none
 * @param entries in the feed's own order
 * @param others further feeds it is made of, such as the sitemaps of a sitemap index; most have
 *     none
 * @param ttl how long it may be kept without asking again; null if it does not say
 * @param skipHours hours of the day in UTC, 0 to 23, at which nobody need ask
 * @param skipDays days of the week in UTC at which nobody need ask
 * @param hub address of a WebSub hub that tells of changes, http or https; null if it names none
 * @param self what the feed calls its own address, which is the topic to ask the hub for; null if
 *     it does not say
 */
public record Listing(
    @Nullable String title,
    @Nullable String language,
    List<FeedEntry> entries,
    List<String> others,
    @Nullable Duration ttl,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    @Nullable String hub,
    @Nullable String self) {
  public Listing {
    entries = List.copyOf(entries);
    others = List.copyOf(others);
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
    if (skipHours.stream().anyMatch(hour -> hour < 0 || hour > 23)) {
      throw new IllegalArgumentException("hours of the day are 0 to 23");
    }
  }

  /** A feed that says nothing about itself. */
  public static Listing of(List<FeedEntry> entries) {
    return new Listing(null, null, entries, List.of(), null, Set.of(), Set.of(), null, null);
  }
}
