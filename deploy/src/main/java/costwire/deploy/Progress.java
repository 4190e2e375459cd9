package costwire.deploy;

import costwire.aggregate.Estimator;
import costwire.deploy.serve.Serve;
import costwire.extract.Claims;
import costwire.ingest.Articles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How far a batch of articles has come through a running node. */
public final class Progress implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Node node;
  private final Clock clock;
  private final Consumer<String, byte[]> articles;
  private final Set<String> ids = new HashSet<>();

  public Progress(Node node, Clock clock) {
    this.node = node;
    this.clock = clock;
    this.articles = node.cluster().consumer(Map.of());
    articles.assign(Cluster.partitions(articles, Articles.TOPIC.name()));
  }

  /**
   * Waits until so many articles are published, all of them read, all their claims weighed, and the
   * estimates served.
   *
   * @throws Refusal saying how far it came if that takes longer than allowed
   */
  public void await(int expected, Duration allowed) {
    Instant deadline = clock.instant().plus(allowed);
    while (ids.size() < expected) {
      refuseLate(deadline, ids.size() + " of " + expected + " articles were published");
      for (ConsumerRecord<String, byte[]> record : articles.poll(POLL)) {
        ids.add(record.key());
      }
    }
    // In this order: what one stage has committed is all there for the next.
    for (String stage : List.of(Pipeline.DUPLICATES, "extract", "aggregate")) {
      while (!Backlog.of(node.cluster(), stage).isEmpty()) {
        refuseLate(deadline, "the stage " + stage + " has not caught up");
      }
    }
    awaitServed(deadline);
  }

  private void awaitServed(Instant deadline) {
    Serve serve =
        node.pipeline().serve().orElseThrow(() -> Refusal.failed("this process does not serve"));
    Map<TopicPartition, Long> ends =
        articles.endOffsets(Cluster.partitions(articles, Claims.TOPIC.name()));
    while (!serve.hasRead(ends)) {
      refuseLate(deadline, "the claims have not reached the dashboard");
      articles.poll(POLL);
    }
    // Estimates are a function of the claims alone: the stream is done when it says the same.
    while (!serve.model().isConsistent(Estimator.standard())) {
      refuseLate(deadline, "the estimates are not those of the claims");
      articles.poll(POLL);
    }
  }

  private void refuseLate(Instant deadline, String state) {
    if (clock.instant().isAfter(deadline)) {
      String reasons = String.join("; ", node.pipeline().unready());
      throw Refusal.failed(
          "not done in time: " + state + (reasons.isEmpty() ? "" : " (" + reasons + ")"));
    }
  }

  @Override
  public void close() {
    articles.close();
  }
}
