package costwire.aggregate.reconcile;

import costwire.aggregate.Finding;
import costwire.aggregate.evidence.Figure;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.Price;
import costwire.aggregate.implied.PriceBook;
import costwire.aggregate.implied.Quantity;
import costwire.aggregate.implied.Reckoning;
import costwire.aggregate.posterior.Percentiles;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Costs and chip-hours that imply a price per chip-hour outside the dated band of the price book,
 * and what is likeliest to be missing.
 */
final class PriceBand {
  /** So many times the chip-hours told are another thing that was paid for, not hours left out. */
  private static final BigDecimal ANOTHER_THING = BigDecimal.valueOf(20);

  private final PriceBook book;
  private final Scope scope;
  private final Reckoning implied;
  private final Quantity chipHours;
  private final Price band;

  private PriceBand(
      PriceBook book, Scope scope, Reckoning implied, Quantity chipHours, Price band) {
    this.book = book;
    this.scope = scope;
    this.implied = implied;
    this.chipHours = chipHours;
    this.band = band;
  }

  /** A finding for each of the sums that does not go with the chip-hours. */
  static Stream<Finding> check(
      PriceBook book, Scope scope, List<Voice> sums, @Nullable Reckoning implied) {
    if (implied == null || implied.chipHours() == null || implied.rate() == null) {
      return Stream.empty();
    }
    PriceBand check = new PriceBand(book, scope, implied, implied.chipHours(), implied.rate());
    return sums.stream()
        .map(check::finding)
        .filter(Objects::nonNull)
        .map(found -> Objects.requireNonNull(found));
  }

  private @Nullable Finding finding(Voice voice) {
    Figure figure = voice.figure();
    BigDecimal low = figure.low();
    BigDecimal high = figure.high();
    // A programme pays for more than chip-hours: people, and runs that came to nothing.
    if (low != null && scope != Scope.DEVELOPMENT && isAbove(low)) {
      String missing = tooMuch(low);
      return finding(Finding.Kind.PRICE_ABOVE_BAND, voice, low, missing);
    }
    if (high != null && price(high, chipHours.low()).compareTo(band.low()) < 0) {
      BigDecimal left = chipHours.best().multiply(band.best()).subtract(high);
      String missing = "about " + Wording.dollars(Percentiles.rounded(left)) + " are missing";
      return finding(Finding.Kind.PRICE_BELOW_BAND, voice, high, missing);
    }
    return null;
  }

  private boolean isAbove(BigDecimal cost) {
    return price(cost, chipHours.high()).compareTo(band.high()) > 0;
  }

  private Finding finding(Finding.Kind kind, Voice voice, BigDecimal cost, String missing) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s for %s implies $%s per chip-hour, against %s-%s: %s",
            Wording.sum(voice.figure()),
            work(),
            Wording.rounded(price(cost, chipHours.best())),
            Wording.number(band.low()),
            Wording.number(band.high()),
            missing);
    List<Voice> voices = new ArrayList<>(implied.voices());
    voices.add(voice);
    List<String> claims =
        voices.stream().map(said -> said.lead().id()).distinct().sorted().toList();
    return new Finding(kind, sentence, claims);
  }

  /** {@code 512 H800 and 80 hours}, or {@code 2,790,000 H800 chip-hours}. */
  private String work() {
    BigDecimal chips = implied.chips();
    BigDecimal hours = implied.hours();
    String name = Wording.chip(implied.chip());
    if (chips != null && hours != null && isProduct(chips, hours)) {
      return Wording.number(chips) + " " + name + " and " + Wording.number(hours) + " hours";
    }
    String work = Wording.number(chipHours.best());
    return implied.chip() == null ? work + " chip-hours" : work + " " + name + " chip-hours";
  }

  private boolean isProduct(BigDecimal chips, BigDecimal hours) {
    return chips.multiply(hours).compareTo(chipHours.best()) == 0;
  }

  private String tooMuch(BigDecimal cost) {
    BigDecimal paid = cost.divide(band.best(), MathContext.DECIMAL64);
    if (buysTheChips(cost)) {
      return "the sum buys the chips, it does not rent them";
    }
    if (paid.compareTo(chipHours.best().multiply(ANOTHER_THING)) > 0) {
      return "the sum must cover more than this";
    }
    return "about " + Wording.rounded(paid.subtract(chipHours.best())) + " chip-hours are missing";
  }

  private boolean buysTheChips(BigDecimal cost) {
    BigDecimal chips = implied.chips();
    Price each = book.price(implied.chip(), Price.Kind.PURCHASE, band.from());
    return chips != null
        && each != null
        && cost.compareTo(chips.multiply(each.low())) >= 0
        && cost.compareTo(chips.multiply(each.high())) <= 0;
  }

  private static BigDecimal price(BigDecimal cost, BigDecimal chipHours) {
    return cost.divide(chipHours, MathContext.DECIMAL64);
  }
}
