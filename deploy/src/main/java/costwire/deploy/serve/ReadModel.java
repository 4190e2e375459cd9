package costwire.deploy.serve;

import costwire.aggregate.Alert;
import costwire.aggregate.Alerts;
import costwire.aggregate.Estimate;
import costwire.aggregate.Estimates;
import costwire.aggregate.Estimator;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.ingest.Feed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the topics of claims, estimates, alerts and feeds say at this moment, in memory.
 *
 * <p>Every serving instance holds all of it: the partitions together are small (one estimate a
 * company, a bounded number of claims), each question of the API spans companies, and an instance
 * that has everything needs to ask no other and can be lost at any time.
 */
public final class ReadModel {
  /** Claims beyond these are in the topic only; the oldest leave first. */
  static final int MAX_CLAIMS = 200_000;

  /** Alerts beyond these are in the topic only. */
  private static final int MAX_ALERTS = 100_000;

  /** An estimate and where in the topic it stands. */
  private record Held(Estimate estimate, int partition, long offset) {}

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Held> estimates = new TreeMap<>();

  /** Companies that have no estimate any more, for followers who were away when they lost it. */
  private final Map<String, Held> ended = new HashMap<>();

  private final Map<String, Feed> feeds = new TreeMap<>();
  private final ClaimShelf claims;
  private final AlertShelf alerts = new AlertShelf(MAX_ALERTS);
  private final Set<Consumer<LiveEvent>> followers = new CopyOnWriteArraySet<>();
  private final NotifyModel outgoing = new NotifyModel();
  private Positions positions;

  /**
   * @param log names the cluster whose offsets the positions are of
   */
  ReadModel(String log, int maxClaims) {
    this.positions = Positions.start(log);
    this.claims = new ClaimShelf(maxClaims);
  }

  /** Who is told what. */
  public NotifyModel outgoing() {
    return outgoing;
  }

  /** Takes in a claim or a retraction. */
  void claim(int partition, long offset, Claim claim) {
    write(
        () -> {
          claims.put(new ClaimShelf.Held(claim, partition, offset));
          return moved("claim", Claims.TOPIC.name(), partition, offset, claim);
        });
  }

  /** Takes in an estimate; null: the company has none any more. */
  void estimate(int partition, long offset, String company, @Nullable Estimate estimate) {
    write(
        () -> {
          estimates.remove(company);
          ended.remove(company);
          Estimate shown =
              estimate == null
                  ? new Estimate(company, company, null, null, null, List.of())
                  : estimate;
          (shown.lines().isEmpty() ? ended : estimates)
              .put(company, new Held(shown, partition, offset));
          return moved("estimate", Estimates.TOPIC.name(), partition, offset, shown);
        });
  }

  /** Takes in an alert. */
  void alert(int partition, long offset, Alert alert) {
    write(
        () ->
            alerts.put(new AlertShelf.Held(alert, partition, offset))
                ? moved("alert", Alerts.TOPIC.name(), partition, offset, alert)
                : null);
  }

  /** Takes in a feed; null: it is followed no longer. */
  void feed(String url, @Nullable Feed feed) {
    write(
        () -> {
          if (feed == null) {
            feeds.remove(url);
          } else {
            // A change of settings comes without the state, which stays as it was.
            Feed current = feed.over(feeds.get(url));
            feeds.put(url, current.with(current.stateOrNew().with(Map.of())));
          }
          return null;
        });
  }

  /** All estimates, by company id. */
  public List<Estimate> estimates() {
    return read(() -> estimates.values().stream().map(Held::estimate).toList());
  }

  /** Whether the estimates are what the claims add up to, to the last digit. */
  public boolean isConsistent(Estimator estimator) {
    return read(
        () ->
            estimator.estimates(claims.all().map(ClaimShelf.Held::claim).toList(), null).stream()
                .filter(estimate -> !estimate.lines().isEmpty())
                .toList()
                .equals(estimates()));
  }

  @Nullable Estimate estimate(String company) {
    Held held = read(() -> estimates.get(company));
    return held == null ? null : held.estimate();
  }

  /** Another number whenever the company's estimate is another one; -1: it never had one. */
  long version(String company) {
    Held held = read(() -> estimates.getOrDefault(company, ended.get(company)));
    return held == null ? -1 : held.offset();
  }

  /** How far the topics are read. */
  Positions positions() {
    return read(() -> positions);
  }

  /** Null if it is not followed. */
  @Nullable Feed feed(String url) {
    return this.<@Nullable Feed>read(() -> feeds.get(url));
  }

  List<Feed> feeds() {
    return read(() -> List.copyOf(feeds.values()));
  }

  @Nullable Claim claim(String id) {
    return read(() -> claims.get(id));
  }

  /** The first so many claims after a place that the filter allows, newest first. */
  List<Claim> claims(ClaimFilter filter, @Nullable Place after, int limit) {
    return read(() -> claims.find(filter, after).limit(limit).map(ClaimShelf.Held::claim).toList());
  }

  /**
   * The first so many alerts after a place that the filter allows, newest first.
   *
   * @param company null: of all
   */
  List<Alert> alerts(
      @Nullable String company, Predicate<Alert> filter, @Nullable Place after, int limit) {
    return read(() -> alerts.after(after, company).filter(filter).limit(limit).toList());
  }

  /** The languages of claims that stand, by code. */
  List<Language> languages() {
    return read(claims::languages).entrySet().stream()
        .map(entry -> new Language(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A language of articles, and how many claims were read in it. */
  record Language(String language, int claims) {}

  /** How much there is of everything. */
  public Totals totals() {
    ClaimShelf.Totals totals = read(claims::totals);
    return new Totals(totals.claims(), totals.articles(), totals.languages(), totals.companies());
  }

  /** How much there is: claims that stand, and whence they come. */
  public record Totals(int claims, int articles, int languages, int companies) {}

  /**
   * Follows the model from the positions on.
   *
   * @param after where the follower was; null: it follows from now
   * @return what changed in between, latest state of each thing only
   */
  List<LiveEvent> follow(@Nullable Positions after, Consumer<LiveEvent> follower) {
    lock.writeLock().lock();
    try {
      followers.add(follower);
      return after == null ? List.of() : missed(after);
    } finally {
      lock.writeLock().unlock();
    }
  }

  void leave(Consumer<LiveEvent> follower) {
    followers.remove(follower);
  }

  private List<LiveEvent> missed(Positions after) {
    boolean sameLog = after.log().equals(positions.log());
    List<LiveEvent> events = new ArrayList<>();
    String topic = Estimates.TOPIC.name();
    // Offsets of another log say nothing: the follower gets every estimate anew.
    Stream.concat(estimates.values().stream(), ended.values().stream())
        .filter(held -> !sameLog || held.offset() >= after.of(topic, held.partition()))
        .map(held -> event("estimate", topic, held.partition(), held.offset(), held.estimate()))
        .forEach(events::add);
    if (sameLog) {
      String claimTopic = Claims.TOPIC.name();
      claims.since(held -> held.offset() >= after.of(claimTopic, held.partition())).stream()
          .map(h -> event("claim", claimTopic, h.partition(), h.offset(), h.claim()))
          .forEach(events::add);
      String alertTopic = Alerts.TOPIC.name();
      alerts.since(held -> held.offset() >= after.of(alertTopic, held.partition())).stream()
          .map(h -> event("alert", alertTopic, h.partition(), h.offset(), h.alert()))
          .forEach(events::add);
    }
    return events;
  }

  private LiveEvent moved(String type, String topic, int partition, long offset, Object value) {
    positions = positions.after(topic, partition, offset);
    return event(type, topic, partition, offset, value);
  }

  private LiveEvent event(String type, String topic, int partition, long offset, Object value) {
    return new LiveEvent(type, topic, partition, offset, value, positions);
  }

  private void write(Supplier<@Nullable LiveEvent> change) {
    lock.writeLock().lock();
    try {
      LiveEvent event = change.get();
      if (event != null) {
        // Under the lock, so that no follower can join between a change and its event.
        followers.forEach(follower -> follower.accept(event));
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T extends @Nullable Object> T read(Supplier<T> question) {
    lock.readLock().lock();
    try {
      return question.get();
    } finally {
      lock.readLock().unlock();
    }
  }
}
