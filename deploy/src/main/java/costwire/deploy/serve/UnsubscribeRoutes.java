package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.notify.Desk;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.Unsubscribing;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /unsubscribe}: where links in mails lead. Whoever has the link may: it needs no token. To
 * look changes nothing, as programs look at every link in a mail; to post does, and mail programs
 * do that for their readers (RFC 8058).
 */
final class UnsubscribeRoutes implements Routes {
  private static final String HTML = "text/html";
  private static final String PATH = "/" + Unsubscribing.PATH;

  private final ReadModel model;
  private final BooleanSupplier filling;
  private final Desk desk;

  /**
   * @param filling whether subscriptions may still be missing from the model
   */
  UnsubscribeRoutes(ReadModel model, BooleanSupplier filling, Desk desk) {
    this.model = model;
    this.filling = filling;
    this.desk = desk;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PATH, this::ask, "subscription", "key").giving(HTML),
        Route.write(HandlerType.POST, PATH, this::end, "subscription", "key").giving(HTML));
  }

  private void ask(Query query) {
    Subscription subscription = meant(query);
    page(
        query.context(),
        subscription == null
            ? ended()
            : "<p>Alerts of the subscription <b dir=\"auto\">"
                + escaped(subscription.name())
                + "</b> come to you by mail.</p>"
                + "<form method=\"post\"><button>Unsubscribe</button></form>");
  }

  private void end(Query query) {
    Subscription subscription = meant(query);
    if (subscription != null) {
      SubscriptionRoutes.write(() -> desk.end(subscription.id()));
      model.outgoing().subscription(subscription.id(), null);
    }
    page(query.context(), ended());
  }

  /** Null if it has ended already. */
  private @Nullable Subscription meant(Query query) {
    // Asked first: what was missing a moment ago may be there by then.
    boolean incomplete = filling.getAsBoolean();
    String id = query.text("subscription");
    String key = query.text("key");
    if (id == null || key == null) {
      throw new Problem.Refused(400, "This link is not complete");
    }
    Subscription subscription = model.outgoing().subscription(id);
    if (subscription == null && incomplete) {
      throw new Problem.Refused(503, "The subscriptions are still being read");
    }
    if (subscription != null && !Unsubscribing.holds(subscription, key)) {
      throw new Problem.Refused(404, "This link was for another subscription or address");
    }
    return subscription;
  }

  private static String ended() {
    return "<p>Nothing is sent to you by this subscription any more.</p>";
  }

  private static void page(Context context, String body) {
    String html =
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\">"
            + "<meta name=\"color-scheme\" content=\"light dark\">"
            + "<meta name=\"robots\" content=\"noindex\">"
            + "<title>Costwire</title></head><body><h1>Costwire</h1>"
            + body
            + "</body></html>";
    context
        .header("Cache-Control", "no-store")
        .result(html.getBytes(UTF_8))
        .contentType(HTML + "; charset=utf-8");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
