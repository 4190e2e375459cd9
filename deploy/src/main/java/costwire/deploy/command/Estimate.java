package costwire.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.EstimateTable;
import costwire.aggregate.Estimator;
import costwire.deploy.Moment;
import costwire.deploy.Refusal;
import costwire.deploy.UserTables;
import costwire.extract.Claim;
import costwire.stream.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code costwire estimate}. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads claims or articles and writes what they add up to, by company.")
final class Estimate implements Callable<Integer> {
  /** How the estimates are written. */
  enum Format {
    table,
    json,
    csv
  }

  @Parameters(
      paramLabel = "FILE",
      description = "Claims (.jsonl, as extract writes them), or articles; none or -: stdin.")
  List<Path> files = List.of();

  @Option(
      names = "--format",
      description = "One of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  Format format = Format.table;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Leave out what was published later (2025-01-31).")
  @Nullable String asOf;

  @Option(names = "--rates", paramLabel = "FILE", description = UserTables.RATES)
  @Nullable Path rates;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "Prices of chips, lines of chip,from,kind,low,best,high,source, before those that come"
              + " along.")
  @Nullable Path prices;

  @Option(
      names = "--real",
      paramLabel = "YEAR",
      description = "In dollars of that year, by American consumer prices.")
  @Nullable Integer real;

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Estimate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Instant until = until();
    Readings readings = new Readings(console);
    Estimator estimator = estimator();
    List<Claim> claims =
        new ClaimSource(() -> UserTables.extractor(rates), readings).read(files, console.in());
    List<costwire.aggregate.Estimate> estimates = estimator.estimates(claims, until);
    if (readings.status() == 0) {
      console.out().print(written(estimates));
    }
    return readings.status();
  }

  private Estimator estimator() {
    Estimator nominal = UserTables.estimator(prices);
    try {
      return real == null ? nominal : nominal.inDollarsOf(real);
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong("--real: " + e.getMessage(), e);
    }
  }

  private @Nullable Instant until() {
    try {
      return asOf == null ? null : Moment.parse(asOf, true);
    } catch (DateTimeException e) {
      throw Refusal.wrong("--as-of must be " + Moment.FORMS, e);
    }
  }

  private String written(List<costwire.aggregate.Estimate> estimates) {
    return switch (format) {
      case table -> EstimateTable.table(estimates);
      case csv -> EstimateTable.csv(estimates);
      case json ->
          estimates.stream().map(Estimate::json).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    };
  }

  private static String json(costwire.aggregate.Estimate estimate) {
    try {
      return Json.mapper().writeValueAsString(estimate);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
