package costwire.extract;

import costwire.stream.DeadLetter;
import costwire.stream.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a record that a topology cannot read or process to the dead letters, with its place and its
 * reason, and goes on with the next. Kafka Streams makes one per task.
 */
public final class DeadLetterHandler
    implements DeserializationExceptionHandler, ProcessingExceptionHandler {
  /** Names the stage in the letters; set beside the handler in the Streams settings. */
  public static final String STAGE_CONFIG = "costwire.stage";

  private String topic = Topic.DEAD_LETTERS;
  private String stage = "stream";

  @Override
  public void configure(Map<String, ?> settings) {
    topic = setting(settings, StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topic);
    stage = setting(settings, STAGE_CONFIG, stage);
  }

  private static String setting(Map<String, ?> settings, String name, String otherwise) {
    Object value = settings.get(name);
    return value == null ? otherwise : value.toString();
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
    ProducerRecord<byte[], byte[]> letter =
        DeadLetter.of(
            topic,
            record.key(),
            record.value(),
            record.topic(),
            record.partition(),
            record.offset(),
            stage,
            reason(error));
    return DeserializationExceptionHandler.Response.resume(List.of(letter));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception error) {
    ProducerRecord<byte[], byte[]> letter =
        DeadLetter.of(
            topic,
            context.sourceRawKey(),
            context.sourceRawValue(),
            context.topic(),
            context.partition(),
            context.offset(),
            stage,
            reason(error));
    return ProcessingExceptionHandler.Response.resume(List.of(letter));
  }

  /** The innermost message says what is wrong; the outer ones where it was noticed. */
  private static String reason(Exception error) {
    Throwable cause = error;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    Throwable said = error.getMessage() == null ? cause : error;
    return said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
  }
}
