package costwire.aggregate;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Estimates as people read them, and as spreadsheets do: a row for each line. */
public final class EstimateTable {
  private static final List<String> COLUMNS =
      List.of(
          "company",
          "model",
          "scope",
          "low",
          "best",
          "high",
          "agreement",
          "voices",
          "mentions",
          "implied");

  /** Columns of figures stand flush right. */
  private static final List<Integer> FIGURES = List.of(3, 4, 5, 7, 8, 9);

  /** Sentences under the table for each line; the rest are counted. */
  private static final int MOST_FINDINGS = 5;

  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final String[] POWERS = {"", "k", "M", "B", "T"};
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private EstimateTable() {}

  /**
   * Aligned columns with dollars such as {@code $5.6M}. Lines that have no figure in dollars are
   * counted in the last row. What does not add up stands below.
   */
  public static String table(List<Estimate> estimates) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    rows(estimates, EstimateTable::hasFigure, EstimateTable::dollars, "-").forEach(rows::add);
    List<Integer> widths =
        IntStream.range(0, COLUMNS.size())
            .mapToObj(i -> rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0))
            .toList();
    String table = rows.stream().map(row -> aligned(row, widths)).collect(Collectors.joining());
    int all = estimates.stream().mapToInt(estimate -> estimate.lines().size()).sum();
    int silent = all - (rows.size() - 1);
    String counted = silent == 0 ? "" : silent + " more without a figure in dollars\n";
    return table + counted + findings(estimates);
  }

  /** What does not add up, a sentence in a row, under an empty one; nothing where all does. */
  private static String findings(List<Estimate> estimates) {
    String rows =
        estimates.stream()
            .flatMap(e -> e.lines().stream().map(line -> findings(e, line)))
            .collect(Collectors.joining());
    return rows.isEmpty() ? "" : "\n" + rows;
  }

  private static String findings(Estimate estimate, Estimate.Line line) {
    String subject = line.model() == null ? estimate.company() : line.model();
    List<Finding> all = line.findings();
    String rows =
        all.stream()
            .limit(MOST_FINDINGS)
            .map(finding -> subject + ", " + name(line.scope()) + ": " + finding.sentence())
            .map(row -> printable(row) + "\n")
            .collect(Collectors.joining());
    int more = all.size() - MOST_FINDINGS;
    return more <= 0 ? rows : rows + "and " + more + " more of the same line\n";
  }

  private static boolean hasFigure(Estimate.Line line) {
    return line.usd() != null || line.implied() != null;
  }

  /**
   * Comma-separated values (RFC 4180) with a heading and plain figures; empty where there is none.
   */
  public static String csv(List<Estimate> estimates) {
    Stream<List<String>> rows = rows(estimates, line -> true, BigDecimal::toPlainString, "");
    return Stream.concat(Stream.of(COLUMNS), rows)
        .map(row -> row.stream().map(EstimateTable::cell).collect(Collectors.joining(",")))
        .map(line -> line + "\r\n")
        .collect(Collectors.joining());
  }

  private static Stream<List<String>> rows(
      List<Estimate> estimates,
      Predicate<Estimate.Line> shown,
      Function<BigDecimal, String> amount,
      String nothing) {
    return estimates.stream()
        .flatMap(
            estimate ->
                estimate.lines().stream()
                    .filter(shown)
                    .map(line -> row(estimate, line, amount, nothing)));
  }

  private static List<String> row(
      Estimate estimate, Estimate.Line line, Function<BigDecimal, String> amount, String nothing) {
    Estimate.Interval usd = line.usd();
    Estimate.Stated stated = line.stated();
    Estimate.Implied implied = line.implied();
    return List.of(
        printable(estimate.company()),
        line.model() == null ? nothing : printable(line.model()),
        name(line.scope()),
        usd == null ? nothing : shown(usd.low(), amount, nothing),
        usd == null ? nothing : shown(usd.best(), amount, nothing),
        usd == null ? nothing : shown(usd.high(), amount, nothing),
        name(line.agreement()),
        Long.toString(stated == null ? voices(line) : stated.claims()),
        Long.toString(stated == null ? line.evidence().size() : stated.mentions()),
        implied == null ? nothing : amount.apply(implied.best()));
  }

  /** Those on chips and hours, where nobody speaks of dollars. */
  private static long voices(Estimate.Line line) {
    return line.evidence().stream().filter(evidence -> evidence.weight().signum() > 0).count();
  }

  private static String shown(
      @Nullable BigDecimal figure, Function<BigDecimal, String> amount, String nothing) {
    return figure == null ? nothing : amount.apply(figure);
  }

  /** {@code $294k}, {@code $5.58M}, {@code $1.3B}. */
  public static String dollars(BigDecimal amount) {
    BigDecimal rounded = amount.round(DIGITS);
    int power = Math.max(0, Math.min(POWERS.length - 1, (magnitude(rounded) - 1) / 3));
    BigDecimal mantissa = rounded.movePointLeft(3 * power).stripTrailingZeros();
    return "$" + mantissa.toPlainString() + POWERS[power];
  }

  private static int magnitude(BigDecimal amount) {
    return amount.precision() - amount.scale();
  }

  private static String aligned(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String padding = " ".repeat(widths.get(i) - width(row.get(i)));
      line.append(i == 0 ? "" : "  ");
      line.append(FIGURES.contains(i) ? padding + row.get(i) : row.get(i) + padding);
    }
    return line.toString().stripTrailing() + "\n";
  }

  /** Columns of a terminal: two for an ideograph, none for an accent. */
  static int width(String text) {
    return text.codePoints().map(EstimateTable::width).sum();
  }

  private static int width(int character) {
    int type = UCharacter.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
    boolean wide =
        width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
    return wide ? 2 : 1;
  }

  /** Names come from the web: no escape sequence reaches the terminal. */
  private static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }

  /** Quoted where needed; what a spreadsheet would run as a formula is shown as text. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
