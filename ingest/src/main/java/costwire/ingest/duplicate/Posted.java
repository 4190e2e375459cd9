package costwire.ingest.duplicate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The version of an article that was posted last.
 *
 * @param readAt its record's time, in milliseconds since the epoch
 * @param fingerprint of what its links depend on; empty for a withdrawn article
 * @param at the date under which it is posted, in milliseconds since the epoch
 * @param bands names of its bands by number; none if it was withdrawn or is too short
 */
public record Posted(long readAt, String fingerprint, long at, List<Long> bands) {
  static final Posted NEVER = new Posted(Long.MIN_VALUE, "", 0, List.of());

  public Posted {
    bands = List.copyOf(bands);
  }

  /** As for claims: time decides, among versions of one instant the fingerprint. */
  boolean isSupersededBy(long otherReadAt, String otherFingerprint) {
    return otherReadAt > readAt
        || (otherReadAt == readAt && otherFingerprint.compareTo(fingerprint) > 0);
  }

  Posted readAgainAt(long time) {
    return new Posted(time, fingerprint, at, bands);
  }

  /** Whether the article stands in the band of the number under that name. */
  boolean isIn(int band, @Nullable Long name) {
    return band < bands.size() && bands.get(band).equals(name);
  }
}
