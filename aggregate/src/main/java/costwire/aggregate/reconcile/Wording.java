package costwire.aggregate.reconcile;

import costwire.aggregate.evidence.Figure;
import costwire.aggregate.posterior.Percentiles;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts and chips as the sentences of findings put them. */
final class Wording {
  private static final BigDecimal MILLION = new BigDecimal("1e6");
  private static final BigDecimal BILLION = new BigDecimal("1e9");
  private static final int LONGEST_ACRONYM = 3;

  private Wording() {}

  /** {@code $294,000}, {@code $29.4 million}, {@code $1.3 billion}. */
  static String dollars(BigDecimal amount) {
    return "$" + spoken(amount);
  }

  private static String spoken(BigDecimal amount) {
    if (amount.compareTo(MILLION) < 0) {
      return number(amount);
    }
    return amount.compareTo(BILLION) < 0
        ? number(amount.divide(MILLION)) + " million"
        : number(amount.divide(BILLION)) + " billion";
  }

  /** {@code 40,960}. */
  static String number(BigDecimal amount) {
    return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(amount);
  }

  /** To three digits. */
  static String rounded(BigDecimal amount) {
    return number(Percentiles.rounded(amount));
  }

  /** A figure as it was told: {@code $294,000}, {@code 40 million CNY}, {@code 648 chips}. */
  static String told(Figure figure) {
    return figure.unit().equals("USD")
        ? dollars(figure.told())
        : spoken(figure.told()) + " " + figure.unit();
  }

  /** The dollars of a figure, with its limits. */
  static String sum(Figure figure) {
    BigDecimal low = figure.low();
    BigDecimal high = figure.high();
    if (low == null || high == null) {
      return high == null ? "more than " + cents(low) : "less than " + cents(high);
    }
    return low.compareTo(high) == 0 ? cents(low) : cents(low) + " to " + cents(high);
  }

  private static String cents(@Nullable BigDecimal amount) {
    return amount == null ? "" : dollars(Percentiles.rounded(amount));
  }

  /** {@code H800} for {@code nvidia-h800}; "chips" for those of no name. */
  static String chip(@Nullable String id) {
    if (id == null) {
      return "chips";
    }
    String[] words = id.split("-");
    StringBuilder name = new StringBuilder();
    for (int i = words.length > 1 ? 1 : 0; i < words.length; i++) {
      name.append(name.isEmpty() ? "" : " ").append(word(words[i]));
    }
    return words.length > 1 ? name.toString() : name + " chips";
  }

  /** Model numbers and acronyms in capitals, names with one, versions as they are. */
  private static String word(String word) {
    if (word.matches("v\\d[a-z]?")) {
      return word;
    }
    String letters = word.replaceAll("\\d.*", "");
    return letters.length() <= LONGEST_ACRONYM
        ? word.toUpperCase(Locale.ROOT)
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
