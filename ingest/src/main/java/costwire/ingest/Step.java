package costwire.ingest;

import org.jspecify.annotations.Nullable;

/**
 * One step through inputs.
 *
 * @param reading what was read; null where something was passed over that is no article and need
 *     not be one, such as a picture in an archive
 * @param original its bytes, bounded; empty where the reading is no record of a file
 * @param next where to go on after it
 * @param bytes how much of all inputs lies behind, in bytes of the files
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Step(@Nullable Reading reading, byte[] original, Mark next, long bytes) {}
