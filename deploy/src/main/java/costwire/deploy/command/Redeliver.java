package costwire.deploy.command;

import costwire.deploy.Refusal;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Order;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code costwire redeliver}. */
@Command(
    name = "redeliver",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Sends a message again, under its own id, from the start of its schedule on.")
final class Redeliver implements Callable<Integer> {
  @Parameters(
      paramLabel = "MESSAGE-ID",
      description = "As costwire subscriptions --deliveries ID tells it.")
  String id = "";

  @Mixin ClusterOptions cluster = new ClusterOptions();
  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Redeliver(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SubscriptionTopics topics = SubscriptionTopics.of(cluster.reached(cluster.config()));
    Delivery delivery = topics.deliveries().get(id);
    if (delivery == null) {
      throw Refusal.failed("there is no delivery '" + id + "'");
    }
    if (delivery.state() == Delivery.State.PENDING) {
      throw Refusal.failed("it is on its way: its next try is at " + delivery.nextAt());
    }
    String why = topics.subscription(delivery.subscriptionId()).silence();
    if (why != null) {
      throw Refusal.failed("nothing can be sent to " + delivery.subscriptionId() + ": " + why);
    }
    topics.write(desk -> desk.order(Order.again(delivery, Clock.systemUTC().instant())));
    console.err().println(id + " goes to " + delivery.subscriptionId() + " again");
    return 0;
  }
}
