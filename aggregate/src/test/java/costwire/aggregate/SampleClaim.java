package costwire.aggregate;

import com.fasterxml.jackson.core.type.TypeReference;
import costwire.extract.Bound;
import costwire.extract.Claim;
import costwire.extract.Dollars;
import costwire.extract.Measure;
import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims as tests want them: DeepSeek's, on a training run of R1, unless told otherwise. */
public final class SampleClaim {
  private final String id;
  private final Measure measure;
  private String unit;
  private String article;
  private @Nullable String publisher = "example.com";
  private @Nullable Instant at = Instant.parse("2025-09-18T12:00:00Z");
  private String sentence;
  private @Nullable BigDecimal low;
  private @Nullable BigDecimal best;
  private @Nullable BigDecimal high;
  private Bound bound = Bound.EXACT;
  private @Nullable String per;
  private @Nullable String chip;
  private @Nullable String company = "DeepSeek";
  private @Nullable String model = "DeepSeek-R1";
  private @Nullable String claimant;
  private Scope scope = Scope.TRAINING_RUN;
  private Stance stance = Stance.ASSERTED;
  private @Nullable BigDecimal rate = BigDecimal.ONE;
  private double confidence = 1;
  private @Nullable String original;
  private String quote = "";

  private SampleClaim(String id, Measure measure, String unit) {
    this.id = id;
    this.measure = measure;
    this.unit = unit;
    this.article = "article-" + id;
    this.sentence = "sentence of " + id;
  }

  public static SampleClaim cost(String id) {
    return new SampleClaim(id, Measure.COST, "USD");
  }

  public static SampleClaim chips(String id, @Nullable String chip) {
    SampleClaim claim = new SampleClaim(id, Measure.CHIPS, "chips");
    claim.chip = chip;
    return claim;
  }

  public static SampleClaim hours(String id) {
    return new SampleClaim(id, Measure.DURATION, "hours");
  }

  public static SampleClaim chipHours(String id, @Nullable String chip) {
    SampleClaim claim = new SampleClaim(id, Measure.CHIP_HOURS, "chip-hours");
    claim.chip = chip;
    return claim;
  }

  public SampleClaim exactly(String figure) {
    return figures(Bound.EXACT, figure, figure, figure);
  }

  public SampleClaim about(String figure) {
    return figures(Bound.ABOUT, null, figure, null);
  }

  public SampleClaim atLeast(String figure) {
    return figures(Bound.AT_LEAST, figure, null, null);
  }

  public SampleClaim atMost(String figure) {
    return figures(Bound.AT_MOST, null, null, figure);
  }

  public SampleClaim between(String least, String most) {
    return figures(Bound.RANGE, least, null, most);
  }

  private SampleClaim figures(
      Bound kind, @Nullable String least, @Nullable String figure, @Nullable String most) {
    bound = kind;
    low = least == null ? null : new BigDecimal(least);
    best = figure == null ? null : new BigDecimal(figure);
    high = most == null ? null : new BigDecimal(most);
    return this;
  }

  /** In another currency; a null rate: none is known. */
  public SampleClaim in(String currency, @Nullable String dollars) {
    unit = currency;
    rate = dollars == null ? null : new BigDecimal(dollars);
    return this;
  }

  public SampleClaim by(@Nullable String who) {
    claimant = who;
    return this;
  }

  public SampleClaim printedBy(@Nullable String outlet) {
    publisher = outlet;
    return this;
  }

  public SampleClaim article(String other, String words) {
    article = other;
    sentence = words;
    return this;
  }

  /** Where in its sentence the amount stands. */
  public SampleClaim quoted(String amount) {
    quote = amount;
    return this;
  }

  /** Told by an article that is a copy of another. */
  public SampleClaim copyOf(@Nullable String other) {
    original = other;
    return this;
  }

  public SampleClaim on(@Nullable String date) {
    at = date == null ? null : Instant.parse(date + "T12:00:00Z");
    return this;
  }

  public SampleClaim about(@Nullable String whose, @Nullable String which, Scope what) {
    company = whose;
    model = which;
    scope = what;
    return this;
  }

  public SampleClaim scope(Scope other) {
    scope = other;
    return this;
  }

  public SampleClaim stance(Stance other) {
    stance = other;
    return this;
  }

  public SampleClaim per(@Nullable String unitOfRate, @Nullable String ofChip) {
    per = unitOfRate;
    chip = ofChip;
    return this;
  }

  public SampleClaim confidence(double other) {
    confidence = other;
    return this;
  }

  public Claim build() {
    boolean money = measure == Measure.COST && rate != null;
    return new Claim(
        id,
        article,
        "https://example.com/" + article,
        publisher,
        at,
        "en",
        "title",
        "text",
        sentence.indexOf(quote),
        sentence.indexOf(quote) + quote.length(),
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
        company == null ? Claim.UNATTRIBUTED : company.toLowerCase(Locale.ROOT),
        money ? dollars(rate) : null,
        confidence,
        "test",
        original,
        false);
  }

  /** The claim as another article makes it, or the same again. */
  static Claim under(String id, String article, Claim claim) {
    Map<String, @Nullable Object> fields =
        Json.mapper().convertValue(claim, new TypeReference<>() {});
    fields.put("id", id);
    fields.put("articleId", article);
    fields.put("retracted", false);
    fields.computeIfPresent("duplicateOf", (field, of) -> of.equals(article) ? null : of);
    return Json.mapper().convertValue(fields, Claim.class);
  }

  private Dollars dollars(@Nullable BigDecimal one) {
    BigDecimal factor = one == null ? BigDecimal.ONE : one;
    return new Dollars(
        low == null ? null : low.multiply(factor),
        best == null ? null : best.multiply(factor),
        high == null ? null : high.multiply(factor),
        factor,
        LocalDate.parse("2025-09-18"));
  }
}
