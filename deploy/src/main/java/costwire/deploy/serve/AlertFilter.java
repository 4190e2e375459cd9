package costwire.deploy.serve;

import costwire.aggregate.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; null: any.
 *
 * @param since of changes at or after
 */
record AlertFilter(Alert.@Nullable Kind kind, @Nullable Instant since) {
  boolean allows(Alert alert) {
    return (kind == null || kind == alert.kind()) && (since == null || !alert.at().isBefore(since));
  }
}
