package costwire.aggregate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import costwire.extract.Affiliations.Member;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the claims about one company add up to. A function of the claims alone: the same claims in
 * any order give the same bytes.
 *
 * @param updatedAt the date of the newest claim that moved it; null if none bears a date
 * @param asOf claims published after this instant are left out; null: none are
 * @param group what the company belongs to and what belongs to it; null where the catalogue knows
 *     of nothing. No line holds another company's costs: a group's are its companies' lines side by
 *     side
 * @param lines one for each (model or null, scope), ordered by model, then scope
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Estimate(
    String company,
    String companyId,
    @Nullable Instant updatedAt,
    @Nullable Instant asOf,
    @Nullable Group group,
    List<Line> lines) {
  public Estimate {
    lines = List.copyOf(lines);
  }

  /** As it is published: each line lists {@link Evidence#MOST} claims at most. */
  public Estimate published() {
    return with(lines.stream().map(Line::published).toList());
  }

  /** The same without some of its lines. */
  public Estimate only(Predicate<Line> shown) {
    return with(lines.stream().filter(shown).toList());
  }

  private Estimate with(List<Line> others) {
    return new Estimate(company, companyId, updatedAt, asOf, group, others);
  }

  /**
   * A company's place among others, at the time of the estimate.
   *
   * @param parent null if it belongs to none
   * @param subsidiaries in the order of their ids
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Group(@Nullable Member parent, List<Member> subsidiaries) {
    public Group {
      subsidiaries = List.copyOf(subsidiaries);
    }
  }

  /**
   * One thing that cost money.
   *
   * @param model null for what is said of no model in particular
   * @param usd 10th, 50th and 90th percentile in US dollars; null where nothing in dollars supports
   *     one
   * @param modes where the posterior peaks, in US dollars, the least first; empty unless it has
   *     several peaks with a valley of half their height between them and a tenth of the
   *     probability each
   * @param spread highest over lowest independent figure, at least 1; null with fewer than one
   *     figure
   * @param ways every way to reckon the cost from chips and hours that the claims allow
   * @param findings what does not add up
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Line(
      @Nullable String model,
      Scope scope,
      @Nullable Interval usd,
      List<BigDecimal> modes,
      @Nullable Stated stated,
      @Nullable Implied implied,
      Agreement agreement,
      @Nullable BigDecimal spread,
      List<Evidence> evidence,
      List<Moment> history,
      List<Way> ways,
      List<Finding> findings) {
    public Line {
      evidence = List.copyOf(evidence);
      history = List.copyOf(history);
      // An estimate that was kept from before has none of these.
      modes = modes == null ? List.of() : List.copyOf(modes);
      ways = ways == null ? List.of() : List.copyOf(ways);
      findings = findings == null ? List.of() : List.copyOf(findings);
    }

    private Line published() {
      return evidence.size() <= Evidence.MOST
          ? this
          : new Line(
              model,
              scope,
              usd,
              modes,
              stated,
              implied,
              agreement,
              spread,
              evidence.subList(0, Evidence.MOST),
              history,
              ways,
              findings);
    }
  }

  /** Low, best and high of one figure; the unit is the holder's. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Interval(
      @Nullable BigDecimal low, @Nullable BigDecimal best, @Nullable BigDecimal high) {}

  /**
   * What is said, in US dollars.
   *
   * @param claims independent pieces of evidence
   * @param claimants who differ among them
   * @param mentions claims in all, repetitions included
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Stated(
      @Nullable BigDecimal low,
      @Nullable BigDecimal best,
      @Nullable BigDecimal high,
      int claims,
      int claimants,
      int mentions) {}

  /** What chips x hours x price comes to, in US dollars. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Implied(
      BigDecimal low,
      BigDecimal best,
      BigDecimal high,
      @Nullable String chip,
      @Nullable BigDecimal chips,
      @Nullable BigDecimal hours,
      @Nullable BigDecimal chipHours,
      @Nullable Interval ratePerHour) {}

  /** How far the independent figures agree. */
  public enum Agreement {
    @JsonProperty("consistent")
    CONSISTENT,
    @JsonProperty("disputed")
    DISPUTED,
    @JsonProperty("contradicted")
    CONTRADICTED,
    @JsonProperty("single-source")
    SINGLE_SOURCE
  }

  /**
   * A claim and what it weighs.
   *
   * @param claim its id
   * @param weight 0 to 1: 1 for an independent voice that counts in full, 0 for a repetition
   * @param voice whose figure it tells, such as {@code deepseek: 294000 USD}: the same for all
   *     mentions of one voice; null for what enters no sum
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Evidence(String claim, BigDecimal weight, @Nullable String voice) {
    /** Claims that a published line lists, those that weigh most first; its counts tell of all. */
    public static final int MOST = 200;

    /** Whether it leads a voice that counts. */
    public boolean counts() {
      return weight.signum() > 0;
    }
  }

  /** The estimate as it stood at a moment. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Moment(Instant at, BigDecimal low, BigDecimal best, BigDecimal high) {}
}
