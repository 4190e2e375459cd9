package costwire.deploy.rehearse;

import costwire.aggregate.Alert;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Delivery.State;
import costwire.deploy.notify.Subscription;
import costwire.deploy.rehearse.Receiver.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a rehearsal showed, reckoned from the receivers' ledgers and the topics alone. */
final class Findings {
  private static final int MOST_EXAMPLES = 10;
  private static final int TRIES = 10;

  /** Milliseconds that a busy machine may need by itself. */
  private static final long LEAST_LIMIT = 5_000;

  private final Map<Figure, Long> figures = new TreeMap<>();
  private final List<String> examples = new ArrayList<>();
  private final Delays delays = new Delays();
  private final DeliveryLog log;
  private final Instant begun;
  private final Duration outage;

  /** What is counted, in the order in which it is told. */
  enum Figure {
    WANTED("alerts of subscriptions", false),
    TAKEN("of them taken by their receivers", false),
    WITHHELD("of them not, their subscription disabled by the rules", false),
    LOST("of them lost", true),
    MESSAGES("messages", false),
    POSTS("posts that reached a receiver", false),
    AGAIN("of them a message that it had already, under its id", false),
    DOUBLED_IDS("alerts under two ids for one subscription", true),
    LOST_IDS("ids that were sent and not kept, or kept and not sent", true),
    TWICE("messages logged as delivered twice", true),
    OUT_OF_ORDER("alerts before an older one of their company", true),
    WRONGLY_DISABLED("subscriptions disabled against the rules", true),
    KILLS("processes killed", false);

    final String words;

    /** Whether it must be nought. */
    final boolean fault;

    Figure(String words, boolean fault) {
      this.words = words;
      this.fault = fault;
    }
  }

  private Findings(DeliveryLog log, Instant begun, Duration outage) {
    this.log = log;
    this.begun = begun;
    this.outage = outage;
    for (Figure figure : Figure.values()) {
      figures.put(figure, 0L);
    }
  }

  /**
   * @param begun since when the receivers count their time, by the quick clock
   * @param outage how long some receivers were away, by the clock on the wall
   */
  static Findings of(
      Diary diary,
      List<Subscription> subscriptions,
      List<Receiver> receivers,
      DeliveryLog log,
      Instant begun,
      Duration outage) {
    Findings findings = new Findings(log, begun, outage);
    findings.add(Figure.KILLS, diary.outages().size());
    for (int i = 0; i < receivers.size(); i++) {
      findings.judge(diary, subscriptions.get(i), receivers.get(i));
    }
    findings.judgeLog();
    return findings;
  }

  /** So many of each. */
  Map<Figure, Long> figures() {
    return figures;
  }

  /** One of each that went wrong, in words. */
  List<String> examples() {
    return examples;
  }

  /** Of receivers that are well. */
  Delays delays() {
    return delays;
  }

  /**
   * Whether no rule is broken: none of those counted, and receivers that are well do not wait for
   * those that are away.
   */
  boolean isGood() {
    return figures.entrySet().stream()
            .allMatch(entry -> !entry.getKey().fault || entry.getValue() == 0)
        && delays.undisturbed(50) < Math.max(LEAST_LIMIT, outage.toMillis() / 4);
  }

  private void judge(Diary diary, Subscription subscription, Receiver receiver) {
    List<Receipt> ledger = receiver.ledger();
    Map<Integer, Set<String>> ids = new HashMap<>();
    Map<Integer, Long> taken = new HashMap<>();
    Set<String> had = new HashSet<>();
    Map<String, Integer> latest = new HashMap<>();
    for (Receipt receipt : ledger) {
      numbers(receipt.alerts())
          .forEach(alert -> ids.computeIfAbsent(alert, a -> new HashSet<>()).add(receipt.id()));
      fault(Figure.LOST_IDS, !log.messages().containsKey(receipt.id()), "not kept", receipt.id());
      if (receipt.taken() && !had.add(receipt.id())) {
        add(Figure.AGAIN, 1);
      } else if (receipt.taken()) {
        inOrder(subscription, receipt, latest);
        parts(receipt).forEach(alert -> taken.putIfAbsent(alert, receipt.at()));
      }
    }
    add(Figure.POSTS, ledger.size());
    ids.forEach(
        (alert, its) ->
            fault(Figure.DOUBLED_IDS, its.size() > 1, subscription.id() + ", alert " + alert, its));
    judgeIds(subscription, had);
    boolean disabled = isDisabled(subscription, receiver);
    for (Alert alert : diary.alerts()) {
      if (subscription.isAbout(alert)) {
        judge(diary, receiver, RehearsalPlan.number(alert.id()), taken, disabled);
      }
    }
  }

  /** Parts that did not fit into the post are on the topic. */
  private List<Integer> parts(Receipt receipt) {
    Delivery delivery = log.messages().get(receipt.id());
    return numbers(delivery == null ? receipt.alerts() : delivery.alerts());
  }

  private static List<Integer> numbers(List<Alert> alerts) {
    return alerts.stream().map(alert -> RehearsalPlan.number(alert.id())).toList();
  }

  private void inOrder(Subscription subscription, Receipt receipt, Map<String, Integer> latest) {
    for (int alert : parts(receipt)) {
      Integer before = latest.put(receipt.companyId(), alert);
      fault(
          Figure.OUT_OF_ORDER,
          before != null && before >= alert,
          subscription.id() + ", " + receipt.companyId(),
          alert + " after " + before);
    }
  }

  private void judgeIds(Subscription subscription, Set<String> had) {
    for (Delivery delivery : log.messages().values()) {
      if (delivery.subscriptionId().equals(subscription.id())) {
        boolean pending = delivery.state() == State.PENDING;
        boolean unseen = delivery.state() == State.DELIVERED && !had.contains(delivery.id());
        fault(Figure.LOST_IDS, pending || unseen, delivery.state() + " at the end", delivery.id());
      }
    }
  }

  private void judge(
      Diary diary, Receiver receiver, int alert, Map<Integer, Long> taken, boolean disabled) {
    add(Figure.WANTED, 1);
    Long at = taken.get(alert);
    if (at == null) {
      add(Figure.WITHHELD, disabled ? 1 : 0);
      fault(Figure.LOST, !disabled, "not taken by " + receiver.name(), "alert " + alert);
      return;
    }
    add(Figure.TAKEN, 1);
    if (receiver.conduct().isWell()) {
      long written = diary.written(alert);
      delays.add(at - written, diary.isUndisturbed(written));
    }
  }

  private boolean isDisabled(Subscription subscription, Receiver receiver) {
    Subscription disabled = log.disabled().get(subscription.id());
    if (disabled == null) {
      return false;
    }
    boolean gone = receiver.ledger().stream().anyMatch(Receipt::gone);
    boolean tried =
        log.messages().values().stream()
            .anyMatch(
                delivery ->
                    delivery.subscriptionId().equals(subscription.id())
                        && delivery.state() == State.DEAD
                        && delivery.tries() >= TRIES
                        && (receiver.conduct().isLost() || wasNobodyThere(receiver, delivery)));
    boolean right = gone || tried;
    fault(Figure.WRONGLY_DISABLED, !right, receiver.name(), String.valueOf(disabled.disabledWhy()));
    return right;
  }

  private boolean wasNobodyThere(Receiver receiver, Delivery delivery) {
    return delivery.attempts().stream()
        .allMatch(attempt -> receiver.wasAway(Duration.between(begun, attempt.at())));
  }

  private void judgeLog() {
    add(Figure.MESSAGES, log.messages().size());
    log.delivered()
        .forEach(
            (id, times) -> fault(Figure.TWICE, times > 1, "delivered " + times + " times", id));
  }

  private void add(Figure figure, long more) {
    figures.merge(figure, more, Long::sum);
  }

  private void fault(Figure figure, boolean is, String where, Object what) {
    if (is) {
      add(figure, 1);
      if (examples.size() < MOST_EXAMPLES) {
        examples.add(figure.words + ": " + where + ": " + what);
      }
    }
  }
}
