package costwire.extract;

import static costwire.extract.ExtractDriver.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Articles;
import costwire.stream.DeadLetter;
import costwire.stream.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class DeadLettersTest {
  private static final Extractor EXTRACTOR = Extractor.standard();

  @TempDir private Path state;
  private ExtractDriver stream;

  @BeforeEach
  void start() {
    stream = new ExtractDriver(EXTRACTOR, new SimpleMeterRegistry(), state);
  }

  @AfterEach
  void stop() {
    stream.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is no JSON",
        "{\"id\":\"a1\",\"text\":\"half a li",
        "",
        "null",
        "[]",
        "{\"id\":\"a1\"}",
        "{\"text\":\"nobody's\"}",
        "{\"id\":\"a1\",\"text\":\"x\",\"publishedAt\":\"yesterday\"}",
        "{\"id\":\"a1\",\"text\":\"x\"} {}"
      })
  void a_record_that_is_no_article_is_a_dead_letter_and_the_stream_goes_on(String value) {
    TestInputTopic<byte[], byte[]> raw =
        stream.driver.createInputTopic(
            Articles.TOPIC.name(), new ByteArraySerializer(), new ByteArraySerializer());
    stream.articles.pipeInput(
        "before", SampleArticle.of("before", "", "It trained the model on 512 Nvidia H800 chips."));
    raw.pipeInput("a1".getBytes(UTF_8), value.getBytes(UTF_8));
    stream.articles.pipeInput(
        "after", SampleArticle.of("after", "", "DeepSeek spent $294,000 on training."));

    TestOutputTopic<byte[], byte[]> letters =
        stream.driver.createOutputTopic(
            Topic.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    TestRecord<byte[], byte[]> letter = letters.readRecord();
    assertThat(letter.key()).asString(UTF_8).isEqualTo("a1");
    assertThat(letter.value()).asString(UTF_8).isEqualTo(value);
    assertThat(header(letter, DeadLetter.STAGE_HEADER)).isEqualTo("extract");
    assertThat(header(letter, DeadLetter.TOPIC_HEADER)).isEqualTo(Articles.TOPIC.name());
    assertThat(header(letter, DeadLetter.PARTITION_HEADER)).isEqualTo("0");
    assertThat(header(letter, DeadLetter.OFFSET_HEADER)).isEqualTo("1");
    assertThat(header(letter, DeadLetter.REASON_HEADER))
        .startsWith("not a JSON Article")
        .doesNotContain("\n", "\tat ");
    assertThat(letters.isEmpty()).isTrue();
    assertThat(stream.claims.readValuesToList())
        .extracting(Claim::articleId)
        .contains("before", "after");
  }
}
