package costwire.aggregate.alert;

import costwire.extract.Claim;
import org.jspecify.annotations.Nullable;

/** What is remembered of a company beside the estimates that are compared. */
public interface Memory {
  /** How its lines stood at their last alerts. */
  Told told();

  /** A claim that stands; null for others. */
  @Nullable Claim claim(String id);

  /**
   * How often a voice was told as new: more than once if it was withdrawn in between.
   *
   * @param voice as in {@link AlertRules.Decision#voices}
   */
  int timesTold(String voice);
}
