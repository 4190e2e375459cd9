package costwire.deploy.command;

import costwire.deploy.Refusal;
import costwire.deploy.measure.EstimateCost;
import costwire.deploy.measure.EstimateCost.Load;
import java.util.List;
import java.util.concurrent.Callable;
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
}
