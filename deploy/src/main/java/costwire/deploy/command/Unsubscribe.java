package costwire.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code costwire unsubscribe}. */
@Command(
    name = "unsubscribe",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Ends a subscription; what is on its way is sent no more.")
final class Unsubscribe implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Of the subscription.")
  String id = "";

  @Mixin ClusterOptions cluster = new ClusterOptions();
  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Unsubscribe(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SubscriptionTopics topics = SubscriptionTopics.of(cluster.reached(cluster.config()));
    String name = topics.subscription(id).name();
    topics.write(desk -> desk.end(id));
    console.err().println(id + " (" + SubscriptionTable.printable(name) + ") is told no more");
    return 0;
  }
}
