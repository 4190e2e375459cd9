package costwire.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Writes for somebody who waits to hear that the topics have it. */
public final class TopicWriter {
  /** A client of the API waits no longer, in milliseconds. */
  private static final int PATIENCE = 10_000;

  private TopicWriter() {}

  /**
   * Writes records to a topic.
   *
   * @param more settings of the producer
   * @throws KafkaException if the topic does not have them all within ten seconds
   */
  public static void write(
      Cluster cluster,
      String topic,
      Collection<ProducerRecord<String, byte[]>> records,
      Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE);
    try (Producer<String, byte[]> producer = cluster.producer(settings)) {
      List<Future<?>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      producer.flush();
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (Refusal | ExecutionException e) {
      throw new KafkaException(topic + " cannot be written to", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while " + topic + " was written to", e);
    }
  }
}
