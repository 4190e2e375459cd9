package costwire.deploy.rehearse;

import costwire.aggregate.Alert;
import costwire.deploy.Cluster;
import costwire.deploy.Config;
import costwire.deploy.ConfigDraft;
import costwire.deploy.Node;
import costwire.deploy.Percentile;
import costwire.deploy.Refusal;
import costwire.deploy.TemporaryFolder;
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
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

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

  /** Well-known ones: the extractor knows them all. */
  private static final List<String> COMPANIES =
      List.of(
          "DeepSeek",
          "OpenAI",
          "Mistral AI",
          "Anthropic",
          "xAI",
          "Alibaba",
          "Baidu",
          "Tencent",
          "ByteDance",
          "Microsoft",
          "Meta",
          "Amazon",
          "Apple",
          "Nvidia",
          "Samsung");

  private final int rate;
  private final Duration lasting;
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
   */
  public static void print(int rate, Duration lasting, PrintStream out) {
    List<Long> delays = new Latency(rate, lasting).run();
    long median = Percentile.of(delays, 50);
    long late = Percentile.of(delays, 99);
    double interval = COMMIT_INTERVAL.toMillis();
    out.printf(Locale.ROOT, "%d articles a second for %d s%n", rate, lasting.toSeconds());
    out.printf(
        Locale.ROOT, "%d of %d told by webhook%n", delays.size(), rate * lasting.toSeconds());
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
        COMPANIES.stream().map(name -> Receiver.open(name, Conduct.WELL, 1, hands)).toList();
    try (TemporaryFolder folder = TemporaryFolder.create("costwire-latency");
        Node node = Node.start(config(folder, receivers), List.of(), CLOCK, COMMIT_INTERVAL)) {
      SubscriptionDesk desk = new SubscriptionDesk(node.cluster(), CLOCK);
      receivers.forEach(receiver -> desk.put(subscription(receiver)));
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

  /** To each receiver the new claims on the company whose name it bears, one by one. */
  private static Subscription subscription(Receiver receiver) {
    return new Subscription(
        "latency-" + receiver.name().toLowerCase(Locale.ROOT).replace(' ', '-'),
        receiver.name(),
        List.of(receiver.name().toLowerCase(Locale.ROOT).replace(' ', '-')),
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

  private void write(Cluster cluster) {
    int count = (int) (WARM_UP.plus(lasting).toSeconds() * rate);
    Instant start = CLOCK.instant();
    try (Producer<String, byte[]> producer = cluster.producer(Map.of())) {
      for (int i = 0; i < count; i++) {
        Instant at = start.plusNanos(TimeUnit.SECONDS.toNanos(1) / rate * i);
        pause(Duration.between(CLOCK.instant(), at));
        Article article = article(i);
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

  /** An article of an outlet of its own, with a figure of its own: a new voice. */
  private static Article article(int number) {
    String company = COMPANIES.get(number % COMPANIES.size());
    String text =
        String.format(
            Locale.ROOT,
            "%s spent about $%d million on training its newest language model, people familiar"
                + " with the matter told this paper. The work took place in a data centre outside"
                + " the capital.",
            company,
            5 + number);
    String outlet = "outlet" + number + ".example";
    return Article.of("latency-" + number, "What a model took", text)
        .url("https://" + outlet + "/" + number)
        .publisher(outlet)
        .publishedAt(CLOCK.instant())
        .fetchedAt(CLOCK.instant())
        .language("en")
        .build();
  }

  /** By claim id, the article it was read from. */
  private static Map<String, String> articles(Cluster cluster) {
    Map<String, String> articles = new HashMap<>();
    try (Consumer<String, byte[]> consumer = cluster.consumer(Map.of())) {
      List<TopicPartition> partitions = Cluster.partitions(consumer, Claims.TOPIC.name());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      while (!ends.isEmpty()) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          Claim claim =
              Claims.TOPIC.values().deserializer().deserialize(record.topic(), record.value());
          articles.put(claim.id(), claim.articleId());
        }
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      }
    }
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
