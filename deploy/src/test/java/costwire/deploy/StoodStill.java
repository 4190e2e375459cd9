package costwire.deploy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.internals.KafkaFutureImpl;

/** A cluster whose only broker stood still for seconds, and is taken for dead at first. */
final class StoodStill {
  private StoodStill() {}

  /** Refuses so many topics, and does what it is asked to from then on. */
  static Admin admin(Admin awake, int refusals) {
    AtomicInteger left = new AtomicInteger(refusals);
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getName().equals("createTopics") && left.getAndDecrement() > 0
                ? new Refused()
                : method.invoke(awake, arguments);
    return (Admin)
        Proxy.newProxyInstance(Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, handler);
  }

  private static final class Refused extends CreateTopicsResult {
    Refused() {
      super(Map.of("any", refusal()));
    }

    private static KafkaFutureImpl<TopicMetadataAndConfig> refusal() {
      KafkaFutureImpl<TopicMetadataAndConfig> refusal = new KafkaFutureImpl<>();
      refusal.completeExceptionally(
          new InvalidReplicationFactorException("All brokers are currently fenced"));
      return refusal;
    }
  }
}
