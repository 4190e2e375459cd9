package costwire.extract;

import costwire.stream.Topic;
import java.time.Duration;

/** The topic of claims, keyed by company id. */
public final class Claims {
  public static final Topic<Claim> TOPIC =
      Topic.keptFor("costwire.claims", Claim.class, Duration.ofDays(365));

  private Claims() {}
}
