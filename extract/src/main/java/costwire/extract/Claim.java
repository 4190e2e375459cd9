package costwire.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an article says about the compute that somebody used, bought, built, rented or plans.
 *
 * @param id the same for the same words at the same place meaning the same; another otherwise
 * @param title the article's headline
 * @param in {@code title} or {@code text}
 * @param start first UTF-16 unit of the quote in that field
 * @param end one past its last
 * @param quote the amount as written
 * @param low the least the text allows, in {@code unit}; null where it sets no such limit
 * @param best the figure; null for a bound or a range
 * @param high the most the text allows
 * @param unit ISO 4217 code, or what is counted: chips, hours, chip-hours
 * @param per for a rate, what it is paid for: {@code day}, {@code month}, {@code chip-hour} …
 * @param chip canonical chip id; null if the text names none
 * @param company canonical English name of the one whose compute it is; null if nobody in
 *     particular
 * @param claimant whom the article names as the figure's source; null if it states it by itself
 * @param companyId slug of the company, {@link #UNATTRIBUTED} where it is null
 * @param usd the amount in dollars; null for other measures and for currencies without a rate
 * @param confidence 0 to 1
 * @param extractor version of the extractor that read it
 * @param duplicateOf id of the earlier article that this claim's article is a copy of; null if none
 *     is known
 * @param retracted true when the article no longer says so
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Claim(
    String id,
    String articleId,
    @Nullable String url,
    @Nullable String publisher,
    @Nullable Instant publishedAt,
    @Nullable String language,
    @Nullable String title,
    String in,
    int start,
    int end,
    String quote,
    String sentence,
    Measure measure,
    @Nullable BigDecimal low,
    @Nullable BigDecimal best,
    @Nullable BigDecimal high,
    String unit,
    Bound bound,
    @Nullable String per,
    @Nullable String chip,
    @Nullable String company,
    @Nullable String model,
    @Nullable String claimant,
    Scope scope,
    Stance stance,
    String companyId,
    @Nullable Dollars usd,
    double confidence,
    String extractor,
    @Nullable String duplicateOf,
    boolean retracted) {
  /** The key of claims whose company is not known; they move no estimate. */
  public static final String UNATTRIBUTED = "unattributed";

  public Claim {
    require(id != null && !id.isBlank(), "a claim needs an id");
    require(articleId != null && !articleId.isBlank(), "a claim needs its article's id");
    require(measure != null, "a claim needs a measure");
    require(unit != null && !unit.isBlank(), "a claim needs a unit");
    require(bound != null && scope != null && stance != null, "a claim needs bound, scope, stance");
    require(low != null || best != null || high != null, "a claim needs a figure");
    low = plain(low);
    best = plain(best);
    high = plain(high);
    companyId = companyId == null ? UNATTRIBUTED : companyId;
  }

  /** The record that takes this claim back. */
  public Claim retraction() {
    return with(usd, duplicateOf, true);
  }

  /**
   * The same claim of an article that is a copy.
   *
   * @param original id of the article that it is a copy of; null: it is none
   */
  public Claim ofCopy(@Nullable String original) {
    return Objects.equals(original, duplicateOf) ? this : with(usd, original, retracted);
  }

  /** The same claim, worth another sum in dollars. */
  public Claim worth(Dollars dollars) {
    return with(dollars, duplicateOf, retracted);
  }

  private Claim with(@Nullable Dollars dollars, @Nullable String original, boolean takenBack) {
    return new Claim(
        id,
        articleId,
        url,
        publisher,
        publishedAt,
        language,
        title,
        in,
        start,
        end,
        quote,
        sentence,
        measure,
        low,
        best,
        high,
        unit,
        bound,
        per,
        chip,
        company,
        model,
        claimant,
        scope,
        stance,
        companyId,
        dollars,
        confidence,
        extractor,
        original,
        takenBack);
  }

  /** Equal figures are equal bytes: 6E+6 and 6000000.0 become 6000000. */
  private static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
    if (figure == null) {
      return null;
    }
    require(figure.signum() >= 0, "a figure is not negative");
    require(figure.precision() - figure.scale() <= 30, "a figure is below 10^30");
    BigDecimal stripped = figure.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
