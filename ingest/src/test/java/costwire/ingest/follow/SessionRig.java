package costwire.ingest.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.Article;
import costwire.ingest.Articles;
import costwire.ingest.Feed;
import costwire.ingest.Feeds;
import costwire.ingest.TestClock;
import costwire.ingest.WebSub;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.NullUnmarked;

/** A session between a web of the test and a partition as the broker keeps it. */
@NullUnmarked // tests pass and compare nulls
abstract class SessionRig {
  static final TopicPartition P0 = new TopicPartition("costwire.feeds", 0);

  final Web web = new Web();
  final TestClock clock = new TestClock();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** The partition as the broker keeps it. */
  final List<ProducerRecord<byte[], byte[]>> log = new ArrayList<>();

  /** Where hubs reach us; null: nowhere. */
  WebSub webSub;

  /** Partitions of the topic; the first alone is ours. */
  int count = 1;

  MockConsumer<byte[], byte[]> consumer;
  MockProducer<byte[], byte[]> producer;
  Session session;

  /**
   * @param feed null: a tombstone
   */
  void put(String url, Feed feed) {
    byte[] value = Feeds.TOPIC.values().serializer().serialize(P0.topic(), feed);
    log.add(new ProducerRecord<>(P0.topic(), 0, null, url.getBytes(UTF_8), value));
    if (session != null) {
      deliverFrom(log.size() - 1);
    }
  }

  void start(OffsetAndMetadata committed) {
    consumer = new MockConsumer<>("earliest");
    producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    session = new Session(consumer, producer, web, clock, meters, webSub);
    session.open();
    consumer.updatePartitions(P0.topic(), partitions(count));
    consumer.updateBeginningOffsets(Map.of(P0, 0L));
    consumer.updateEndOffsets(Map.of(P0, (long) log.size()));
    consumer.rebalance(List.of(P0));
    if (committed != null) {
      consumer.commitSync(Map.of(P0, committed));
    }
    session.onPartitionsAssigned(List.of(P0));
    deliverFrom(0);
  }

  static List<PartitionInfo> partitions(int count) {
    Node node = new Node(1, "broker.example", 9092);
    return IntStream.range(0, count)
        .mapToObj(i -> new PartitionInfo(P0.topic(), i, node, new Node[0], new Node[0]))
        .toList();
  }

  /** A successor on the same partition, which finds what was committed. */
  void restart() {
    List<Map<String, Map<TopicPartition, OffsetAndMetadata>>> history =
        producer.consumerGroupOffsetsHistory();
    Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>();
    history.forEach(group -> group.values().forEach(last::putAll));
    start(last.get(P0));
  }

  void turns(int count) {
    for (int i = 0; i < count; i++) {
      session.turn();
      int before = log.size();
      collect();
      deliverFrom(before);
    }
  }

  /** What was committed to the feeds' topic joins the log. */
  void collect() {
    List<ProducerRecord<byte[], byte[]>> states =
        sent(P0.topic()).stream().filter(record -> count == 1 || isHere(record)).toList();
    int known = (int) log.stream().filter(states::contains).count();
    log.addAll(states.subList(known, states.size()));
  }

  private static boolean isHere(ProducerRecord<byte[], byte[]> record) {
    return record.partition() != null && record.partition() == 0;
  }

  void deliverFrom(int offset) {
    for (int i = offset; i < log.size(); i++) {
      ProducerRecord<byte[], byte[]> record = log.get(i);
      consumer.addRecord(
          new ConsumerRecord<>(
              P0.topic(),
              0,
              i,
              0,
              TimestampType.CREATE_TIME,
              0,
              0,
              record.key(),
              record.value(),
              new RecordHeaders(record.headers()),
              Optional.empty()));
    }
  }

  List<ProducerRecord<byte[], byte[]>> sent(String topic) {
    return producer.history().stream().filter(record -> record.topic().equals(topic)).toList();
  }

  Feed lastFeed() {
    List<ProducerRecord<byte[], byte[]>> states = sent(P0.topic());
    byte[] value = states.get(states.size() - 1).value();
    return Feeds.TOPIC.values().deserializer().deserialize(P0.topic(), value);
  }

  Feed.State lastState() {
    return lastFeed().state();
  }

  static Article article(ProducerRecord<byte[], byte[]> record) {
    return Articles.TOPIC.values().deserializer().deserialize(record.topic(), record.value());
  }

  static String url(ProducerRecord<byte[], byte[]> record) {
    return record.value() == null ? null : article(record).url();
  }

  static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  double count(String meter, String outcome) {
    return count(meter, "outcome", outcome);
  }

  double count(String meter, String tag, String value) {
    return meters.get(meter).tag(tag, value).counter().count();
  }
}
