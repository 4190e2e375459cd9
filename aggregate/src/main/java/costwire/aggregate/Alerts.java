package costwire.aggregate;

import costwire.stream.Topic;
import java.time.Duration;

/** The topic of alerts, keyed by company id. */
public final class Alerts {
  public static final Topic<Alert> TOPIC =
      Topic.keptFor("costwire.alerts", Alert.class, Duration.ofDays(90));

  private Alerts() {}
}
