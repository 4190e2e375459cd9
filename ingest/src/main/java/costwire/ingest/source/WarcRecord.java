package costwire.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * A record cut out of an archive.
 *
 * @param start where it begins
 * @param next where reading goes on after it
 * @param header null if it could not be read
 * @param block its bytes, as many as are kept; of a broken record also its header's
 * @param cut whether the block is longer than what is kept of it
 * @param fault why it cannot be read; null if it can
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record WarcRecord(
    Spot start,
    Spot next,
    @Nullable WarcHeader header,
    byte[] block,
    boolean cut,
    @Nullable String fault) {
  static WarcRecord broken(Spot start, Spot next, byte[] bytes, String fault) {
    return new WarcRecord(start, next, null, bytes, false, fault);
  }
}
