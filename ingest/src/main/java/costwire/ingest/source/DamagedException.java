package costwire.ingest.source;

import java.io.IOException;

/** A packed file that cannot be unpacked from here on. The message is one line for the user. */
final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean checksum;

  DamagedException(String reason, boolean checksum) {
    super(reason);
    this.checksum = checksum;
  }

  /** Whether all could be unpacked, and is not what was packed. */
  boolean isChecksum() {
    return checksum;
  }
}
