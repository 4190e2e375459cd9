package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import costwire.aggregate.Alert;
import costwire.stream.CloudEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message to a subscription, and how far it has come.
 *
 * @param id {@code webhook-id}: the same for the same alerts to the same subscription, however
 *     often it is tried
 * @param companyId null in a digest of several, and in a test
 * @param alerts its parts, oldest first; none in a test
 * @param more alerts beyond those, which are on their topic only
 * @param state where it stands
 * @param tries since it was made, or ordered again
 * @param nextAt when it is tried next at the earliest; null if it is not
 * @param attempts the latest, oldest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Delivery(
    String id,
    String subscriptionId,
    @Nullable String companyId,
    @Nullable String company,
    Instant createdAt,
    List<Alert> alerts,
    int more,
    State state,
    int tries,
    @Nullable Instant nextAt,
    List<Attempt> attempts) {
  private static final int MOST_ATTEMPTS = 20;

  public Delivery {
    Objects.requireNonNull(id, "a delivery needs an id");
    Objects.requireNonNull(subscriptionId, "a delivery needs a subscription");
    Objects.requireNonNull(createdAt, "a delivery needs the time it was made");
    Objects.requireNonNull(state, "a delivery needs a state");
    alerts = List.copyOf(alerts);
    attempts = List.copyOf(attempts);
  }

  /** Where a message stands. */
  public enum State {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("delivered")
    DELIVERED,
    /** Given up; it can be ordered again. */
    @JsonProperty("dead")
    DEAD,
    /** Its subscription is there no more. */
    @JsonProperty("cancelled")
    CANCELLED
  }

  /** A new message. */
  static Delivery of(String subscriptionId, List<Alert> alerts, int more, Instant at) {
    Alert first = alerts.get(0);
    boolean one = alerts.stream().allMatch(a -> a.companyId().equals(first.companyId()));
    byte[][] parts = new byte[alerts.size() + 1][];
    parts[0] = (subscriptionId + '\0').getBytes(UTF_8);
    for (int i = 0; i < alerts.size(); i++) {
      parts[i + 1] = (alerts.get(i).id() + '\0').getBytes(UTF_8);
    }
    return new Delivery(
        "msg_" + CloudEvents.id(parts),
        subscriptionId,
        one ? first.companyId() : null,
        one ? first.company() : null,
        at,
        alerts,
        more,
        State.PENDING,
        0,
        at,
        List.of());
  }

  /** A message without alerts. */
  static Delivery test(String subscriptionId, Instant asked, Instant at) {
    String id = CloudEvents.id(("test\0" + subscriptionId + '\0' + asked).getBytes(UTF_8));
    return new Delivery(
        "msg_" + id, subscriptionId, null, null, at, List.of(), 0, State.PENDING, 0, at, List.of());
  }

  /** The same, from the start of its schedule on. */
  Delivery again(Instant at) {
    return new Delivery(
        id, subscriptionId, companyId, company, at, alerts, more, State.PENDING, 0, at, attempts);
  }

  /** The same after another try. */
  Delivery tried(Attempt attempt, State now, @Nullable Instant next) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    List<Attempt> latest = all.subList(Math.max(0, all.size() - MOST_ATTEMPTS), all.size());
    return new Delivery(
        id,
        subscriptionId,
        companyId,
        company,
        createdAt,
        alerts,
        more,
        now,
        tries + 1,
        next,
        latest);
  }

  /** Whether it is only to see whether the receiver is there. */
  @JsonIgnore
  public boolean isTest() {
    return alerts.isEmpty();
  }
}
