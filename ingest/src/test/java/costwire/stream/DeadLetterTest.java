package costwire.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  @Test
  void keepsTheBytesAndSaysWhereTheyStoodAndWhy() {
    byte[] key = {1};
    byte[] value = {(byte) 0xff, 0};
    ProducerRecord<byte[], byte[]> letter =
        DeadLetter.of("dead", key, value, "topic", 3, 17, "extract", "not\nJSON");

    assertThat(letter.topic()).isEqualTo("dead");
    assertThat(letter.key()).isEqualTo(key);
    assertThat(letter.value()).isEqualTo(value);
    assertThat(header(letter, "costwire.topic")).isEqualTo("topic");
    assertThat(header(letter, "costwire.partition")).isEqualTo("3");
    assertThat(header(letter, "costwire.offset")).isEqualTo("17");
    assertThat(header(letter, "costwire.stage")).isEqualTo("extract");
    assertThat(header(letter, "costwire.reason")).isEqualTo("not JSON");
  }

  @Test
  void keepsAMegabyteOfAGiant() {
    byte[] giant = new byte[3_000_000];
    assertThat(DeadLetter.of("dead", null, giant, "t", 0, 0, "ingest", "too large").value())
        .hasSize(1_000_000);
  }

  @Test
  void saysNoTopicOfWhatCameFromTheWeb() {
    ProducerRecord<byte[], byte[]> letter =
        DeadLetter.of("dead", null, null, null, -1, -1, "ingest", "no article");
    assertThat(letter.headers().lastHeader("costwire.topic")).isNull();
    assertThat(letter.headers().lastHeader("costwire.partition")).isNull();
    assertThat(letter.headers().lastHeader("costwire.offset")).isNull();
  }

  private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
