package costwire.deploy.command;

import costwire.deploy.Cluster;
import costwire.deploy.Provision;
import costwire.deploy.Refusal;
import costwire.deploy.ReplayRun;
import costwire.stream.Topic;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Puts dead letters back into the topic that they failed on, each once.")
final class Replay implements Callable<Integer> {
  @Mixin ClusterOptions cluster = new ClusterOptions();
  @Mixin Verbosity verbosity = new Verbosity();

  @Option(names = "--dry-run", description = "Put nothing back, only tell.")
  boolean dryRun;

  private final Console console;

  Replay(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Cluster reached = cluster.reached(cluster.config());
    Provision.require(reached, Topic.DEAD_LETTERS);
    try {
      ReplayRun.Outcome outcome =
          new ReplayRun(reached, dryRun, line -> console.out().println(line)).run();
      console
          .err()
          .println(
              outcome.replayed()
                  + (dryRun ? " would be put back, " : " put back, ")
                  + outcome.left()
                  + " left");
      return 0;
    } catch (KafkaException e) {
      throw Refusal.failed("the replay was broken off: " + e.getMessage(), e);
    }
  }
}
