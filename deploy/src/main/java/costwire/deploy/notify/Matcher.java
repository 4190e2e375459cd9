package costwire.deploy.notify;

import costwire.aggregate.Alert;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Passes each alert on once for every subscription that wants it. */
final class Matcher extends ContextualProcessor<String, Alert, String, Order> {
  private final SubscriptionBook book;

  Matcher(SubscriptionBook book) {
    this.book = book;
  }

  @Override
  public void process(Record<String, Alert> record) {
    for (Subscription subscription : book.wanting(record.value())) {
      if (subscription.deliver().isSent()) {
        Order order = Order.of(subscription, record.value());
        context().forward(record.withKey(subscription.id()).withValue(order));
      }
    }
  }
}
