package costwire.deploy.command;

import costwire.deploy.Refusal;
import costwire.deploy.soak.Soak;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire soak}. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Rehearses: the scrapers, in processes of their own, against a simulated web of hosts that"
          + " move, fail, lie and rate-limit.",
      "Reports whether anything was lost, published twice or asked for without manners."
    })
final class SoakCommand implements Callable<Integer> {
  @Option(names = "--hosts", description = "Simulated hosts; default: ${DEFAULT-VALUE}.")
  int hosts = 500;

  @Option(names = "--feeds", description = "Feeds on them; default: ${DEFAULT-VALUE}.")
  int feeds = 2_000;

  @Option(
      names = "--seconds",
      description = "How long the simulated web changes; default: ${DEFAULT-VALUE}.")
  int seconds = 120;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "Between two polls of a healthy feed; default: ${DEFAULT-VALUE}.")
  int interval = 10;

  @Option(names = "--seed", description = "Of all chance; default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--kill",
      description = "Read with two processes, and kill one of them in mid-stream.")
  boolean kill;

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  SoakCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      boolean good =
          Soak.run(
              hosts,
              feeds,
              Duration.ofSeconds(seconds),
              Duration.ofSeconds(interval),
              seed,
              kill,
              console.out(),
              console.err());
      return good ? 0 : Refusal.FAILED;
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong(String.valueOf(e.getMessage()), e);
    }
  }
}
