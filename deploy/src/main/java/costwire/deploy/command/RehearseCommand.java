package costwire.deploy.command;

import costwire.deploy.Refusal;
import costwire.deploy.rehearse.Latency;
import costwire.deploy.rehearse.Rehearse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire rehearse}. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Rehearses delivering: alerts to receivers that fail, hang, limit, redirect, cut connections"
          + " and go away for three days, by processes that are killed, with a clock that runs"
          + " quickly.",
      "Reports whether anything was lost, doubled, out of order or held up by others."
    })
final class RehearseCommand implements Callable<Integer> {
  @Option(names = "--alerts", description = "To be told; default: ${DEFAULT-VALUE}.")
  int alerts = 10_000;

  @Option(
      names = "--subscriptions",
      description = "Each with a receiver of its own; default: ${DEFAULT-VALUE}.")
  int subscriptions = 36;

  @Option(names = "--processes", description = "That deliver; default: ${DEFAULT-VALUE}.")
  int processes = 3;

  @Option(names = "--kills", description = "Of one of them each; default: ${DEFAULT-VALUE}.")
  int kills = 8;

  @Option(
      names = "--speed",
      description = "Seconds of the rehearsal to a second; default: ${DEFAULT-VALUE}.")
  int speed = 2_500;

  @Option(names = "--seed", description = "Of all chance; default: ${DEFAULT-VALUE}.")
  long seed = 1;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "Of the group of processes, streams or classic; default: ${DEFAULT-VALUE}.")
  String protocol = "classic";

  @Option(
      names = "--latency",
      description =
          "Measure instead how long articles take to webhooks, through the whole pipeline, nobody"
              + " killed.")
  boolean latency;

  @Option(
      names = "--rate",
      description = "Articles a second, with --latency; default: ${DEFAULT-VALUE}.")
  int rate = 50;

  @Option(
      names = "--seconds",
      description = "How long they are written, with --latency; default: ${DEFAULT-VALUE}.")
  int seconds = 60;

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  RehearseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      if (latency) {
        Latency.print(rate, Duration.ofSeconds(seconds), console.out());
        return 0;
      }
      boolean good =
          Rehearse.run(
              alerts,
              subscriptions,
              processes,
              kills,
              speed,
              seed,
              protocol,
              console.out(),
              console.err());
      return good ? 0 : Refusal.FAILED;
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong(String.valueOf(e.getMessage()), e);
    }
  }
}
