package costwire.aggregate;

import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.LineKey;
import costwire.aggregate.evidence.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a line's estimate beside the line itself.
 *
 * @param counting when the newest of its voices that count was first heard; null where none bears a
 *     date
 * @param newest when anything new was last said
 * @param beyond whether it looked at the company's other runs, or lines on more than one
 */
record LineNote(@Nullable Instant counting, @Nullable Instant newest, boolean beyond) {
  private static final String NONE = "-";

  /**
   * Of a line that was estimated just now.
   *
   * @param settled its voices, without slips
   */
  static LineNote of(Ledger settled, CompanyEvidence company, LineKey key) {
    return new LineNote(
        settled.all().stream()
            .filter(Voice::counts)
            .map(Voice::firstAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null),
        LineEstimator.newest(company.roll(key)).orElse(null),
        company.looksBeyond());
  }

  static @Nullable LineNote parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String[] words = text.split(" ", -1);
    return new LineNote(instant(words[0]), instant(words[1]), Boolean.parseBoolean(words[2]));
  }

  private static @Nullable Instant instant(String word) {
    return word.equals(NONE) ? null : Instant.parse(word);
  }

  String text() {
    return word(counting) + " " + word(newest) + " " + beyond;
  }

  private static String word(@Nullable Instant instant) {
    return instant == null ? NONE : instant.toString();
  }

  boolean isMoved(LineKey key, Set<LineKey> changed) {
    return CompanyEvidence.isMoved(key, beyond, changed);
  }

  /** When the newest of the voices that count was first heard; of all that is said, where none. */
  static @Nullable Instant updatedAt(List<LineNote> notes) {
    Instant counting = newest(notes, LineNote::counting);
    return counting == null ? newest(notes, LineNote::newest) : counting;
  }

  private static @Nullable Instant newest(
      List<LineNote> notes, Function<LineNote, @Nullable Instant> of) {
    return notes.stream().map(of).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
  }
}
