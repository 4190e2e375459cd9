package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import costwire.aggregate.Alert;
import costwire.deploy.notify.Subscription;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /alerts.atom}: alerts for feed readers, all of them or those of a subscription. */
final class AtomRoutes implements Routes {
  private static final String ATOM = "application/atom+xml";
  private static final int MOST = 100;

  /** What XML cannot hold, however it is written. */
  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\x09\\x0a\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]");

  private final ReadModel model;

  AtomRoutes(ReadModel model) {
    this.model = model;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/alerts.atom", this::feed, "subscription").giving(ATOM));
  }

  private void feed(Query query) {
    String id = query.text("subscription");
    Subscription subscription = id == null ? null : model.outgoing().subscription(id);
    if (id != null && subscription == null) {
      throw new Problem.Refused(404, "There is no subscription '" + Answer.brief(id) + "'");
    }
    List<Alert> alerts = model.alerts(null, alert -> isIn(alert, subscription), null, MOST);
    try {
      byte[] body = new WireFeedOutput().outputString(feed(alerts, subscription)).getBytes(UTF_8);
      Answer.state(query.context(), body, ATOM + "; charset=utf-8");
    } catch (FeedException e) {
      throw new IllegalStateException("our own feed cannot be written", e);
    }
  }

  /** A reader of a subscription hears, too, that it is told no more. */
  private static boolean isIn(Alert alert, @Nullable Subscription subscription) {
    if (subscription == null) {
      return alert.subscriptionId() == null;
    }
    boolean since = !alert.at().isBefore(subscription.createdAt());
    return subscription.id().equals(alert.subscriptionId())
        || (since && alert.subscriptionId() == null && subscription.isAbout(alert));
  }

  private static Feed feed(List<Alert> alerts, @Nullable Subscription subscription) {
    Feed feed = new Feed("atom_1.0");
    String id = subscription == null ? "all" : subscription.id();
    feed.setId("urn:costwire:alerts:" + id);
    feed.setTitle(
        subscription == null ? "Costwire: alerts" : "Costwire: " + written(subscription.name()));
    Instant updated =
        alerts.isEmpty()
            ? subscription == null ? Instant.EPOCH : subscription.createdAt()
            : alerts.get(0).at();
    feed.setUpdated(Date.from(updated));
    Person author = new Person();
    author.setName("Costwire");
    feed.setAuthors(List.of(author));
    feed.setEntries(alerts.stream().map(AtomRoutes::entry).toList());
    return feed;
  }

  private static Entry entry(Alert alert) {
    Entry entry = new Entry();
    entry.setId("urn:costwire:alert:" + alert.id());
    entry.setTitle(written(alert.reason()));
    entry.setUpdated(Date.from(alert.at()));
    entry.setPublished(Date.from(alert.at()));
    Link link = new Link();
    link.setRel("alternate");
    link.setHref("/#/company/" + URLEncoder.encode(alert.companyId(), UTF_8));
    entry.setAlternateLinks(List.of(link));
    Content summary = new Content();
    summary.setType("text");
    summary.setValue(written(alert.company() + ": " + alert.reason()));
    entry.setSummary(summary);
    return entry;
  }

  private static String written(String text) {
    return UNWRITABLE.matcher(text).replaceAll("\ufffd");
  }
}
