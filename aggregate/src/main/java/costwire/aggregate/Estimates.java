package costwire.aggregate;

import costwire.stream.Topic;

/** The topic of estimates, keyed by company id. */
public final class Estimates {
  public static final Topic<Estimate> TOPIC = Topic.compacted("costwire.estimates", Estimate.class);

  private Estimates() {}
}
