package costwire.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import costwire.extract.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change in what is known of one line, worth telling somebody. The alerts of a line are a chain:
 * each begins where the last one ended.
 *
 * @param id the same for the same change; that of a new voice does not depend on what else came
 *     with it
 * @param at when the newest of the claims behind it was written to its topic
 * @param before how the line stood at its last alert; null if there was no such line
 * @param after how it stands; null if there is no such line any more
 * @param reason a sentence in English
 * @param claimIds the claims that made the change, first those that weigh most
 * @param subscriptionId whom it is for; null: whom it may concern
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Alert(
    String id,
    Instant at,
    String companyId,
    String company,
    Kind kind,
    Line line,
    @Nullable State before,
    @Nullable State after,
    String reason,
    List<String> claimIds,
    @Nullable String subscriptionId) {
  public Alert {
    claimIds = List.copyOf(claimIds);
  }

  /** The same, for one subscription. */
  public Alert to(String subscription) {
    return new Alert(
        id, at, companyId, company, kind, line, before, after, reason, claimIds, subscription);
  }

  /** What has changed, in the order in which the alerts of one change are told. */
  public enum Kind {
    /** Claims that counted are withdrawn, and nobody else tells what they told. */
    @JsonProperty("claim-retracted")
    CLAIM_RETRACTED,
    /** An independent voice counts that was not heard before. */
    @JsonProperty("new-claim")
    NEW_CLAIM,
    /** The median is further from what was last told than a share of it. */
    @JsonProperty("estimate-moved")
    ESTIMATE_MOVED,
    /** The median has passed a round figure. */
    @JsonProperty("threshold-crossed")
    THRESHOLD_CROSSED,
    /** The voices agreed, and do no longer. */
    @JsonProperty("dispute-opened")
    DISPUTE_OPENED,
    /** The voices differed, and do no longer. */
    @JsonProperty("dispute-settled")
    DISPUTE_SETTLED,
    /** A subscription is told no more, since its receiver takes nothing; not of the claims. */
    @JsonProperty("subscription-disabled")
    SUBSCRIPTION_DISABLED
  }

  /**
   * Which line of the company's estimate.
   *
   * @param model null for none in particular
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Line(@Nullable String model, Scope scope) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.<Line, @Nullable String>comparing(
                Line::model, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Line::scope);

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * How a line stands.
   *
   * @param usd as in the line; null where nothing in dollars supports one
   * @param voices independent ones that count, of dollars, chips and hours
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record State(Estimate.@Nullable Interval usd, Estimate.Agreement agreement, int voices) {}
}
