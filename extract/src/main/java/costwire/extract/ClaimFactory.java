package costwire.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.extract.claim.Draft;
import costwire.extract.entity.Amount;
import costwire.extract.rate.Rate;
import costwire.extract.rate.Rates;
import costwire.ingest.Article;
import java.math.BigDecimal;
import java.math.MathContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives a drafted claim its identity, its place in the article and its value in dollars. */
final class ClaimFactory {
  /** Half a 128-bit hash: a billion claims collide with a chance of one in a million million. */
  private static final int ID_BYTES = 12;

  /** More would feign a precision that no yearly mean has. */
  private static final MathContext DIGITS = new MathContext(6);

  private final Rates rates;

  ClaimFactory(Rates rates) {
    this.rates = rates;
  }

  /**
   * A claim as it is told.
   *
   * @param locale the language, with the script where that tells whose money is meant
   */
  Claim claim(Article article, String language, String locale, Draft draft) {
    Amount amount = draft.amount();
    boolean inTitle = draft.passage().inTitle();
    String field = inTitle ? article.title() : article.text();
    int start = draft.passage().startOf(amount);
    int end = draft.passage().endOf(amount);
    String unit = Extractor.unit(amount, locale, article.publisher());
    String chip = draft.chip() == null ? null : draft.chip().id();
    String identity =
        String.join(
            "\u001f",
            article.id(),
            inTitle ? "title" : "text",
            Integer.toString(start),
            field.substring(start, end),
            amount.measure().name(),
            text(amount.low()),
            text(amount.best()),
            text(amount.high()),
            unit,
            amount.bound().name(),
            text(amount.per()),
            text(chip),
            text(draft.company()),
            text(draft.model()),
            text(draft.claimant()),
            draft.scope().name(),
            draft.stance().name(),
            // Another context may leave a claim as it is and yet less sure: it weighs less then.
            Double.toString(confidence(draft)));
    return new Claim(
        hash(identity),
        article.id(),
        article.url(),
        article.publisher(),
        article.publishedAt(),
        language,
        article.title(),
        inTitle ? "title" : "text",
        start,
        end,
        field.substring(start, end),
        draft.passage().sentence().text(),
        amount.measure(),
        amount.low(),
        amount.best(),
        amount.high(),
        unit,
        amount.bound(),
        amount.per(),
        chip,
        draft.company(),
        draft.model(),
        draft.claimant(),
        draft.scope(),
        draft.stance(),
        slug(draft.company()),
        dollars(article, amount, unit),
        confidence(draft),
        Extractor.VERSION,
        null,
        false);
  }

  /** The sum at the rate of the article's day; at the newest rate known where it bears no date. */
  private @Nullable Dollars dollars(Article article, Amount amount, String unit) {
    if (amount.measure() != Measure.COST) {
      return null;
    }
    Instant at = article.publishedAt() != null ? article.publishedAt() : article.fetchedAt();
    LocalDate day = at == null ? LocalDate.MAX : LocalDate.ofInstant(at, ZoneOffset.UTC);
    return rates
        .at(unit, day)
        .map(
            rate ->
                new Dollars(
                    times(amount.low(), rate),
                    times(amount.best(), rate),
                    times(amount.high(), rate),
                    rate.usd(),
                    rate.date()))
        .orElse(null);
  }

  private static @Nullable BigDecimal times(@Nullable BigDecimal figure, Rate rate) {
    return figure == null
        ? null
        : new BigDecimal(
            figure.multiply(rate.usd()).round(DIGITS).stripTrailingZeros().toPlainString());
  }

  private static double confidence(Draft draft) {
    return Math.round(100 * draft.confidence()) / 100.0;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** The company's id: its name in small ASCII letters, or in its own script where it has none. */
  static String slug(@Nullable String company) {
    if (company == null) {
      return Claim.UNATTRIBUTED;
    }
    String plain = Normalizer.normalize(company, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? Claim.UNATTRIBUTED : slug;
  }

  private static String hash(String identity) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
