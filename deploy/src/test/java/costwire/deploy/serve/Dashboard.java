package costwire.deploy.serve;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimator;
import costwire.deploy.HttpSettings;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Subscription;
import costwire.extract.Claim;
import costwire.ingest.Feed;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The dashboard in a real browser, over a read model in this process: what a test prints is
 * estimated and on its way to the page when {@link #print} returns.
 */
final class Dashboard implements BeforeAllCallback, AfterAllCallback {
  /** Subscriptions are written with it alone. */
  static final String TOKEN = "correct-horse-battery";

  private static final Estimator ESTIMATOR = Estimator.standard();

  private final List<Claim> first;
  private final List<Claim> claims = new ArrayList<>();
  private final Fakes.SubscriptionTopics topics = new Fakes.SubscriptionTopics();
  private final ReadModel model = new ReadModel("log", 10_000);
  private @Nullable HttpServer server;
  private @Nullable Browser browser;
  private long offset;

  private Dashboard(List<Claim> first) {
    this.first = first;
  }

  /** Of the demo's articles. */
  static Dashboard ofSampleNews() {
    return new Dashboard(Browser.isInstalled() ? SampleNews.claims() : List.of());
  }

  /** Of nothing yet. */
  static Dashboard empty() {
    return new Dashboard(List.of());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Assumptions.assumeTrue(
        Browser.isInstalled(), "The dashboard is tested where chromium and chromedriver are");
    print(first);
    serve(0);
    browser = new Browser();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  Browser browser() {
    return Objects.requireNonNull(browser);
  }

  /** Opens a view by its fragment, such as {@code /company/deepseek}. */
  Browser open(String view) {
    browser().open(server().address() + "#" + view);
    browser().await("document.querySelector('main h1')");
    return browser();
  }

  /** Opens a view and waits until something of its is to be seen. */
  Browser open(String view, String css) {
    open(view).find(css);
    return browser();
  }

  /** Adds claims, and estimates all companies anew. */
  void print(Collection<Claim> news) {
    claims.addAll(news);
    news.forEach(claim -> model.claim(0, offset++, claim));
    for (Estimate estimate : ESTIMATOR.estimates(claims, null)) {
      if (!estimate.lines().isEmpty() && !estimate.equals(model.estimate(estimate.companyId()))) {
        model.estimate(0, offset++, estimate.companyId(), estimate);
      }
    }
  }

  boolean isEmpty() {
    return model.estimates().isEmpty();
  }

  /** An estimate that no claim is behind. */
  void estimate(Estimate estimate) {
    model.estimate(0, offset++, estimate.companyId(), estimate);
  }

  void alert(Alert alert) {
    model.alert(0, offset++, alert);
  }

  void feed(Feed feed) {
    model.feed(feed.url(), feed);
  }

  void subscription(Subscription subscription) {
    model.outgoing().subscription(subscription.id(), subscription);
  }

  void delivery(Delivery delivery) {
    model.outgoing().delivery(delivery);
  }

  /** What the page had written of subscriptions. */
  Fakes.SubscriptionTopics topics() {
    return topics;
  }

  /** Closes the server; what is printed meanwhile is missed by the page. */
  void hangUp() {
    server().close();
  }

  /** Serves again where it was served before. */
  void serveAgain() {
    serve(server().address().getPort());
  }

  private HttpServer server() {
    return Objects.requireNonNull(server);
  }

  private void serve(int port) {
    server =
        HttpServer.start(
            HttpSettings.plain("127.0.0.1", port, null),
            model,
            Dashboard::recomputed,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            List::of,
            new CurveRoutes(model, ESTIMATOR::curves),
            Fakes.feedRoutes(model),
            new SubscriptionRoutes(
                model,
                topics,
                subscription -> null,
                WriteAccess.of(TOKEN, "127.0.0.1"),
                Clock.systemUTC()));
  }

  /** Fails for the first of all days, so that the page must say so. */
  private static List<Estimate> recomputed(Collection<Claim> claims, @Nullable Instant asOf) {
    if (asOf != null && asOf.isBefore(Instant.parse("1971-01-01T00:00:00Z"))) {
      throw new IllegalStateException("a failure that a test asked for");
    }
    return ESTIMATOR.estimates(claims, asOf);
  }
}
