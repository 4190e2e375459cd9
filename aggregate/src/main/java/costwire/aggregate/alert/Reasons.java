package costwire.aggregate.alert;

import static costwire.aggregate.EstimateTable.dollars;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate.Agreement;
import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why there is an alert. */
final class Reasons {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final LineChange change;

  /** Such as {@code DeepSeek's training run of DeepSeek-R1}. */
  private final String subject;

  Reasons(String company, LineChange change) {
    this.change = change;
    String model = change.line().model();
    Scope scope = change.line().scope();
    this.subject =
        company + "'s " + words(scope) + (model == null ? "" : preposition(scope) + model);
  }

  String withdrawn(int claims) {
    String counted = claims == 1 ? "A claim that counted" : claims + " claims that counted";
    String was = claims == 1 ? " was" : " were";
    BigDecimal told = change.medianTold();
    BigDecimal now = change.median();
    String rest =
        now == null
            ? "no claim supports a figure any more"
            : told == null || told.compareTo(now) == 0
                ? "the median stays at " + dollars(now)
                : "the median goes from " + dollars(told) + " to " + dollars(now);
    return counted + " for " + subject + was + " withdrawn; " + rest + ".";
  }

  String heard(@Nullable Claim claim) {
    if (claim == null) {
      return "A new voice is heard on " + subject + ".";
    }
    String who =
        Stream.of(claim.claimant(), claim.publisher())
            .filter(Objects::nonNull)
            .filter(name -> !name.isBlank())
            .findFirst()
            .orElse("An article");
    return who + " is a new voice on " + subject + ": " + figure(claim) + ".";
  }

  String moved(BigDecimal told, BigDecimal now) {
    boolean up = now.compareTo(told) > 0;
    BigDecimal share = now.subtract(told).abs().multiply(HUNDRED);
    return "The median for "
        + subject
        + (up ? " rose by " : " fell by ")
        + share.divide(told, 0, RoundingMode.HALF_UP)
        + " %, from "
        + dollars(told)
        + " to "
        + dollars(now)
        + ".";
  }

  String crossed(BigDecimal threshold, BigDecimal told, BigDecimal now) {
    boolean up = now.compareTo(told) > 0;
    return "The median for "
        + subject
        + (up ? " reached " : " fell below ")
        + dollars(threshold)
        + ": "
        + dollars(told)
        + " became "
        + dollars(now)
        + ".";
  }

  String agreement() {
    return "What is said of "
        + subject
        + " is "
        + words(change.now())
        + "; it was "
        + words(change.last())
        + ".";
  }

  private static String words(Alert.@Nullable State state) {
    if (state == null) {
      return "unknown";
    }
    return state.agreement() == Agreement.SINGLE_SOURCE
        ? "from a single source"
        : state.agreement().name().toLowerCase(Locale.ROOT);
  }

  private static String figure(Claim claim) {
    boolean money = claim.measure() == Measure.COST && claim.usd() != null;
    Function<BigDecimal, String> amount = money ? a -> dollars(a) : BigDecimal::toPlainString;
    String figure =
        claim.usd() == null
            ? words(claim.low(), claim.best(), claim.high(), amount)
            : words(claim.usd().low(), claim.usd().best(), claim.usd().high(), amount);
    String unit = money ? "" : claim.unit().replace('-', ' ');
    String rate = claim.per() == null ? "" : "per " + claim.per().replace('-', ' ');
    String chip = claim.chip() == null ? "" : "(" + claim.chip() + ")";
    return Stream.of(figure, unit, rate, chip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String words(
      @Nullable BigDecimal low,
      @Nullable BigDecimal best,
      @Nullable BigDecimal high,
      Function<BigDecimal, String> amount) {
    if (best != null) {
      return amount.apply(best);
    }
    if (low != null && high != null) {
      return amount.apply(low) + " to " + amount.apply(high);
    }
    if (low != null) {
      return "at least " + amount.apply(low);
    }
    return high == null ? "" : "at most " + amount.apply(high);
  }

  private static String preposition(Scope scope) {
    return switch (scope) {
      case TRAINING_RUN, DEVELOPMENT, OPERATION -> " of ";
      case HARDWARE, INFRASTRUCTURE, UNSPECIFIED -> " for ";
    };
  }

  private static String words(Scope scope) {
    return switch (scope) {
      case TRAINING_RUN -> "training run";
      case DEVELOPMENT -> "development";
      case HARDWARE -> "hardware";
      case INFRASTRUCTURE -> "infrastructure";
      case OPERATION -> "operation";
      case UNSPECIFIED -> "compute";
    };
  }
}
