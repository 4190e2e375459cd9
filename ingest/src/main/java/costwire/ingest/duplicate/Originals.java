package costwire.ingest.duplicate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The earlier articles that an article is like, in the order of their dates.
 *
 * @param readAt when the last of them was told, in milliseconds since the epoch
 * @param meetings those that stand
 */
public record Originals(long readAt, List<Meeting> meetings) {
  private static final Comparator<Meeting> EARLIEST_FIRST =
      Comparator.comparingLong(Meeting::at)
          .thenComparing(Meeting::earlier)
          .thenComparing(Meeting::band);

  static final Originals NONE = new Originals(0, List.of());

  public Originals {
    meetings = List.copyOf(meetings);
  }

  /** With what one band says of one article in the place of what it said before. */
  Originals after(Meeting told, long time) {
    List<Meeting> all = new ArrayList<>(meetings);
    all.removeIf(known -> known.earlier().equals(told.earlier()) && known.band() == told.band());
    if (told.stands()) {
      all.add(told);
    }
    all.sort(EARLIEST_FIRST);
    return new Originals(Math.max(readAt, time), all);
  }

  @JsonIgnore
  boolean isEmpty() {
    return meetings.isEmpty();
  }

  /** The earliest. */
  Optional<Meeting> first() {
    return meetings.stream().findFirst();
  }
}
