package costwire.deploy.serve;

import costwire.aggregate.Estimator;
import costwire.deploy.Cluster;
import costwire.deploy.FeedList;
import costwire.deploy.HttpSettings;
import costwire.deploy.Role;
import costwire.deploy.Stage;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.SubscriptionDesk;
import costwire.ingest.WebSub;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The role {@code serve} at work: a read model, its reader and its HTTP server. */
public final class Serve implements Stage {
  private final ReadModel model;
  private final ModelReader reader;
  private final Thread thread;
  private final HttpServer server;

  private Serve(ReadModel model, ModelReader reader, Thread thread, HttpServer server) {
    this.model = model;
    this.reader = reader;
    this.thread = thread;
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @param http how to listen, and to whom
   * @param webSub where the hubs of feeds reach this server; null: nowhere
   * @param refusal why nothing could be sent to a subscription; null if something could
   * @param estimator for what is asked as of a day
   * @param log names the cluster's log, so that positions in another are not mistaken for this
   * @param unready why this process is not ready, one sentence a reason
   * @throws costwire.deploy.Refusal if the port cannot be listened on
   */
  public static Serve start(
      Cluster cluster,
      String log,
      HttpSettings http,
      @Nullable WebSub webSub,
      Function<Subscription, @Nullable String> refusal,
      Estimator estimator,
      PrometheusMeterRegistry meters,
      Clock clock,
      Supplier<List<String>> unready) {
    ReadModel model = new ReadModel(log, ReadModel.MAX_CLAIMS);
    ModelGauges.bind(model, meters);
    FeedDesk desk = new FeedDesk(new FeedList(cluster, clock));
    ModelReader reader = new ModelReader(cluster, model, meters, clock);
    List<Routes> further = new ArrayList<>();
    further.add(new CurveRoutes(model, estimator::curves));
    WriteAccess access = WriteAccess.of(http.token(), http.bind());
    further.add(new FeedRoutes(model, desk, access));
    SubscriptionDesk subscriptions = new SubscriptionDesk(cluster, clock);
    further.add(new UnsubscribeRoutes(model, () -> reader.unready() != null, subscriptions));
    further.add(new SubscriptionRoutes(model, subscriptions, refusal, access, clock));
    if (webSub != null) {
      further.add(
          new WebSubRoutes(webSub, model, () -> reader.unready() != null, desk, meters, clock));
    }
    HttpServer server =
        HttpServer.start(
            http, model, estimator::estimates, meters, unready, further.toArray(Routes[]::new));
    Thread thread = new Thread(reader, "read-model");
    thread.start();
    return new Serve(model, reader, thread, server);
  }

  /** Where the dashboard is. */
  public URI address() {
    return server.address();
  }

  public ReadModel model() {
    return model;
  }

  /** Whether the model holds all that stands before these offsets. */
  public boolean hasRead(Map<TopicPartition, Long> ends) {
    return reader.hasRead(ends);
  }

  @Override
  public Role role() {
    return Role.SERVE;
  }

  @Override
  public @Nullable String unready() {
    return reader.unready();
  }

  @Override
  public void close() {
    server.close();
    reader.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
