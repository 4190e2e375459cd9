package costwire.aggregate.evidence;

import costwire.extract.Claim;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * That a claim tells something, and since when.
 *
 * @param claim its id
 * @param at null where it bears no date
 */
public record Mention(String claim, @Nullable Instant at) implements Comparable<Mention> {
  private static final Comparator<Mention> EARLIEST_FIRST =
      Comparator.<Mention, @Nullable Instant>comparing(
              Mention::at, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Mention::claim, MemoryShelf::compare);

  /** Seconds from here to the earliest instant that Java knows, and as many digits to the last. */
  private static final long EPOCH = 200_000_000_000_000_000L;

  private static final int BILLION = 1_000_000_000;
  private static final String UNDATED = "~";

  static Mention of(Claim claim) {
    return new Mention(claim.id(), claim.publishedAt());
  }

  /** A date as a part of a key: the earlier first, none last. */
  static String key(@Nullable Instant at) {
    return at == null ? UNDATED : (at.getEpochSecond() + EPOCH) + "" + (at.getNano() + BILLION);
  }

  /** The date that was made a part of a key. */
  static @Nullable Instant date(String key) {
    if (key.equals(UNDATED)) {
      return null;
    }
    int seconds = key.length() - 10;
    return Instant.ofEpochSecond(
        Long.parseLong(key.substring(0, seconds)) - EPOCH,
        Long.parseLong(key.substring(seconds)) - BILLION);
  }

  @Override
  public int compareTo(Mention other) {
    return EARLIEST_FIRST.compare(this, other);
  }
}
