package costwire.deploy.serve;

import costwire.aggregate.Alert;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Desk;
import costwire.deploy.notify.Order;
import costwire.deploy.notify.Preview;
import costwire.deploy.notify.Redacted;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.SubscriptionDesk;
import costwire.deploy.notify.SubscriptionDraft;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** {@code /api/subscriptions} and {@code /api/deliveries}: who is told what, and was. */
final class SubscriptionRoutes implements Routes {
  private static final int MOST_PREVIEWED = 100;

  private final ReadModel model;
  private final Desk desk;
  private final Function<Subscription, @Nullable String> refusal;
  private final WriteAccess access;
  private final Clock clock;

  /**
   * @param refusal why nothing could be sent to a subscription; null if something could
   */
  SubscriptionRoutes(
      ReadModel model,
      Desk desk,
      Function<Subscription, @Nullable String> refusal,
      WriteAccess access,
      Clock clock) {
    this.model = model;
    this.desk = desk;
    this.refusal = refusal;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    String one = "/api/subscriptions/{id}";
    return List.of(
        Route.get("/api/subscriptions", this::list),
        Route.write(HandlerType.POST, "/api/subscriptions", this::create),
        Route.write(HandlerType.POST, "/api/subscriptions/preview", this::preview, "since"),
        Route.get(one, this::show),
        Route.write(HandlerType.PUT, one, this::change),
        Route.write(HandlerType.DELETE, one, this::end),
        Route.write(HandlerType.POST, one + "/test", this::test),
        Route.get(one + "/deliveries", this::deliveries, "state", "limit", "after"),
        Route.get("/api/deliveries", this::deliveries, "state", "limit", "after"),
        Route.write(HandlerType.POST, "/api/deliveries/{id}/resend", this::resend));
  }

  private void list(Query query) {
    boolean owner = access.allows(query.context());
    Answer.json(
        query.context(),
        Map.of(
            "items",
            model.outgoing().subscriptions().stream().map(each -> shown(each, owner)).toList()));
  }

  private void show(Query query) {
    Answer.json(query.context(), shown(known(query), access.allows(query.context())));
  }

  private static Subscription shown(Subscription subscription, boolean owner) {
    return owner ? Redacted.of(subscription) : Redacted.forAll(subscription);
  }

  private void create(Query query) {
    Context context = query.context();
    access.check(context);
    Subscription subscription = wanted(context, SubscriptionDesk.newId(), null);
    write(() -> desk.put(subscription));
    model.outgoing().subscription(subscription.id(), subscription);
    context.header("Location", "/api/subscriptions/" + subscription.id());
    Answer.json(context.status(201), Redacted.ofNew(subscription));
  }

  private void change(Query query) {
    Context context = query.context();
    access.check(context);
    Subscription before = known(query);
    Subscription after = wanted(context, before.id(), before);
    write(() -> desk.put(after));
    model.outgoing().subscription(after.id(), after);
    boolean news = before.deliver().webhook() == null;
    Answer.json(context, news ? Redacted.ofNew(after) : Redacted.of(after));
  }

  private void end(Query query) {
    access.check(query.context());
    Subscription subscription = known(query);
    write(() -> desk.end(subscription.id()));
    model.outgoing().subscription(subscription.id(), null);
    query.context().status(204);
  }

  private void test(Query query) {
    access.check(query.context());
    Subscription subscription = known(query);
    requireSent(subscription);
    write(() -> desk.order(Order.test(subscription.id(), clock.instant())));
    query.context().status(202);
  }

  private void preview(Query query) {
    Context context = query.context();
    access.check(context);
    Instant since = query.from("since");
    Subscription subscription = draft(context, "preview", null);
    List<Alert> alerts =
        model.alerts(null, new AlertFilter(null, since)::allows, null, Integer.MAX_VALUE);
    List<Delivery> messages = Preview.of(subscription, alerts.stream());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "items", messages.subList(Math.max(0, messages.size() - MOST_PREVIEWED), messages.size()));
    answer.put("messages", messages.size());
    answer.put("alerts", messages.stream().mapToInt(m -> m.alerts().size() + m.more()).sum());
    Answer.json(context, answer);
  }

  private void deliveries(Query query) {
    Context context = query.context();
    Delivery.State state = query.oneOf("state", Delivery.State.class);
    String id = context.pathParamMap().get("id");
    if (id != null) {
      var unused = known(query);
    }
    int limit = Page.limit(query);
    List<Delivery> found =
        model
            .outgoing()
            .deliveries(
                delivery ->
                    (id == null || id.equals(delivery.subscriptionId()))
                        && (state == null || state == delivery.state()),
                query.cursor("after"),
                limit + 1);
    Answer.json(context, Page.of(found, limit, delivery -> Place.of(delivery).toString()));
  }

  private void resend(Query query) {
    Context context = query.context();
    access.check(context);
    String id = context.pathParam("id");
    Delivery delivery = model.outgoing().delivery(id);
    if (delivery == null) {
      throw new Problem.Refused(404, "There is no delivery '" + Answer.brief(id) + "'");
    }
    if (delivery.state() == Delivery.State.PENDING) {
      throw new Problem.Refused(409, "It is on its way: its next try is at " + delivery.nextAt());
    }
    requireSent(model.outgoing().subscription(delivery.subscriptionId()));
    write(() -> desk.order(Order.again(delivery, clock.instant())));
    context.status(202);
  }

  /**
   * @throws Problem.Refused if nothing is sent to a subscription, so that an order would be in vain
   */
  private static void requireSent(@Nullable Subscription subscription) {
    String why = subscription == null ? "it is there no more" : subscription.silence();
    if (why != null) {
      throw new Problem.Refused(409, "Nothing can be sent to the subscription: " + why);
    }
  }

  private Subscription known(Query query) {
    String id = query.context().pathParam("id");
    Subscription subscription = model.outgoing().subscription(id);
    if (subscription == null) {
      throw new Problem.Refused(404, "There is no subscription '" + Answer.brief(id) + "'");
    }
    return subscription;
  }

  private Subscription wanted(Context context, String id, @Nullable Subscription before) {
    Subscription subscription = draft(context, id, before);
    String why = refusal.apply(subscription);
    if (why != null) {
      throw new Problem.Refused(400, why);
    }
    return subscription;
  }

  private Subscription draft(Context context, String id, @Nullable Subscription before) {
    String type = String.valueOf(context.contentType());
    if (!type.startsWith(Route.JSON)) {
      throw new Problem.Refused(415, "A subscription comes as " + Route.JSON);
    }
    try {
      return SubscriptionDraft.read(context.bodyAsBytes())
          .subscription(id, before, clock.instant());
    } catch (IllegalArgumentException e) {
      throw new Problem.Refused(400, String.valueOf(e.getMessage()));
    }
  }

  /**
   * @throws Problem.Refused if the topics do not take it
   */
  static void write(Runnable writing) {
    try {
      writing.run();
    } catch (KafkaException e) {
      throw new Problem.Refused(503, "The topics cannot be written to just now");
    }
  }
}
