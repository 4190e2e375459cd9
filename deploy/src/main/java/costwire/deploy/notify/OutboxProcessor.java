package costwire.deploy.notify;

import costwire.deploy.notify.Delivery.State;
import costwire.deploy.notify.Queues.Head;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** One partition's outbox at work, on one thread; what is under way comes back through a queue. */
@SuppressWarnings("NullAway.Init") // the stores are there before the first record
final class OutboxProcessor extends ContextualProcessor<String, Delivery, String, Outcome> {
  private static final Duration BEAT = Duration.ofMillis(100);
  private static final String METER = "costwire.alert.deliveries";

  private final SubscriptionBook book;
  private final Transport transport;
  private final Lanes lanes;
  private final Clock clock;
  private final MeterRegistry registry;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Set<Head> underWay = new HashSet<>();

  /** Subscriptions that we disabled, as they stood in the book: a later state counts anew. */
  private final Set<Subscription> disabling = Collections.newSetFromMap(new IdentityHashMap<>());

  private Queues queues;

  /** What a transport said of the head of a queue. */
  private record Answer(Head head, Delivery message, Verdict verdict) {}

  OutboxProcessor(
      SubscriptionBook book,
      Transport transport,
      Lanes lanes,
      Clock clock,
      MeterRegistry registry) {
    this.book = book;
    this.transport = transport;
    this.lanes = lanes;
    this.clock = clock;
    this.registry = registry;
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    super.init(context);
    queues = new Queues(context.getStateStore(Outbox.QUEUES));
    context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> beat());
  }

  @Override
  public void process(Record<String, Delivery> record) {
    // The topic's own order: clocks of those who made the messages may differ.
    long place = context().recordMetadata().orElseThrow().offset();
    queues.add(record.value(), place);
    tell(Outcome.of(record.value()));
  }

  private void beat() {
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      settle(answer);
    }
    Instant now = clock.instant();
    queues.due(now).forEach(head -> start(head, now));
  }

  private void start(Head head, Instant now) {
    if (underWay.contains(head)) {
      return;
    }
    Subscription subscription = book.find(head.subscriptionId());
    if (subscription == null) {
      giveUp(head, "cancelled", State.CANCELLED, "the subscription is there no more", now);
      return;
    }
    String why =
        disabling.contains(subscription) ? "the subscription is disabled" : subscription.silence();
    if (why != null) {
      String outcome = subscription.deliver().isSent() ? "disabled" : "feed";
      giveUp(head, outcome, State.DEAD, why, now);
    } else if (lanes.enter(transport.lane(subscription))) {
      send(head, subscription);
    }
  }

  private void send(Head head, Subscription subscription) {
    String lane = transport.lane(subscription);
    Delivery message = queues.message(head);
    underWay.add(head);
    started(subscription, message)
        .whenComplete(
            (verdict, impossible) -> {
              lanes.leave(lane);
              Verdict said =
                  verdict == null
                      ? Verdict.failed("failing", String.valueOf(impossible.getMessage()))
                      : verdict;
              answers.add(new Answer(head, message, said));
            });
  }

  /** Even what goes wrong before it begins is an answer: its queue would wait for ever. */
  private CompletableFuture<Verdict> started(Subscription subscription, Delivery message) {
    try {
      return transport.send(subscription, message);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void settle(Answer answer) {
    Head head = answer.head();
    Delivery message = answer.message();
    Verdict verdict = answer.verdict();
    Instant now = clock.instant();
    underWay.remove(head);
    registry.counter(METER, "outcome", verdict.outcome()).increment();
    Attempt attempt = new Attempt(now, verdict.status(), verdict.error());
    if (verdict.isDelivered()) {
      close(head, message.tried(attempt, State.DELIVERED, null), now);
      return;
    }
    Duration wait =
        verdict.gone() || message.isTest()
            ? null
            : RetrySchedule.wait(message.id(), message.tries() + 1, verdict.retryAfter());
    if (wait != null) {
      Instant next = now.plus(wait);
      Delivery later = message.tried(attempt, State.PENDING, next);
      queues.postpone(head, later, next);
      tell(Outcome.of(later));
      return;
    }
    close(head, message.tried(attempt, State.DEAD, null), now);
    if (!message.isTest()) {
      disable(message, verdict, now);
    }
  }

  private void giveUp(Head head, String outcome, State state, String why, Instant now) {
    registry.counter(METER, "outcome", outcome).increment();
    close(head, queues.message(head).tried(new Attempt(now, 0, why), state, null), now);
  }

  private void close(Head head, Delivery delivery, Instant now) {
    queues.remove(head, now);
    tell(Outcome.of(delivery));
  }

  /** Its receiver is gone, or did not take a message in all of its tries. */
  private void disable(Delivery delivery, Verdict verdict, Instant now) {
    Subscription subscription = book.find(delivery.subscriptionId());
    if (subscription == null
        || subscription.disabledAt() != null
        || disabling.contains(subscription)) {
      return;
    }
    String why =
        (verdict.gone() ? gone(verdict) : notTaken(verdict)) + ", message " + delivery.id();
    disabling.add(subscription);
    tell(
        Outcome.of(
            subscription.disabled(now, why), Disabling.alert(subscription, delivery, why, now)));
  }

  private static String gone(Verdict verdict) {
    String how = verdict.status() == 0 ? verdict.error() : String.valueOf(verdict.status());
    return "the receiver wants nothing any more (" + how + ")";
  }

  private static String notTaken(Verdict verdict) {
    return "not taken in " + RetrySchedule.TRIES + " tries: " + verdict.error();
  }

  private void tell(Outcome outcome) {
    disabling.removeIf(subscription -> !book.holds(subscription));
    context().forward(new Record<>("", outcome, clock.millis()));
  }
}
