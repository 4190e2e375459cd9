package costwire.deploy.serve;

import costwire.aggregate.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are asked for; null: any.
 *
 * @param company a company id
 * @param since of changes at or after
 */
record AlertFilter(@Nullable String company, Alert.@Nullable Kind kind, @Nullable Instant since) {
  boolean allows(Alert alert) {
    return (company == null || company.equals(alert.companyId()))
        && (kind == null || kind == alert.kind())
        && (since == null || !alert.at().isBefore(since));
  }
}
