package costwire.extract.entity;

import costwire.extract.Bound;
import costwire.extract.Measure;
import costwire.extract.catalogue.Chip;
import costwire.extract.number.Quantity;
import java.math.BigDecimal;
import java.util.List;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * A span of tokens that is an amount: of money, chips, time, or chip-hours; or a chip without
 * count.
 *
 * <p>{@code unit} is an ISO code or a currency type still to be resolved, {@code chips}, {@code
 * hours} or {@code chip-hours}; a chip that is only named has no quantity.
 */
public final class Amount extends Span {
  private static final long serialVersionUID = 1;

  private final Measure measure;
  private final transient @Nullable Quantity quantity;
  private final Bound bound;
  private final String unit;
  private final @Nullable String per;
  private final transient @Nullable Chip chip;
  private final transient List<String> doubts;

  private Amount(
      int from,
      int to,
      Measure measure,
      @Nullable Quantity quantity,
      Bound bound,
      String unit,
      @Nullable String per,
      @Nullable Chip chip,
      List<String> doubts) {
    super(from, to, measure.name());
    this.measure = measure;
    this.quantity = quantity;
    this.bound = bound;
    this.unit = unit;
    this.per = per;
    this.chip = chip;
    this.doubts = List.copyOf(doubts);
  }

  static Amount money(int from, int to, Quantity quantity, Bound bound, String currency) {
    return new Amount(from, to, Measure.COST, quantity, bound, currency, null, null, List.of());
  }

  static Amount chips(int from, int to, Quantity quantity, Bound bound, @Nullable Chip chip) {
    return new Amount(from, to, Measure.CHIPS, quantity, bound, "chips", null, chip, List.of());
  }

  static Amount chip(int from, int to, Chip chip) {
    return new Amount(from, to, Measure.CHIPS, null, Bound.EXACT, "chips", null, chip, List.of());
  }

  static Amount hours(int from, int to, Quantity quantity, Bound bound) {
    return new Amount(from, to, Measure.DURATION, quantity, bound, "hours", null, null, List.of());
  }

  static Amount chipHours(int from, int to, Quantity quantity, Bound bound, @Nullable Chip chip) {
    return new Amount(
        from, to, Measure.CHIP_HOURS, quantity, bound, "chip-hours", null, chip, List.of());
  }

  /** The same amount as a rate. */
  public Amount per(@Nullable String unitOfRate) {
    return new Amount(
        getStart(), getEnd(), measure, quantity, bound, unit, unitOfRate, chip, doubts);
  }

  /** The same amount of another chip. */
  public Amount of(@Nullable Chip other) {
    return new Amount(getStart(), getEnd(), measure, quantity, bound, unit, per, other, doubts);
  }

  /** The same sum in a currency that turned out to be meant. */
  public Amount in(String currency) {
    return new Amount(getStart(), getEnd(), measure, quantity, bound, currency, per, chip, doubts);
  }

  /** The same amount limited otherwise. */
  public Amount limited(Bound other) {
    return new Amount(getStart(), getEnd(), measure, quantity, other, unit, per, chip, doubts);
  }

  /** The same amount, supposed rather than read, and what there is to say of it. */
  Amount supposed(List<String> why) {
    return new Amount(getStart(), getEnd(), measure, quantity, bound, unit, per, chip, why);
  }

  /** The same amount, no longer in doubt. */
  public Amount settled() {
    return doubts.isEmpty() ? this : supposed(List.of());
  }

  public Measure measure() {
    return measure;
  }

  /** Null for a chip that is named without a count. */
  public @Nullable Quantity quantity() {
    return quantity;
  }

  public Bound bound() {
    return bound;
  }

  public String unit() {
    return unit;
  }

  public @Nullable String per() {
    return per;
  }

  public @Nullable Chip chip() {
    return chip;
  }

  /** The least the text allows; null where it sets no such limit. */
  public @Nullable BigDecimal low() {
    return bound == Bound.ABOUT || bound == Bound.AT_MOST || quantity == null
        ? null
        : quantity.low();
  }

  public @Nullable BigDecimal best() {
    return (bound == Bound.EXACT || bound == Bound.ABOUT) && quantity != null
        ? quantity.low()
        : null;
  }

  /** The most the text allows; null where it sets no such limit. */
  public @Nullable BigDecimal high() {
    return bound == Bound.ABOUT || bound == Bound.AT_LEAST || quantity == null
        ? null
        : quantity.high();
  }

  /** What there is to say of an amount that is only supposed; empty for one that is read. */
  public List<String> doubts() {
    return doubts;
  }
}
