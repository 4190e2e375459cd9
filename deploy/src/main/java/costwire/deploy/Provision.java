package costwire.deploy;

import costwire.aggregate.Alerts;
import costwire.aggregate.Estimates;
import costwire.deploy.notify.Deliveries;
import costwire.deploy.notify.Subscriptions;
import costwire.extract.Claims;
import costwire.ingest.Articles;
import costwire.ingest.Duplicates;
import costwire.ingest.Feeds;
import costwire.stream.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Sees to it that a cluster has the topics, with the settings they are declared with. */
public final class Provision {
  private static final String FAILING = "the topics cannot be provided";

  private static final int MAX_TRIES = 100;

  private final List<Topic<?>> topics;

  public Provision(costwire.deploy.Config.RetentionDays days) {
    this.topics =
        List.of(
            Feeds.TOPIC,
            Articles.TOPIC.retaining(Duration.ofDays(days.articles())),
            Duplicates.TOPIC.retaining(Duration.ofDays(days.articles())),
            Claims.TOPIC.retaining(Duration.ofDays(days.claims())),
            Estimates.TOPIC,
            Alerts.TOPIC,
            Subscriptions.TOPIC,
            Deliveries.ORDERS,
            Deliveries.TOPIC,
            Topic.keptFor(Topic.DEAD_LETTERS, byte[].class, Duration.ofDays(days.deadLetters())));
  }

  /** All topics, as they are declared and retained. */
  public List<Topic<?>> topics() {
    return topics;
  }

  /** What to do about topics that are not as declared. */
  public enum Mode {
    /** Nothing: only look. */
    LOOK,
    /** Create what is missing, leave what differs: somebody may have meant it. */
    CREATE,
    /** Create what is missing, set what differs. */
    SET
  }

  /**
   * One topic after the visit.
   *
   * @param state in words
   * @param right whether it is as declared now
   */
  public record Finding(String topic, String state, boolean right) {}

  /**
   * Visits all topics.
   *
   * @throws Refusal if the cluster does not answer or does not allow it
   */
  public List<Finding> visit(Admin admin, Mode mode) {
    Set<String> there = Cluster.answer(admin.listTopics().names(), FAILING);
    Map<String, Config> settings = settings(admin, there);
    List<Finding> findings = new ArrayList<>();
    for (Topic<?> topic : topics) {
      Config found = settings.get(topic.name());
      findings.add(
          found == null ? missing(admin, topic, mode) : existing(admin, topic, found, mode));
    }
    if (mode != Mode.LOOK) {
      awaitAll(admin);
    }
    return findings;
  }

  /** A topic just created is known to its maker first, and to who asks a little later. */
  private void awaitAll(Admin admin) {
    List<String> names = topics.stream().map(Topic::name).toList();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      try {
        Cluster.answer(admin.describeTopics(names).allTopicNames(), FAILING);
        return;
      } catch (Refusal e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        pause();
      }
    }
    throw Refusal.failed("the topics were created, and the cluster does not know them");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", e);
    }
  }

  /**
   * Refuses a cluster without a topic: a system that runs has it.
   *
   * @throws Refusal if the topic is not there
   */
  public static void require(Cluster cluster, String topic) {
    try (Admin admin = cluster.admin()) {
      if (!Cluster.answer(admin.listTopics().names(), FAILING).contains(topic)) {
        throw Refusal.failed(
            "the Kafka cluster at "
                + cluster.bootstrapServers()
                + " has no topic "
                + topic
                + "; costwire topics creates it");
      }
    }
  }

  private Map<String, Config> settings(Admin admin, Set<String> there) {
    List<ConfigResource> resources =
        topics.stream().map(Topic::name).filter(there::contains).map(Provision::resource).toList();
    Map<String, Config> settings = new HashMap<>();
    Cluster.answer(admin.describeConfigs(resources).all(), FAILING)
        .forEach((resource, config) -> settings.put(resource.name(), config));
    return settings;
  }

  private static Finding missing(Admin admin, Topic<?> topic, Mode mode) {
    String partitions = topic.partitions() + " partitions";
    if (mode == Mode.LOOK) {
      return new Finding(topic.name(), "missing; would be created with " + partitions, false);
    }
    NewTopic creation =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
            .configs(declared(topic));
    create(admin, creation);
    return new Finding(topic.name(), "created with " + partitions, true);
  }

  private static void create(Admin admin, NewTopic topic) {
    for (int tries = 1; ; tries++) {
      try {
        Cluster.answer(admin.createTopics(List.of(topic)).all(), FAILING);
        return;
      } catch (Refusal e) {
        if (e.getCause() instanceof TopicExistsException) {
          return; // Another process that starts at the same time was faster.
        }
        // A broker that stood still for seconds has no place for a topic until its heart beats.
        if (!(e.getCause() instanceof InvalidReplicationFactorException) || tries == MAX_TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  private static Finding existing(Admin admin, Topic<?> topic, Config found, Mode mode) {
    Map<String, String> differing = new TreeMap<>();
    List<String> words = new ArrayList<>();
    declared(topic)
        .forEach(
            (key, value) -> {
              ConfigEntry entry = found.get(key);
              String now = entry == null ? "unset" : String.valueOf(entry.value());
              if (!sameSetting(now, value)) {
                differing.put(key, value);
                words.add(key + " is " + now + ", declared " + value);
              }
            });
    if (differing.isEmpty()) {
      return new Finding(topic.name(), "as declared", true);
    }
    String difference = String.join("; ", words);
    if (mode != Mode.SET) {
      return new Finding(topic.name(), "differs: " + difference, false);
    }
    Collection<AlterConfigOp> changes =
        differing.entrySet().stream()
            .map(
                change ->
                    new AlterConfigOp(
                        new ConfigEntry(change.getKey(), change.getValue()),
                        AlterConfigOp.OpType.SET))
            .toList();
    Cluster.answer(
        admin.incrementalAlterConfigs(Map.of(resource(topic.name()), changes)).all(), FAILING);
    return new Finding(topic.name(), "set: " + difference, true);
  }

  /** Lists such as cleanup policies are equal in any order. */
  private static boolean sameSetting(String one, String other) {
    return Set.of(one.split(",")).equals(Set.of(other.split(",")));
  }

  private static Map<String, String> declared(Topic<?> topic) {
    Map<String, String> settings = new TreeMap<>(topic.settings());
    settings.put(
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(BrokerSettings.MAX_MESSAGE_BYTES));
    return settings;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
