package costwire.deploy.rehearse;

import costwire.aggregate.Alert;
import costwire.aggregate.Alerts;
import costwire.deploy.Cluster;
import costwire.deploy.Config;
import costwire.deploy.DataDirectory;
import costwire.deploy.EmbeddedKafka;
import costwire.deploy.Provision;
import costwire.deploy.Refusal;
import costwire.deploy.TemporaryFolder;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Delivery.State;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.SubscriptionDesk;
import costwire.deploy.rehearse.RehearsalPlan.Kill;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Delivering against receivers of every conduct, from the first alert to the findings. */
final class Rehearsal {
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);
  private static final int NEWS_EVERY = 10;

  /** Milliseconds between two looks at everything. */
  private static final int FOLLOWING = 500;

  private final RehearsalPlan plan;
  private final String protocol;
  private final Consumer<String> news;
  private final ExecutorService hands =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "rehearsal");
            thread.setDaemon(true);
            return thread;
          });
  private long told;

  /**
   * @param protocol of the group of processes, {@code streams} or {@code classic}
   * @param news told in words what happens
   */
  Rehearsal(RehearsalPlan plan, String protocol, Consumer<String> news) {
    this.plan = plan;
    this.protocol = protocol;
    this.news = news;
  }

  Findings run() {
    try (TemporaryFolder folder = TemporaryFolder.create("costwire-rehearsal");
        DataDirectory data = DataDirectory.open(folder.path().resolve("broker"));
        EmbeddedKafka kafka = EmbeddedKafka.start(data, 0)) {
      Cluster cluster = Cluster.of(kafka);
      try (Admin admin = cluster.admin()) {
        new Provision(Config.standard().retentionDays()).visit(admin, Provision.Mode.SET);
      }
      QuickClock clock = QuickClock.startingNow(plan.speed());
      List<Receiver> receivers = receivers();
      try {
        return run(folder.path(), cluster, clock, receivers);
      } finally {
        receivers.forEach(Receiver::close);
      }
    } finally {
      hands.shutdownNow();
    }
  }

  private List<Receiver> receivers() {
    List<Receiver> receivers = new ArrayList<>();
    for (int i = 0; i < plan.subscriptions(); i++) {
      Conduct conduct = Conduct.of(i);
      String name =
          String.format(Locale.ROOT, "%02d-%s", i, conduct.name().toLowerCase(Locale.ROOT));
      receivers.add(Receiver.open(name, conduct, plan.seed() + i, hands));
    }
    return receivers;
  }

  private Findings run(Path folder, Cluster cluster, QuickClock clock, List<Receiver> receivers) {
    List<Subscription> subscriptions = plan.subscriptions(receivers, clock.start());
    SubscriptionDesk desk = new SubscriptionDesk(cluster, clock);
    subscriptions.forEach(desk::put);
    Diary diary = new Diary(plan.alerts(clock.start()));
    List<DeliveringProcess> processes = processes(folder, cluster, clock, receivers);
    try (DeliveryLog log = new DeliveryLog(cluster)) {
      processes.forEach(DeliveringProcess::start);
      processes.forEach(DeliveringProcess::awaitReady);
      news.accept(processes.size() + " processes deliver.");
      Duration begun = clock.elapsed();
      CompletableFuture<Void> acts =
          CompletableFuture.allOf(
              CompletableFuture.runAsync(() -> write(cluster, diary, clock, begun), hands),
              CompletableFuture.runAsync(() -> kill(processes, diary, clock, begun), hands));
      while (!acts.isDone() || !isSettled(log, diary, subscriptions)) {
        if (clock.elapsed().compareTo(RehearsalPlan.LONGEST) > 0) {
          news.accept("It does not come to rest.");
          break;
        }
        follow(log, receivers, clock, begun);
      }
      acts.join();
      log.readAll();
      Duration outage = clock.lasting(Receiver.AWAY);
      Instant start = clock.start().plus(begun);
      return Findings.of(diary, subscriptions, receivers, log, start, outage);
    } finally {
      processes.forEach(DeliveringProcess::close);
    }
  }

  private List<DeliveringProcess> processes(
      Path folder, Cluster cluster, QuickClock clock, List<Receiver> receivers) {
    return IntStream.range(0, plan.processes())
        .mapToObj(
            i ->
                new DeliveringProcess(
                    folder.resolve("process-" + i),
                    cluster.bootstrapServers(),
                    protocol,
                    COMMIT_INTERVAL,
                    clock,
                    receivers))
        .toList();
  }

  private static void write(Cluster cluster, Diary diary, QuickClock clock, Duration begun) {
    Duration step = RehearsalPlan.WRITING.dividedBy(diary.alerts().size());
    Duration at = begun;
    try (Producer<String, byte[]> producer = cluster.producer(Map.of())) {
      for (Alert alert : diary.alerts()) {
        await(clock, at);
        byte[] value = Alerts.TOPIC.values().serializer().serialize(Alerts.TOPIC.name(), alert);
        diary.write();
        var unused =
            producer.send(
                new ProducerRecord<>(
                    Alerts.TOPIC.name(), null, clock.millis(), alert.companyId(), value));
        at = at.plus(step);
      }
    }
  }

  private void kill(
      List<DeliveringProcess> processes, Diary diary, QuickClock clock, Duration begun) {
    for (Kill kill : plan.killings()) {
      await(clock, begun.plus(kill.at()));
      DeliveringProcess process = processes.get(kill.process());
      long from = Diary.now();
      process.kill();
      pause(kill.absence());
      process.start();
      process.awaitReady();
      diary.outage(from);
    }
  }

  private void follow(DeliveryLog log, List<Receiver> receivers, QuickClock clock, Duration begun) {
    Duration since = clock.elapsed().minus(begun);
    receivers.forEach(receiver -> receiver.look(since));
    long end = Diary.now() + FOLLOWING;
    while (Diary.now() < end) {
      log.read();
    }
    long hours = since.toHours();
    if (hours >= told + NEWS_EVERY) {
      told = hours;
      long open = log.messages().values().stream().filter(Rehearsal::isOpen).count();
      news.accept(
          String.format(
              Locale.ROOT, "%d h: %d messages, %d open", hours, log.messages().size(), open));
    }
  }

  private static boolean isOpen(Delivery delivery) {
    return delivery.state() == State.PENDING;
  }

  /**
   * Whether no message waits, and none is still to come but for subscriptions that are disabled.
   */
  private static boolean isSettled(DeliveryLog log, Diary diary, List<Subscription> subscriptions) {
    if (log.messages().values().stream().anyMatch(Rehearsal::isOpen)) {
      return false;
    }
    Map<String, Set<String>> told = new HashMap<>();
    for (Delivery delivery : log.messages().values()) {
      Set<String> its = told.computeIfAbsent(delivery.subscriptionId(), id -> new HashSet<>());
      delivery.alerts().forEach(alert -> its.add(alert.id()));
    }
    return subscriptions.stream()
        .filter(subscription -> !log.disabled().containsKey(subscription.id()))
        .allMatch(
            subscription ->
                diary.alerts().stream()
                    .filter(subscription::isAbout)
                    .allMatch(
                        alert ->
                            told.getOrDefault(subscription.id(), Set.of()).contains(alert.id())));
  }

  private static void await(QuickClock clock, Duration elapsed) {
    Duration left = elapsed.minus(clock.elapsed());
    if (!left.isNegative()) {
      pause(clock.lasting(left));
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", e);
    }
  }
}
