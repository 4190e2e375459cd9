package costwire.extract.claim;

import com.fasterxml.jackson.core.type.TypeReference;
import costwire.extract.Measure;
import costwire.extract.catalogue.Catalogue;
import costwire.extract.catalogue.Chip;
import costwire.extract.catalogue.Report;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Currencies;
import costwire.extract.lexicon.ResourceFolder;
import costwire.extract.lexicon.Yaml;
import costwire.extract.number.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures that were widely reported, and whose compute they are of: an article that alludes to one
 * need not say so again. They speak for somebody whom it names; by themselves they decide nothing.
 */
final class Reports {
  private static final Map<String, BigDecimal> POWERS =
      Map.of(
          "k", BigDecimal.valueOf(1_000L),
          "M", BigDecimal.valueOf(1_000_000L),
          "bn", BigDecimal.valueOf(1_000_000_000L),
          "tn", BigDecimal.valueOf(1_000_000_000_000L));

  /** What one figure may differ from another and be the same. */
  private static final BigDecimal SAME = new BigDecimal("0.005");

  /** Figures farther off are not looked at: a rounded one is within. */
  private static final BigDecimal FARTHEST = new BigDecimal("0.1");

  /** Two ends farther apart say only of what size something is. */
  private static final BigDecimal WIDEST = BigDecimal.valueOf(3);

  /** Organisations that a figure may be reported of, at most, to tell anything. */
  private static final int TELLING = 2;

  private final Map<Measure, NavigableMap<BigDecimal, List<Figure>>> figures =
      new EnumMap<>(Measure.class);

  /**
   * @param currency of a sum; null of all else
   * @param source its words
   */
  private record Figure(
      @Nullable String currency, @Nullable Chip chip, Report report, String source) {}

  /** How well an amount fits a reported figure, the best first. */
  enum Fit {
    /** The figure itself. */
    SAME,
    /** The figure, told in fewer digits. */
    ROUNDED
  }

  /**
   * Of whom and of what an amount was reported.
   *
   * @param companies by their names; {@link #NOBODY} stands for nobody in particular
   * @param sources where it was reported, in words with a blank before and behind each
   */
  record Match(
      Map<String, Fit> companies, Map<String, Fit> models, Set<String> chips, Set<String> sources) {
    /** Whether somebody is told to have reported it. */
    boolean isBy(@Nullable String name) {
      String words = name == null || sources.isEmpty() ? "" : words(name);
      return !words.isBlank() && sources.stream().anyMatch(source -> source.contains(words));
    }

    /** Whether it was reported of so few that it tells something of them. */
    boolean isTelling() {
      return companies.size() <= TELLING;
    }
  }

  /** What a text says between its signs, with a blank before and behind each word. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder(" ");
    text.codePoints()
        .map(letter -> Character.isLetterOrDigit(letter) ? letter : ' ')
        .filter(letter -> letter != ' ' || words.charAt(words.length() - 1) != ' ')
        .forEach(words::appendCodePoint);
    return words.charAt(words.length() - 1) == ' '
        ? words.toString()
        : words.append(' ').toString();
  }

  /** Whose what was reported of nobody in particular is. */
  static final String NOBODY = "";

  /** The figures of {@code reports.yaml}, of chips in the catalogue. */
  static Reports standard() {
    return Standard.REPORTS;
  }

  private static final class Standard {
    static final Reports REPORTS =
        new Reports(
            Yaml.read(new ResourceFolder("/catalogue"), "reports.yaml", new TypeReference<>() {}),
            Catalogue.chips());
  }

  Reports(List<Report> reports, List<Chip> catalogue) {
    Map<String, Chip> chips = new HashMap<>();
    catalogue.forEach(chip -> chips.put(chip.id(), chip));
    for (Report report : reports) {
      Chip chip = report.chip() == null ? null : chips.get(report.chip());
      add(Measure.COST, report.cost(), null, report);
      add(Measure.CHIPS, report.chips(), chip, report);
      add(Measure.DURATION, report.hours(), null, report);
      add(Measure.CHIP_HOURS, report.chipHours(), chip, report);
    }
  }

  private void add(
      Measure measure, @Nullable List<String> texts, @Nullable Chip chip, Report report) {
    for (String text : texts == null ? List.<String>of() : texts) {
      String[] parts = text.split(" ", 2);
      String currency = parts.length > 1 ? parts[1] : null;
      figures
          .computeIfAbsent(measure, any -> new TreeMap<>())
          .computeIfAbsent(number(parts[0]), any -> new ArrayList<>())
          .add(new Figure(currency, chip, report, words(report.source())));
    }
  }

  private static BigDecimal number(String text) {
    int digits = 0;
    while (digits < text.length() && !Character.isLetter(text.charAt(digits))) {
      digits++;
    }
    BigDecimal number = new BigDecimal(text.substring(0, digits));
    return digits == text.length()
        ? number
        : number.multiply(Objects.requireNonNull(POWERS.get(text.substring(digits)), text));
  }

  /** Of whom and of what an amount was reported; empty where of nobody. */
  Match of(Amount amount) {
    Match match = new Match(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
    Quantity quantity = amount.quantity();
    if (quantity == null || amount.per() != null || isWide(quantity)) {
      return match;
    }
    look(amount, quantity.low(), match);
    if (quantity.isRange()) {
      look(amount, quantity.high(), match);
    }
    return match;
  }

  /** How many digits an amount is told in, 1 to 3: the more, the more it tells. */
  static int digits(Amount amount) {
    Quantity quantity = Objects.requireNonNull(amount.quantity());
    return Math.min(3, quantity.low().stripTrailingZeros().precision());
  }

  private static boolean isWide(Quantity quantity) {
    return quantity.high().compareTo(quantity.low().multiply(WIDEST)) > 0;
  }

  private void look(Amount amount, BigDecimal figure, Match match) {
    NavigableMap<BigDecimal, List<Figure>> all = figures.get(amount.measure());
    if (all == null || figure.signum() <= 0) {
      return;
    }
    BigDecimal reach = figure.multiply(FARTHEST);
    all.subMap(figure.subtract(reach), true, figure.add(reach), true)
        .forEach((reported, of) -> of.forEach(one -> add(amount, figure, reported, one, match)));
  }

  private static void add(
      Amount amount, BigDecimal figure, BigDecimal reported, Figure of, Match match) {
    Fit fit = fit(figure, reported);
    if (fit != null && isOfCurrency(amount, of) && mayBe(amount.chip(), of.chip())) {
      Report report = of.report();
      match.sources().add(of.source());
      if (report.chip() != null) {
        match.chips().add(report.chip());
      }
      match
          .companies()
          .merge(report.company() == null ? NOBODY : report.company(), fit, Reports::better);
      if (report.model() != null) {
        match.models().merge(report.model(), fit, Reports::better);
      }
    }
  }

  private static Fit better(Fit one, Fit other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static @Nullable Fit fit(BigDecimal figure, BigDecimal reported) {
    if (figure.subtract(reported).abs().compareTo(reported.multiply(SAME)) <= 0) {
      return Fit.SAME;
    }
    int digits = figure.stripTrailingZeros().precision();
    BigDecimal rounded = reported.round(new MathContext(digits, RoundingMode.HALF_UP));
    return rounded.compareTo(figure) == 0 ? Fit.ROUNDED : null;
  }

  private static boolean isOfCurrency(Amount amount, Figure of) {
    return of.currency() == null
        || of.currency().equals(amount.unit())
        || Currencies.standard().typesOf(of.currency()).contains(amount.unit());
  }

  /** Whether two names of chips can mean the same: a chip is its family's, and its maker's. */
  private static boolean mayBe(@Nullable Chip one, @Nullable Chip other) {
    return one == null || other == null || isOf(one, other) || isOf(other, one);
  }

  private static boolean isOf(Chip one, Chip other) {
    return one.id().equals(other.id())
        || other.id().equals(one.family())
        || other.id().equals(one.maker());
  }
}
