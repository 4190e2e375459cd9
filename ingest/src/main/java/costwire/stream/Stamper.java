package costwire.stream;

import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** A step that stamps each record as a CloudEvent of the time that the record bears. */
public final class Stamper<V> extends ContextualFixedKeyProcessor<String, V, V> {
  private final String source;
  private final String type;
  private final Function<FixedKeyRecord<String, V>, String> id;

  /**
   * @param source the stage, such as {@code /costwire/extract}
   * @param type the kind of fact, such as {@code costwire.claim.v1}
   * @param id unique within the source; the same fact always has the same id
   */
  public Stamper(String source, String type, Function<FixedKeyRecord<String, V>, String> id) {
    this.source = source;
    this.type = type;
    this.id = id;
  }

  @Override
  public void process(FixedKeyRecord<String, V> record) {
    Instant time = Instant.ofEpochMilli(record.timestamp());
    CloudEvents.stamp(record.headers(), id.apply(record), source, type, time);
    context().forward(record);
  }
}
