package costwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class FeedFollowerTest {
  /** Between two looks of the broker for transactions that ran out. */
  private static final int BROKER_LOOKS_MS = 10_000;

  private static final int MINUTE_MS = 60_000;

  @Test
  void aDeadInstancesFeedsMoveWithinAMinute() {
    Map<String, Object> consumer = FeedFollower.consumerSettings(Map.of());
    Map<String, Object> producer = FeedFollower.producerSettings(Map.of());
    int session = number(consumer, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
    int transaction = number(producer, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
    assertThat(session + transaction + BROKER_LOOKS_MS).isLessThan(MINUTE_MS);
    assertThat(number(consumer, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG)).isLessThan(MINUTE_MS);
    assertThat(number(consumer, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG) * 3)
        .isLessThanOrEqualTo(session);
  }

  @Test
  void readsOnlyWhatIsCommittedAndLeavesTheRestToTheUser() {
    Map<String, Object> given = Map.of(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    assertThat(FeedFollower.consumerSettings(given))
        .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000)
        .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
  }

  private static int number(Map<String, Object> settings, String key) {
    return (int) settings.getOrDefault(key, 0);
  }
}
