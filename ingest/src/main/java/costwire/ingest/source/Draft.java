package costwire.ingest.source;

import costwire.ingest.Reading;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thing cut out of its source and not yet understood, which any thread may do.
 *
 * @param place where it stood
 * @param work understands it; gives null where it is no article and need not be one, such as a
 *     picture in an archive
 * @param original its bytes
 * @param next where reading goes on after it
 * @param consumed bytes of the source that were needed up to here
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Draft(
    String place, Supplier<@Nullable Reading> work, byte[] original, Spot next, long consumed) {
  private static final byte[] NOTHING = {};

  /** A reading that needs no work. */
  static Draft of(Reading reading) {
    return new Draft(reading.place(), () -> reading, NOTHING, Spot.START, 0);
  }

  /** One bad page must not cost the others. */
  @Nullable Reading read() {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError e) {
      return new Reading.Refused(place, "the reader fails on it: " + e.getClass().getSimpleName());
    }
  }
}
