package costwire.deploy.measure;

import costwire.extract.Bound;
import costwire.extract.Claim;
import costwire.extract.Dollars;
import costwire.extract.Measure;
import costwire.extract.Scope;
import costwire.extract.Stance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Claims as news tells them, drawn with a seed: three to an article, an article in five a copy of
 * one of the twenty before it, on three models and in three scopes. A line has eight figures of
 * each kind, of which one in four names its source; five claims in eight are dollars, the others
 * yuan, chips and hours. Ten outlets print them, the large ones more often; one claim in twenty is
 * doubted. What is said of one company comes so to a few thousand different pieces of evidence,
 * however often it is told.
 */
final class ClaimMix {
  /** Claims of an article. */
  static final int TO_AN_ARTICLE = 3;

  private static final int FIGURES = 8;
  private static final int OUTLETS = 10;
  private static final int COPIES = 5;
  private static final int RECENT = 20;
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final BigDecimal YUAN = new BigDecimal("0.14");
  private static final List<Scope> SCOPES =
      List.of(Scope.TRAINING_RUN, Scope.TRAINING_RUN, Scope.DEVELOPMENT, Scope.HARDWARE);
  static final List<String> MODELS = List.of("One", "Two", "Three");

  private final long seed;

  ClaimMix(long seed) {
    this.seed = seed;
  }

  /**
   * A claim on a company.
   *
   * @param number of the claim among the company's, from 0
   */
  Claim claim(int company, int number) {
    int article = number / TO_AN_ARTICLE;
    Random ofArticle = random(company, article, -1);
    boolean isCopy = article > 0 && ofArticle.nextInt(COPIES) == 0;
    int back = 1 + ofArticle.nextInt(Math.max(1, Math.min(RECENT, article)));
    // A copy tells what its original does.
    int told = isCopy ? article - back : article;
    Random random = random(company, told, number % TO_AN_ARTICLE);
    Instant at = START.plus(Duration.ofMinutes(10L * article));
    String original = isCopy ? articleId(company, told) : null;
    return new Told(company, article, number, outlet(ofArticle), at, original).claim(random);
  }

  private Random random(int company, int article, int place) {
    return new Random(((seed * 31 + company) * 1_000_003 + article) * 7919 + place);
  }

  private static String outlet(Random random) {
    double skewed = random.nextDouble() * random.nextDouble();
    return "outlet-" + (int) (skewed * OUTLETS) + ".example";
  }

  private static String articleId(int company, int number) {
    return "article-" + company + "-" + number;
  }

  private record Told(
      int company, int article, int number, String outlet, Instant at, @Nullable String original) {
    Claim claim(Random random) {
      String model = MODELS.get(random.nextInt(MODELS.size()));
      Scope scope = SCOPES.get(random.nextInt(SCOPES.size()));
      int figure = random.nextInt(FIGURES);
      String claimant = figure % 4 == 0 ? "Source " + figure : null;
      Stance stance = random.nextInt(20) == 0 ? Stance.DISPUTED : Stance.ASSERTED;
      BigDecimal amount = BigDecimal.valueOf(100 + 37L * figure + model.length());
      return switch (random.nextInt(8)) {
        case 0 -> told(Measure.CHIPS, "chips", amount, model, scope, claimant, stance);
        case 1 -> told(Measure.DURATION, "hours", amount, model, scope, claimant, stance);
        case 2 -> told(Measure.COST, "CNY", millions(amount), model, scope, claimant, stance);
        default -> told(Measure.COST, "USD", millions(amount), model, scope, claimant, stance);
      };
    }

    private static BigDecimal millions(BigDecimal amount) {
      return amount.movePointRight(5);
    }

    private Claim told(
        Measure measure,
        String unit,
        BigDecimal amount,
        String model,
        Scope scope,
        @Nullable String claimant,
        Stance stance) {
      String name = "Company " + company;
      return new Claim(
          "claim-" + company + "-" + number,
          articleId(company, article),
          "https://" + outlet + "/" + article,
          outlet,
          at,
          "en",
          "What " + name + " paid for its computers",
          "text",
          100 * number,
          100 * number + 12,
          amount + " " + unit,
          name + " used " + amount + " " + unit + " for its model " + model + ", it is said.",
          measure,
          null,
          amount,
          null,
          unit,
          Bound.EXACT,
          null,
          measure == Measure.CHIPS ? "nvidia-h100" : null,
          name,
          model,
          claimant,
          scope,
          stance,
          "company-" + company,
          measure == Measure.COST ? dollars(unit, amount) : null,
          0.9,
          "mix",
          original,
          false);
    }

    private Dollars dollars(String unit, BigDecimal amount) {
      BigDecimal rate = unit.equals("USD") ? BigDecimal.ONE : YUAN;
      LocalDate year = LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfYear(1);
      return new Dollars(null, amount.multiply(rate), null, rate, year);
    }
  }
}
