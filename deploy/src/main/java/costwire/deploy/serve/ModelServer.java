package costwire.deploy.serve;

import costwire.aggregate.Alert;
import costwire.aggregate.Alerts;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimates;
import costwire.aggregate.Estimator;
import costwire.deploy.HttpSettings;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.stream.Topic;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the role {@code serve} answers to readers, without a cluster: who opens it fills it, in one
 * thread, as the reader of the topics would.
 */
public final class ModelServer implements AutoCloseable {
  /** Clients that may follow the stream at once. */
  public static final int MAX_FOLLOWERS = StreamServlet.MAX_CLIENTS;

  /** Claims that it holds at once. */
  public static final int MAX_CLAIMS = ReadModel.MAX_CLAIMS;

  private static final String LOG = "nowhere";

  private final ReadModel model = new ReadModel(LOG, MAX_CLAIMS);
  private final Map<String, Long> ends = new HashMap<>();
  private final HttpServer server;

  /**
   * Starts serving.
   *
   * @throws costwire.deploy.Refusal if the port cannot be listened on
   */
  public ModelServer(HttpSettings http, Estimator estimator, PrometheusMeterRegistry meters) {
    this.server =
        HttpServer.start(
            http,
            model,
            estimator::estimates,
            meters,
            List::of,
            new CurveRoutes(model, estimator::curves));
  }

  /** Takes in a claim; returns the id of its event. */
  public String claim(Claim claim) {
    int partition = partition(Claims.TOPIC, claim.companyId());
    model.claim(partition, offset(Claims.TOPIC, partition), claim);
    return model.positions().toString();
  }

  /** Takes in an estimate; returns the id of its event. */
  public String estimate(Estimate estimate) {
    String company = estimate.companyId();
    int partition = partition(Estimates.TOPIC, company);
    model.estimate(partition, offset(Estimates.TOPIC, partition), company, estimate);
    return model.positions().toString();
  }

  /** Takes in an alert. */
  public void alert(Alert alert) {
    int partition = partition(Alerts.TOPIC, alert.companyId());
    model.alert(partition, offset(Alerts.TOPIC, partition), alert);
  }

  private static int partition(Topic<?> topic, String key) {
    return Math.floorMod(key.hashCode(), topic.partitions());
  }

  private long offset(Topic<?> topic, int partition) {
    return ends.merge(topic.name() + "-" + partition, 1L, Long::sum) - 1;
  }

  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
  }
}
