package costwire.ingest.duplicate;

/**
 * What an article learns in a band: that it is like an earlier one, or is so no longer.
 *
 * @param earlier the other's id
 * @param at the other's date, in milliseconds since the epoch
 * @param band in which they meet; two articles may meet in several
 * @param similarity 0 to 1
 * @param stands false: what was said before is taken back
 */
public record Meeting(String earlier, long at, int band, double similarity, boolean stands) {}
