package costwire.deploy.notify;

import costwire.aggregate.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a subscription would have been sent, had it been there. */
public final class Preview {
  private Preview() {}

  /**
   * The messages, oldest first, each when it would have left.
   *
   * @param alerts that were told, in any order
   */
  public static List<Delivery> of(Subscription subscription, Stream<Alert> alerts) {
    List<Alert> wanted =
        alerts
            .filter(alert -> alert.subscriptionId() == null && subscription.isAbout(alert))
            .sorted(Comparator.comparing(Alert::at).thenComparing(Alert::id))
            .toList();
    return new Rehearsal(subscription).run(wanted);
  }

  /** The outbox's rules without its stores. */
  private static final class Rehearsal {
    private final Subscription subscription;
    private final Deliver.@Nullable Digest digest;
    private final Map<String, Group> open = new TreeMap<>();
    private final List<Delivery> left = new ArrayList<>();
    private @Nullable Instant before;

    /** No group leaves before it: with thousands that rest, not every alert looks at them all. */
    private Instant soonest = Instant.MAX;

    Rehearsal(Subscription subscription) {
      this.subscription = subscription;
      Deliver.Email email = subscription.deliver().email();
      this.digest = email == null ? null : email.digest();
    }

    List<Delivery> run(List<Alert> alerts) {
      Instant last = Instant.MIN;
      for (Alert alert : alerts) {
        if (alert.at().isAfter(last)) {
          leave(alert.at());
        }
        last = alert.at();
        add(digest == null ? alert.companyId() : "", alert);
      }
      leave(Instant.MAX);
      return left;
    }

    private void add(String key, Alert alert) {
      Group before = open.get(key);
      Group now = before == null ? Group.of(alert, alert.at()) : before.and(alert, alert.at());
      open.put(key, now);
      Instant at = leaves(now);
      soonest = at.isBefore(soonest) ? at : soonest;
    }

    /** All groups whose time has come by then, each at its own time. */
    private void leave(Instant until) {
      while (!open.isEmpty() && !soonest.isAfter(until)) {
        Map.Entry<String, Group> next = next();
        Group group = next.getValue();
        soonest = leaves(group);
        if (soonest.isAfter(until)) {
          return;
        }
        // Not before the group was taken: a tree puts its next entry into the place of this one.
        open.remove(next.getKey());
        before = soonest;
        left.add(Delivery.of(subscription.id(), group.alerts(), group.more(), soonest));
      }
    }

    private Map.Entry<String, Group> next() {
      return open.entrySet().stream()
          .min(
              Comparator.<Map.Entry<String, Group>, Instant>comparing(
                      entry -> leaves(entry.getValue()))
                  .thenComparing(entry -> entry.getValue().first()))
          .orElseThrow();
    }

    private Instant leaves(Group group) {
      return subscription.pace().leaves(group.first(), group.last(), before, digest);
    }
  }
}
