package costwire.deploy.rehearse;

import costwire.deploy.DeliveryNode;
import costwire.deploy.notify.Notify;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** What a process of a rehearsal runs: it delivers until nobody holds its standard input. */
public final class DeliveringMain {
  private static final int BEAT = 50;
  private static final int RECEIVERS = 6;

  private DeliveringMain() {}

  /**
   * @param arguments Kafka's address, a folder, the group protocol, the commit interval in
   *     milliseconds, when the clock began and its speed, then the receivers' {@code host:port}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    QuickClock clock =
        new QuickClock(Long.parseLong(arguments[4]), Integer.parseInt(arguments[RECEIVERS - 1]));
    Set<String> receivers =
        Set.copyOf(Arrays.asList(arguments).subList(RECEIVERS, arguments.length));
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Notify notify = Notify.open(receivers, DeliveringProcess.TIMEOUT, null, clock, registry);
    DeliveryNode node =
        DeliveryNode.start(
            arguments[0],
            Path.of(arguments[1]),
            arguments[2],
            Duration.ofMillis(Long.parseLong(arguments[3])),
            notify,
            clock,
            registry);
    while (node.unready() != null) {
      Thread.sleep(BEAT);
    }
    System.out.println(DeliveringProcess.READY);
    while (System.in.read() >= 0) {
      // Whoever started us holds on to us.
    }
    node.close();
    notify.close();
  }
}
