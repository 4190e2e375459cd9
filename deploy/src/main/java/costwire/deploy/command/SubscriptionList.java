package costwire.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Redacted;
import costwire.deploy.notify.Subscription;
import costwire.stream.Json;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire subscriptions}. */
@Command(
    name = "subscriptions",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists who is told what, or what was sent to a subscription and came of it.")
final class SubscriptionList implements Callable<Integer> {
  private enum Format {
    table,
    json
  }

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: table.")
  Format format = Format.table;

  @Option(
      names = "--deliveries",
      paramLabel = "ID",
      description = "The messages to one subscription, newest first.")
  @Nullable String of;

  @Mixin ClusterOptions cluster = new ClusterOptions();
  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  SubscriptionList(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SubscriptionTopics topics = SubscriptionTopics.of(cluster.reached(cluster.config()));
    if (of == null) {
      List<Subscription> all = subscriptions(topics);
      tell(all, SubscriptionTable.of(all));
    } else {
      List<Delivery> all = deliveries(topics, topics.subscription(of).id());
      tell(all, SubscriptionTable.ofDeliveries(all));
    }
    return 0;
  }

  private static List<Subscription> subscriptions(SubscriptionTopics topics) {
    return topics.subscriptions().values().stream()
        .map(Redacted::of)
        .sorted(Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id))
        .toList();
  }

  private static List<Delivery> deliveries(SubscriptionTopics topics, String id) {
    return topics.deliveries().values().stream()
        .filter(delivery -> delivery.subscriptionId().equals(id))
        .sorted(Comparator.comparing(Delivery::createdAt).reversed().thenComparing(Delivery::id))
        .toList();
  }

  private void tell(List<?> all, String table) {
    if (format == Format.table) {
      console.out().print(table);
      return;
    }
    for (Object each : all) {
      try {
        console.out().println(Json.mapper().writeValueAsString(each));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
