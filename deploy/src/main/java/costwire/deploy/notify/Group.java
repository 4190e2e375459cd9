package costwire.deploy.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import costwire.aggregate.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Alerts that wait for their message to leave.
 *
 * @param first when the first of them came
 * @param last when the last did
 * @param alerts in the order they came
 * @param more that came after there were enough
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Group(Instant first, Instant last, List<Alert> alerts, int more) {
  /** More than anybody reads in one message. */
  static final int MOST_ALERTS = 50;

  Group {
    alerts = List.copyOf(alerts);
  }

  static Group of(Alert alert, Instant at) {
    return new Group(at, at, List.of(alert), 0);
  }

  Group and(Alert alert, Instant at) {
    if (alerts.size() >= MOST_ALERTS) {
      return new Group(first, at, alerts, more + 1);
    }
    List<Alert> longer = new ArrayList<>(alerts);
    longer.add(alert);
    return new Group(first, at, longer, more);
  }
}
