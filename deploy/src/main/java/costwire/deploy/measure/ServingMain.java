package costwire.deploy.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimator;
import costwire.deploy.HttpSettings;
import costwire.deploy.serve.BareServer;
import costwire.deploy.serve.ModelServer;
import costwire.extract.Claim;
import costwire.stream.Json;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the measured process runs: it serves, and takes in articles when it is told to. */
public final class ServingMain {
  private static final HttpSettings LOOPBACK = HttpSettings.plain("127.0.0.1", 0, null);
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Clock CLOCK = Clock.systemUTC();

  private final ModelServer server;
  private final BareServer bare;
  private final Deque<ServedNews.Article> articles;

  private ServingMain(ModelServer server, BareServer bare, List<ServedNews.Article> articles) {
    this.server = server;
    this.bare = bare;
    this.articles = new ArrayDeque<>(articles);
  }

  /**
   * Serves until nobody holds its standard input.
   *
   * @param arguments how many companies, claims and articles to come, and the seed
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Estimator estimator = Estimator.standard();
    ServedNews news =
        new ServedNews(
            estimator,
            new ClaimMix(Long.parseLong(arguments[3])),
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]));
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ModelServer server = new ModelServer(LOOPBACK, estimator, meters);
    news.claims().forEach(server::claim);
    List<Estimate> estimates = news.estimates(done -> say(Word.ESTIMATED, done));
    estimates.forEach(server::estimate);
    news.alerts(estimates).forEach(server::alert);
    byte[] text = json(estimates).getBytes(UTF_8);
    BareServer bare =
        new BareServer(LOOPBACK, text, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    ServingMain main = new ServingMain(server, bare, news.articles(Integer.parseInt(arguments[2])));
    say(Word.SERVING, server.address() + " " + bare.address());
    main.obey(new BufferedReader(new InputStreamReader(System.in, UTF_8)));
    server.close();
    bare.close();
  }

  private void obey(BufferedReader orders) throws IOException, InterruptedException {
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] words = line.split(" ", -1);
      boolean really = Word.valueOf(words[0]) == Word.NEWS;
      Instant due = CLOCK.instant();
      for (int i = 0; i < Integer.parseInt(words[1]); i++) {
        Thread.sleep(Math.max(0, Duration.between(CLOCK.instant(), due).toMillis()));
        take(articles.remove(), really);
        due = due.plus(BETWEEN);
      }
      say(Word.TOLD, words[1]);
    }
  }

  private void take(ServedNews.Article article, boolean really) {
    for (Claim claim : article.claims()) {
      Instant at = CLOCK.instant();
      sent("claim", at, really ? server.claim(claim) : send("claim", claim.id(), claim));
    }
    Instant at = CLOCK.instant();
    Estimate estimate = article.estimate();
    String id = article.claims().get(0).articleId();
    sent("estimate", at, really ? server.estimate(estimate) : send("estimate", id, estimate));
  }

  private String send(String type, String id, Object value) {
    bare.send(id, type, json(value));
    return id;
  }

  private static void sent(String type, Instant at, String id) {
    say(Word.SENT, type + " " + ChronoUnit.MICROS.between(Instant.EPOCH, at) + " " + id);
  }

  private static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void say(Word word, Object rest) {
    System.out.println(word + " " + rest);
  }

  /** What the two processes say to each other, a word at the beginning of each line. */
  enum Word {
    /** To the other: this many companies have an estimate. */
    ESTIMATED,
    /** To the other: the addresses of both servers. */
    SERVING,
    /** Take in so many articles, one a second, and tell the followers. */
    NEWS,
    /** Send the followers of the bare server as much. */
    BARE,
    /** To the other: type, microseconds since 1970 and id of an event. */
    SENT,
    /** To the other: this many articles were taken in. */
    TOLD
  }
}
