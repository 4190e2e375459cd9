package costwire.deploy.serve;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.deploy.HttpSettings;
import costwire.deploy.notify.Attempt;
import costwire.deploy.notify.Deliver;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Desk;
import costwire.deploy.notify.Order;
import costwire.deploy.notify.Pace;
import costwire.deploy.notify.Subscription;
import costwire.extract.Bound;
import costwire.extract.Claim;
import costwire.extract.Measure;
import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.ingest.Feed;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Records made up for the tests of the API. */
final class Fakes {
  private static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");

  /** A receiver, with a part of its address that is nobody's business. */
  static final URI HOOK = URI.create("https://hooks.example/services/T0KEN");

  static final String SECRET = "whsec_" + "c2VjcmV0".repeat(4);

  /** Any free port of this machine. */
  static final HttpSettings LOOPBACK = HttpSettings.plain("127.0.0.1", 0, null);

  private Fakes() {}

  /** Of a server where only this machine's clients write, straight into the model. */
  static FeedRoutes feedRoutes(ReadModel model) {
    return new FeedRoutes(model, new FeedTopic(model), WriteAccess.of(null, "127.0.0.1"));
  }

  /** A server on this machine, of a model that has no estimates. */
  static HttpServer server(ReadModel model, PrometheusMeterRegistry meters, Routes routes) {
    return HttpServer.start(
        HttpSettings.plain("127.0.0.1", 0, null),
        model,
        (claims, asOf) -> List.of(),
        meters,
        List::of,
        routes);
  }

  /** A topic without a broker. */
  record FeedTopic(ReadModel model) implements FeedRoutes.Desk {
    @Override
    public void follow(Collection<Feed> feeds) {
      feeds.forEach(feed -> model.feed(feed.url(), feed));
    }

    @Override
    public void end(String url) {
      model.feed(url, null);
    }
  }

  /** The topics of subscriptions without a broker: what was put, ended and ordered. */
  record SubscriptionTopics(Map<String, Subscription> put, List<Order> orders) implements Desk {
    SubscriptionTopics() {
      this(new TreeMap<>(), new ArrayList<>());
    }

    @Override
    public void put(Subscription subscription) {
      put.put(subscription.id(), subscription);
    }

    @Override
    public void end(String id) {
      put.remove(id);
    }

    @Override
    public void order(Order order) {
      orders.add(order);
    }
  }

  static Claim claim(int number, String company) {
    return claim(number, company, company + " spent $5 million on a model.");
  }

  static Claim claim(int number, String company, String sentence) {
    BigDecimal figure = BigDecimal.valueOf(5_000_000L + number);
    return new Claim(
        "claim-" + number,
        "article-" + number / 2,
        "https://outlet.example/" + number,
        "outlet",
        DAY.plusSeconds(number * 60L),
        number % 2 == 0 ? "en" : "el",
        "=A headline, with \"quotes\"",
        "text",
        0,
        2,
        "$5",
        sentence,
        number % 3 == 0 ? Measure.CHIPS : Measure.COST,
        figure,
        figure,
        figure,
        number % 3 == 0 ? "chips" : "USD",
        Bound.EXACT,
        null,
        null,
        company,
        null,
        null,
        Scope.TRAINING_RUN,
        Stance.ASSERTED,
        company.toLowerCase(Locale.ROOT),
        null,
        0.9,
        "test",
        null,
        false);
  }

  static Estimate estimate(String company, long dollars) {
    BigDecimal figure = BigDecimal.valueOf(dollars);
    Estimate.Line line =
        new Estimate.Line(
            "Model-1",
            Scope.TRAINING_RUN,
            new Estimate.Interval(figure, figure, figure),
            List.of(),
            null,
            null,
            Estimate.Agreement.SINGLE_SOURCE,
            null,
            List.of(new Estimate.Evidence("claim-1", BigDecimal.ONE, "outlet: 5000001 USD")),
            List.of(),
            List.of(),
            List.of());
    return new Estimate(company, company, DAY, null, null, List.of(line));
  }

  /** To a webhook, of everything. */
  static Subscription subscription(String id) {
    return new Subscription(
        id,
        "Desk " + id,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        Pace.STANDARD,
        new Deliver(new Deliver.Webhook(HOOK, SECRET, null, null), null, null),
        DAY,
        null,
        null);
  }

  /** Of a minute of the day, with one alert. */
  static Delivery delivery(int number, String subscription, Delivery.State state) {
    Instant at = DAY.plusSeconds(number * 60L);
    return new Delivery(
        "msg_" + number,
        subscription,
        "openai",
        "OpenAI",
        at,
        List.of(alert(number, "OpenAI")),
        0,
        state,
        1,
        state == Delivery.State.PENDING ? at.plusSeconds(5) : null,
        List.of(new Attempt(at, 503, "the receiver answered 503")));
  }

  /** Of a minute of the day, of one kind after the other. */
  static Alert alert(int number, String company) {
    // The kinds that are about claims.
    Alert.Kind[] kinds = Arrays.copyOf(Alert.Kind.values(), 6);
    BigDecimal figure = BigDecimal.valueOf(5_000_000L + number);
    return new Alert(
        "alert-" + number,
        DAY.plusSeconds(number * 60L),
        company.toLowerCase(Locale.ROOT),
        company,
        kinds[number % kinds.length],
        new Alert.Line("Model-1", Scope.TRAINING_RUN),
        null,
        new Alert.State(
            new Estimate.Interval(figure, figure, figure), Estimate.Agreement.SINGLE_SOURCE, 1),
        "Something changed.",
        List.of("claim-" + number),
        null);
  }
}
