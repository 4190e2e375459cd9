package costwire.deploy.command;

import static java.util.Objects.requireNonNullElse;

import costwire.deploy.Refusal;
import costwire.deploy.measure.ApiLoad;
import costwire.deploy.measure.ApiMeasurement;
import costwire.deploy.measure.EstimateCost;
import costwire.deploy.measure.EstimateCost.Load;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire measure}. */
@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Measures what this machine takes for parts of the system, each by itself.")
final class MeasureCommand implements Callable<Integer> {
  private static final int THOUSAND = 1000;
  private static final List<Load> FULL =
      List.of(
          new Load(1, THOUSAND),
          new Load(1, 100 * THOUSAND),
          new Load(1, THOUSAND * THOUSAND),
          new Load(10 * THOUSAND, 300 * THOUSAND));
  private static final List<Load> QUICK =
      List.of(new Load(1, 200), new Load(1, THOUSAND), new Load(100, THOUSAND));

  private final Console console;

  MeasureCommand(Console console) {
    this.console = console;
  }

  /** No part: told how, as wrong usage. */
  @Override
  public Integer call() {
    throw Refusal.wrong("nothing to measure; costwire measure --help lists what there is");
  }

  /** What claims cost on their way to estimates. */
  @Command(
      name = "estimates",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = {
        "Sends generated claims through the topology that makes estimates of them, without a"
            + " broker, and prints a table: distinct pieces of evidence, estimates made, time and"
            + " processor time per claim, the latter's ratio to the first row's, bytes of state per"
            + " claim that stands, heap in use at the end.",
        "The claims: three to an article, a fifth of the articles copies, one claim in fifty taken"
            + " back; 9 lines, 32 figures to a line, 10 outlets. Minutes in all."
      })
  int estimates(
      @Option(names = "--seed", defaultValue = "1", description = "Of all chance; default: 1.")
          long seed,
      @Option(names = "--quick", description = "Smaller rows: seconds.") boolean quick,
      @Mixin Verbosity verbosity) {
    EstimateCost.print(quick ? QUICK : FULL, seed, console.out());
    return 0;
  }

  /** What readers wait for. */
  @Command(
      name = "api",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = {
        "Puts load on the HTTP API and on its stream of events, and prints two tables: how long"
            + " answers take by route, from the moment that their request was due, and how long"
            + " estimates take from the read model to each client that follows. A bare server with"
            + " constant answers of like length bears the same.",
        "The server is the real one, without Kafka, in a process of its own that has what"
            + " costwire run gives one; the claims are those of measure estimates, the estimates"
            + " theirs, and one claim in ten has an alert. An article a second comes in. Up to ten"
            + " seconds of each load warm up and are not counted.",
        "The clients share the machine with the server: what they take, it does not have. Figures"
            + " of a busy machine say more of that than of the server.",
        "Exit status 1 means wrong answers or missing events, not that a goal is missed."
      })
  int api(
      @Option(names = "--companies", description = "With an estimate each; default: 1000.")
          @Nullable Integer companies,
      @Option(names = "--claims", description = "On them in all; default: 100000.")
          @Nullable Integer claims,
      @Option(names = "--rate", description = "Requests a second; default: 200.")
          @Nullable Integer rate,
      @Option(names = "--seconds", description = "Of each load; default: 60.")
          @Nullable Integer seconds,
      @Option(names = "--clients", description = "That follow the stream; default: 2000.")
          @Nullable Integer clients,
      @Option(names = "--seed", defaultValue = "1", description = "Of all chance; default: 1.")
          long seed,
      @Option(names = "--quick", description = "Smaller defaults: seconds.") boolean quick,
      @Mixin Verbosity verbosity) {
    ApiLoad usual = quick ? ApiLoad.QUICK : ApiLoad.FULL;
    try {
      ApiLoad load =
          new ApiLoad(
              requireNonNullElse(companies, usual.companies()),
              requireNonNullElse(claims, usual.claims()),
              requireNonNullElse(rate, usual.rate()),
              requireNonNullElse(seconds, usual.seconds()),
              requireNonNullElse(clients, usual.clients()),
              seed);
      return ApiMeasurement.print(load, console.out(), console.err()) ? 0 : Refusal.FAILED;
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong(String.valueOf(e.getMessage()), e);
    }
  }
}
