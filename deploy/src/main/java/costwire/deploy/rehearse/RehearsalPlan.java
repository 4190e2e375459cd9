package costwire.deploy.rehearse;

import costwire.aggregate.Alert;
import costwire.aggregate.Estimate.Agreement;
import costwire.deploy.notify.Deliver;
import costwire.deploy.notify.Pace;
import costwire.deploy.notify.Subscription;
import costwire.extract.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is rehearsed; the same plan has the same alerts, subscriptions and kills.
 *
 * @param alerts how many, at least one
 * @param subscriptions how many, each with a receiver of its own, at least one
 * @param processes that deliver, at least one
 * @param kills of one of them each
 * @param speed seconds of the rehearsal to a second
 * @param seed of all chance
 */
record RehearsalPlan(
    int alerts, int subscriptions, int processes, int kills, int speed, long seed) {
  /** Alerts are written, and processes killed, for as long as this. */
  static final Duration WRITING = Duration.ofHours(48);

  static final Duration KILLING = Duration.ofHours(90);

  /** Nothing lasts as long as this, unless it lasts for ever. */
  static final Duration LONGEST = Duration.ofDays(25);

  private static final int ALERTS_A_COMPANY = 30;

  /** A subscription wants a company in so many. */
  private static final int SHARE = 30;

  /** The first subscription, which wants more, does. */
  private static final int LARGE_SHARE = 8;

  /** Of all receivers; nobody but them reads it. */
  static final String SECRET = "whsec_cmVoZWFyc2FsIHNlY3JldCByZWhlYXJzYWw=";

  RehearsalPlan {
    if (alerts < 1 || subscriptions < 1 || processes < 1 || kills < 0 || speed < 1) {
      throw new IllegalArgumentException(
          "a rehearsal needs an alert, a subscription and a process, and a speed of at least 1");
    }
  }

  int companies() {
    return Math.max(SHARE, alerts / ALERTS_A_COMPANY);
  }

  /** The alerts in their order; each bears its number as its id. */
  List<Alert> alerts(Instant start) {
    SplittableRandom chance = new SplittableRandom(seed);
    Duration step = WRITING.dividedBy(alerts);
    return IntStream.range(0, alerts)
        .mapToObj(i -> alert(i, chance.nextInt(companies()), start.plus(step.multipliedBy(i))))
        .toList();
  }

  private static Alert alert(int number, int company, Instant at) {
    return new Alert(
        id(number),
        at,
        "company-" + company,
        "Company " + company,
        Alert.Kind.NEW_CLAIM,
        new Alert.Line(null, Scope.TRAINING_RUN),
        null,
        new Alert.State(null, Agreement.SINGLE_SOURCE, number),
        "A new voice on Company " + company + ", the " + number + "th in all.",
        List.of("claim-" + number),
        null);
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "alert-%06d", number);
  }

  /** The number of an alert, which is higher than those of all before it. */
  static int number(String id) {
    return Integer.parseInt(id.substring(id.indexOf('-') + 1));
  }

  /** Subscriptions to these receivers. */
  List<Subscription> subscriptions(List<Receiver> receivers, Instant start) {
    List<Subscription> all = new ArrayList<>();
    for (Receiver receiver : receivers) {
      int number = all.size();
      int share = number == 0 ? LARGE_SHARE : SHARE;
      List<String> companies =
          IntStream.range(0, companies())
              .filter(company -> (company + number) % share == 0)
              .mapToObj(company -> "company-" + company)
              .toList();
      all.add(subscription(receiver, companies, start));
    }
    return all;
  }

  private static Subscription subscription(
      Receiver receiver, List<String> companies, Instant start) {
    return new Subscription(
        receiver.name(),
        "Rehearsal " + receiver.name(),
        companies,
        List.of(),
        List.of(),
        null,
        null,
        null,
        new Pace(0, 0, null),
        new Deliver(new Deliver.Webhook(receiver.url(), SECRET, null, null), null, null),
        start,
        null,
        null);
  }

  /** When processes are killed, since the start and in order. */
  List<Kill> killings() {
    SplittableRandom chance = new SplittableRandom(seed + 1);
    Duration step = KILLING.dividedBy(Math.max(1, kills));
    return IntStream.range(0, kills)
        .mapToObj(
            i ->
                new Kill(
                    step.multipliedBy(i)
                        .plus(step.multipliedBy(chance.nextInt(50, 100)).dividedBy(100)),
                    chance.nextInt(processes),
                    Duration.ofMillis(chance.nextInt(i % 4 == 3 ? 15_000 : 2_000))))
        .toList();
  }

  /**
   * The death of a process.
   *
   * @param at by the quick clock, since the start
   * @param process its number
   * @param absence how long it is not started again, by the clock on the wall
   */
  record Kill(Duration at, int process, Duration absence) {}
}
