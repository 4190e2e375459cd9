package costwire.example;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Produced;

/** A Kafka Streams topology, as the README shows it. */
public final class AlertsWithEstimates {
  private AlertsWithEstimates() {}

  public static Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    Consumed<String, String> text = Consumed.with(Serdes.String(), Serdes.String());
    KTable<String, String> estimates = builder.table("costwire.estimates", text);
    builder.stream("costwire.alerts", text)
        .leftJoin(estimates, (alert, estimate) -> "[" + alert + "," + estimate + "]")
        .to("alerts-with-estimates", Produced.with(Serdes.String(), Serdes.String()));
    return builder.build();
  }
}
