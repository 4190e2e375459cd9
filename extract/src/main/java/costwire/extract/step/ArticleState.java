package costwire.extract.step;

import costwire.extract.Claim;
import java.util.List;

/**
 * The version of an article that was read last.
 *
 * @param readAt its record's time, in milliseconds since the epoch
 * @param fingerprint of what the claims depend on; empty for a withdrawn article
 * @param claims what it said
 */
public record ArticleState(long readAt, String fingerprint, List<Claim> claims) {
  public ArticleState {
    claims = List.copyOf(claims);
  }

  /**
   * Whether the other version supersedes this one. Time decides, and among versions of one instant
   * the fingerprint, so that the order of arrival never does.
   */
  boolean isSupersededBy(long otherReadAt, String otherFingerprint) {
    return otherReadAt > readAt
        || (otherReadAt == readAt && otherFingerprint.compareTo(fingerprint) > 0);
  }
}
