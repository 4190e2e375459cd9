package costwire.deploy.serve;

import costwire.ingest.Feed;
import costwire.ingest.Hub;
import costwire.ingest.Push;
import costwire.ingest.WebSub;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /websub/{token}}: where the hubs that the follower asked say yes, no, and that a feed
 * changed. What they send of the feed is not read: the follower asks the feed itself.
 */
final class WebSubRoutes implements Routes {
  private static final String PATH = "/" + WebSub.PATH + "{token}";

  /** In bytes. */
  private static final int MAX_MESSAGE = 1 << 20;

  private static final int MAX_CHALLENGE = 2_000;

  /** Of a hub that forgets to say how long it will. */
  private static final Duration USUAL_LEASE = Duration.ofDays(1);

  private static final Duration LONGEST_LEASE = Duration.ofDays(30);

  private final WebSub webSub;
  private final HubTokens tokens;
  private final BooleanSupplier filling;
  private final FeedRoutes.Desk desk;
  private final MeterRegistry meters;
  private final Clock clock;

  /**
   * @param filling whether feeds may still be missing from the model
   */
  WebSubRoutes(
      WebSub webSub,
      ReadModel model,
      BooleanSupplier filling,
      FeedRoutes.Desk desk,
      MeterRegistry meters,
      Clock clock) {
    this.webSub = webSub;
    this.filling = filling;
    this.tokens = new HubTokens(webSub, model);
    this.desk = desk;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.write(
                HandlerType.GET,
                PATH,
                query -> answer(query.context()),
                "hub.mode",
                "hub.topic",
                "hub.challenge",
                "hub.lease_seconds",
                "hub.reason")
            .giving("text/plain"),
        Route.write(HandlerType.POST, PATH, query -> hear(query.context())));
  }

  /** A hub wants to know whether what it was asked was meant, or says no. */
  private void answer(Context context) {
    Feed feed = feed(context);
    String topic = String.valueOf(context.queryParam("hub.topic"));
    Hub hub = feed == null || feed.hasEnded() ? null : feed.stateOrNew().hub();
    boolean wanted = hub != null && hub.topic().equals(topic);
    String mode = String.valueOf(context.queryParam("hub.mode"));
    if (mode.equals("subscribe") && wanted && feed != null) {
      String challenge = challenge(context);
      Instant now = clock.instant();
      tell(feed, feed.pushOrNone().granted(now, now.plus(lease(context))));
      count("verified");
      context.result(challenge).contentType("text/plain; charset=utf-8");
    } else if (mode.equals("unsubscribe") && !wanted) {
      count("ended");
      context.result(challenge(context)).contentType("text/plain; charset=utf-8");
    } else if (mode.equals("denied") && wanted && feed != null) {
      String reason = context.queryParam("hub.reason");
      String why = reason == null ? "the hub gives no reason" : Answer.brief(reason);
      tell(feed, feed.pushOrNone().denied(clock.instant(), why));
      count("denied");
    } else {
      count("unwanted");
      throw new Problem.Refused(404, "Nothing of the kind was asked for");
    }
  }

  private static String challenge(Context context) {
    String challenge = context.queryParam("hub.challenge");
    if (challenge == null || challenge.isEmpty() || challenge.length() > MAX_CHALLENGE) {
      throw new Problem.Refused(
          400, "'hub.challenge' must be 1 to " + MAX_CHALLENGE + " characters");
    }
    return challenge;
  }

  private static Duration lease(Context context) {
    String seconds = context.queryParam("hub.lease_seconds");
    if (seconds == null || !seconds.matches("[0-9]{1,12}")) {
      return USUAL_LEASE;
    }
    Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
    return lease.compareTo(LONGEST_LEASE) < 0 ? lease : LONGEST_LEASE;
  }

  /** A hub says that a feed changed; it hears the same answer whether it is believed or not. */
  private void hear(Context context) {
    Feed feed = feed(context);
    if (feed == null || feed.hasEnded()) {
      count("unwanted");
      throw new Problem.Refused(410, "Nobody listens here any more");
    }
    byte[] message = message(context);
    if (HubSignature.holds(
        context.header(HubSignature.HEADER), webSub.secret(feed.url()), message)) {
      tell(feed, feed.pushOrNone().pushed(clock.instant()));
      count("pushed");
    } else {
      count("bad-signature");
    }
    context.status(202);
  }

  private static byte[] message(Context context) {
    try {
      byte[] message = context.bodyInputStream().readNBytes(MAX_MESSAGE + 1);
      if (message.length > MAX_MESSAGE) {
        throw new Problem.Refused(413, "A message has at most " + MAX_MESSAGE + " bytes");
      }
      return message;
    } catch (IOException e) {
      throw new Problem.Refused(400, "The message broke off");
    }
  }

  /**
   * Null if the token is one of ours, but for no feed that is followed. That is not said before all
   * feeds are known: a hub that hears it never comes back.
   */
  private @Nullable Feed feed(Context context) {
    String token = context.pathParam("token");
    if (!webSub.isOurs(token)) {
      count("unknown");
      throw new Problem.Refused(404, "There is nobody of this name");
    }
    // Asked first: what was missing a moment ago may be there by then.
    boolean incomplete = filling.getAsBoolean();
    Feed feed = tokens.feed(token);
    if (feed == null && incomplete) {
      count("early");
      throw new Problem.Refused(503, "The feeds are still being read");
    }
    return feed;
  }

  private void tell(Feed feed, Push push) {
    try {
      desk.follow(List.of(feed.telling(push)));
    } catch (IOException e) {
      throw new Problem.Refused(503, "The topic of feeds cannot be written to just now");
    }
  }

  private void count(String outcome) {
    meters.counter("costwire.websub", "outcome", outcome).increment();
  }
}
