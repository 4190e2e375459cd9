package costwire.deploy.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import costwire.aggregate.Alert;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told, and how.
 *
 * @param id made by the server, never used again
 * @param name what its owner calls it
 * @param companies company ids; empty: all
 * @param kinds of alerts; empty: all
 * @param scopes of lines; empty: all
 * @param byPercent of alerts that an estimate moved, only those by at least so much; null: any
 * @param aboveUsd only lines whose median is at least this, before or after; null: any
 * @param belowUsd only lines whose median is at most this, before or after; null: any
 * @param pace when it is told
 * @param createdAt alerts of changes before it are not told
 * @param disabledAt since when nothing is sent; null: it is
 * @param disabledWhy the reason, in words; null if it is not disabled
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Subscription(
    String id,
    String name,
    List<String> companies,
    List<Alert.Kind> kinds,
    List<Scope> scopes,
    @Nullable Integer byPercent,
    @Nullable BigDecimal aboveUsd,
    @Nullable BigDecimal belowUsd,
    Pace pace,
    Deliver deliver,
    Instant createdAt,
    @Nullable Instant disabledAt,
    @Nullable String disabledWhy) {
  public Subscription {
    Objects.requireNonNull(id, "a subscription needs an id");
    Objects.requireNonNull(name, "a subscription needs a name");
    Objects.requireNonNull(pace, "a subscription needs a pace");
    Objects.requireNonNull(deliver, "a subscription needs a way to be told");
    Objects.requireNonNull(createdAt, "a subscription needs the time it was made");
    companies = List.copyOf(companies);
    kinds = List.copyOf(kinds);
    scopes = List.copyOf(scopes);
  }

  /** The same with nothing sent any more. */
  public Subscription disabled(Instant at, String why) {
    return new Subscription(
        id, name, companies, kinds, scopes, byPercent, aboveUsd, belowUsd, pace, deliver, createdAt,
        at, why);
  }

  /** The same, delivered another way. */
  public Subscription delivering(Deliver other) {
    return new Subscription(
        id,
        name,
        companies,
        kinds,
        scopes,
        byPercent,
        aboveUsd,
        belowUsd,
        pace,
        other,
        createdAt,
        disabledAt,
        disabledWhy);
  }

  /** Why nothing is sent to it, in words; null if it is. */
  public @Nullable String silence() {
    if (!deliver.isSent()) {
      return "nothing is sent to a feed: its readers ask for it";
    }
    return disabledAt == null ? null : "it is disabled: " + disabledWhy;
  }

  /** Whether it is about the alert. An alert about another subscription is nobody's news. */
  public boolean wants(Alert alert) {
    return alert.subscriptionId() == null
        && disabledAt == null
        && !alert.at().isBefore(createdAt)
        && isAbout(alert);
  }

  /** The same, whenever it was made: what it would have been told. */
  public boolean isAbout(Alert alert) {
    return (companies.isEmpty() || companies.contains(alert.companyId()))
        && (kinds.isEmpty() || kinds.contains(alert.kind()))
        && (scopes.isEmpty() || scopes.contains(alert.line().scope()))
        && Magnitude.of(alert).isWithin(byPercent, aboveUsd, belowUsd);
  }
}
