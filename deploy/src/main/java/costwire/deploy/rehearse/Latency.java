package costwire.deploy.rehearse;

import costwire.aggregate.Alert;
import costwire.deploy.Cluster;
import costwire.deploy.Config;
import costwire.deploy.ConfigDraft;
import costwire.deploy.Node;
import costwire.deploy.Percentile;
import costwire.deploy.Refusal;
import costwire.deploy.TemporaryFolder;
import costwire.deploy.WholeTopic;
import costwire.deploy.notify.Deliver;
import costwire.deploy.notify.Pace;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.SubscriptionDesk;
import costwire.deploy.rehearse.Receiver.Receipt;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.ingest.Article;
import costwire.ingest.Articles;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The time from an article on its topic to the webhook that tells of it, through the whole pipeline
 * in this process on a broker of its own.
 */
public final class Latency {
  private static final Clock CLOCK = Clock.systemUTC();

  /** As costwire run has it. */
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

  /** Alerts of the first articles warm up the machine, and count for nothing. */
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  /** Nothing more is told after so long a silence. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration STARTING = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Each is told of its share of the companies. */
  private static final int RECEIVERS = 15;

  private final int rate;
  private final Duration lasting;
  private final LatencyNews news = new LatencyNews(CLOCK);
  private final ExecutorService hands = Executors.newCachedThreadPool(Latency::daemon);

  /** By article id, when it was written, in milliseconds. */
  private final Map<String, Long> written = new HashMap<>();

  private Latency(int rate, Duration lasting) {
    this.rate = rate;
    this.lasting = lasting;
  }

  /**
   * Measures and prints.
   *
   * @param rate articles a second, at least 1
   * @param lasting how long they are written, besides the time to warm up
   * @throws IllegalArgumentException if there are not so many that differ
   */
  public static void print(int rate, Duration lasting, PrintStream out) {
    Latency latency = new Latency(rate, lasting);
    if (latency.count() > latency.news.most()) {
      throw new IllegalArgumentException(
          "more than " + latency.news.most() + " articles would repeat each other");
    }
    List<Long> delays = latency.run();
    long median = Percentile.of(delays, 50);
    long late = Percentile.of(delays, 99);
    double interval = COMMIT_INTERVAL.toMillis();
    out.printf(Locale.ROOT, "%d articles a second for %d s%n", rate, lasting.toSeconds());
    out.printf(
        Locale.ROOT,
        "%d of %d on %d companies told by webhook%n",
        delays.size(),
        latency.written.size(),
        latency.news.companies().size());
    out.printf(
        Locale.ROOT,
        "p50 %d ms, p99 %d ms; %.1f and %.1f times the commit interval of %.0f ms%n",
        median,
        late,
        median / interval,
        late / interval,
        interval);
  }

  private List<Long> run() {
    List<Receiver> receivers =
        IntStream.range(0, RECEIVERS)
            .mapToObj(i -> Receiver.open("receiver-" + i, Conduct.WELL, 1, hands))
            .toList();
    try (TemporaryFolder folder = TemporaryFolder.create("costwire-latency");
        Node node = Node.start(config(folder, receivers), List.of(), CLOCK, COMMIT_INTERVAL)) {
      SubscriptionDesk desk = new SubscriptionDesk(node.cluster(), CLOCK);
      for (int i = 0; i < RECEIVERS; i++) {
        desk.put(subscription(receivers.get(i), share(i)));
      }
      awaitReady(node);
      write(node.cluster());
      awaitSilence(receivers);
      return delays(receivers, articles(node.cluster()));
    } finally {
      receivers.forEach(Receiver::close);
      hands.shutdownNow();
    }
  }

  private static Config config(TemporaryFolder folder, List<Receiver> receivers) {
    ConfigDraft draft = new ConfigDraft();
    draft.data = folder.path().resolve("data").toString();
    draft.port = 0;
    draft.kafka.port = 0;
    draft.allowedHosts = receivers.stream().map(Receiver::authority).toList();
    return draft.config();
  }

  /** The ids of the companies that a receiver is told of. */
  private List<String> share(int receiver) {
    List<LatencyNews.Company> companies = news.companies();
    return IntStream.range(0, companies.size())
        .filter(i -> i % RECEIVERS == receiver)
        .mapToObj(i -> companies.get(i).id())
        .toList();
  }

  /** The new claims on the companies, one by one. */
  private static Subscription subscription(Receiver receiver, List<String> companies) {
    return new Subscription(
        receiver.name(),
        receiver.name(),
        companies,
        List.of(Alert.Kind.NEW_CLAIM),
        List.of(),
        null,
        null,
        null,
        new Pace(0, 0, null),
        new Deliver(
            new Deliver.Webhook(receiver.url(), RehearsalPlan.SECRET, null, null), null, null),
        CLOCK.instant(),
        null,
        null);
  }

  private static void awaitReady(Node node) {
    Instant deadline = CLOCK.instant().plus(STARTING);
    while (!node.pipeline().unready().isEmpty()) {
      if (CLOCK.instant().isAfter(deadline)) {
        throw Refusal.failed(String.join(", ", node.pipeline().unready()));
      }
      pause(POLL);
    }
  }

  private static void awaitSilence(List<Receiver> receivers) {
    int before = -1;
    int posts = 0;
    while (posts != before) {
      before = posts;
      pause(SILENCE);
      posts = receivers.stream().mapToInt(receiver -> receiver.ledger().size()).sum();
    }
  }

  private int count() {
    return (int) (WARM_UP.plus(lasting).toSeconds() * rate);
  }

  private void write(Cluster cluster) {
    Instant start = CLOCK.instant();
    try (Producer<String, byte[]> producer = cluster.producer(Map.of())) {
      for (int i = 0; i < count(); i++) {
        Instant at = start.plusNanos(TimeUnit.SECONDS.toNanos(1) / rate * i);
        pause(Duration.between(CLOCK.instant(), at));
        Article article = news.article(i);
        byte[] value =
            Articles.TOPIC.values().serializer().serialize(Articles.TOPIC.name(), article);
        if (at.isAfter(start.plus(WARM_UP))) {
          written.put(article.id(), CLOCK.millis());
        }
        var unused =
            producer.send(new ProducerRecord<>(Articles.TOPIC.name(), article.id(), value));
      }
    }
  }

  /** By claim id, the article it was read from. */
  private static Map<String, String> articles(Cluster cluster) {
    Map<String, String> articles = new HashMap<>();
    WholeTopic.read(
        cluster,
        Claims.TOPIC.name(),
        record -> {
          Claim claim =
              Claims.TOPIC.values().deserializer().deserialize(record.topic(), record.value());
          articles.put(claim.id(), claim.articleId());
        });
    return articles;
  }

  /** In milliseconds, of each article that was told, to the first post about it. */
  private List<Long> delays(List<Receiver> receivers, Map<String, String> articles) {
    Map<String, Long> told = new HashMap<>();
    for (Receiver receiver : receivers) {
      for (Receipt receipt : receiver.ledger()) {
        receipt.alerts().stream()
            .flatMap(alert -> alert.claimIds().stream())
            .map(articles::get)
            .filter(written::containsKey)
            .forEach(article -> told.merge(article, receipt.at(), Math::min));
      }
    }
    List<Long> delays = new ArrayList<>();
    told.forEach((article, at) -> delays.add(at - written.getOrDefault(article, at)));
    return delays;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(Math.max(0, time.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "latency");
    thread.setDaemon(true);
    return thread;
  }
}
