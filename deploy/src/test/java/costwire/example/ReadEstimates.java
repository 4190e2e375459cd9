package costwire.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A plain consumer, as the README shows it. */
public final class ReadEstimates {
  private ReadEstimates() {}

  public static void read(String servers, BiConsumer<String, String> estimate) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", servers,
            "group.id", "my-readers",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed");
    StringDeserializer text = new StringDeserializer();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, text, text)) {
      consumer.subscribe(List.of("costwire.estimates"));
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(Duration.ofMillis(500)).forEach(r -> estimate.accept(r.key(), r.value()));
      }
    }
  }
}
