package costwire.aggregate.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.extract.Bound;
import costwire.extract.Claim;
import costwire.extract.Dollars;
import costwire.stream.CloudEvents;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a claim the arithmetic looks at. Claims that are alike in it are one piece. */
final class Essence {
  private Essence() {}

  /**
   * The claim without words and places.
   *
   * @param outlet who printed it first: its own outlet, or its story's
   * @param quote what stands for it: {@link Apposition#ONE_SUM}, or nothing
   * @param sum what stands for its sentence: the dollars that it tells, or that stand beside it
   */
  static Claim of(Claim claim, String outlet, String quote, String sum) {
    return new Claim(
        claim.id(),
        claim.articleId(),
        null,
        outlet,
        claim.publishedAt(),
        null,
        null,
        "",
        0,
        0,
        quote,
        sum,
        claim.measure(),
        claim.low(),
        claim.best(),
        claim.high(),
        claim.unit(),
        claim.bound(),
        claim.per(),
        claim.chip(),
        null,
        null,
        claim.claimant(),
        claim.scope(),
        claim.stance(),
        claim.companyId(),
        claim.usd(),
        claim.confidence(),
        "",
        null,
        false);
  }

  /** Who prints it: the outlet, or the article where the outlet is not known. */
  static String outlet(Claim claim) {
    String publisher = claim.publisher();
    return publisher == null || publisher.isBlank()
        ? "article " + claim.articleId()
        : fold(publisher);
  }

  static String fold(@Nullable String name) {
    return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
  }

  /** A name of the piece that the claim belongs to on its line. */
  static String piece(Claim essence) {
    Dollars usd = essence.usd();
    String facts =
        Stream.of(
                essence.measure(),
                plain(essence.low()),
                plain(essence.best()),
                plain(essence.high()),
                essence.unit(),
                essence.bound() == Bound.ABOUT,
                essence.per(),
                essence.chip(),
                fold(essence.claimant()),
                essence.stance(),
                usd == null ? null : plain(usd.low()),
                usd == null ? null : plain(usd.best()),
                usd == null ? null : plain(usd.high()),
                usd == null || essence.unit().equals("USD") ? null : usd.rateDate(),
                essence.quote(),
                essence.sentence(),
                outlet(essence))
            .map(String::valueOf)
            .collect(Collectors.joining("\0"));
    return CloudEvents.id(facts.getBytes(UTF_8));
  }

  private static @Nullable String plain(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.stripTrailingZeros().toString();
  }
}
