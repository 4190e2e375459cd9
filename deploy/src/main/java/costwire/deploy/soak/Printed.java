package costwire.deploy.soak;

import costwire.deploy.Cluster;
import costwire.deploy.WholeTopic;
import costwire.ingest.Article;
import costwire.ingest.Articles;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** What the topic of articles says of every address. */
final class Printed {
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Article> current = new HashMap<>();
  private final Map<String, Integer> doubled = new HashMap<>();

  private Printed() {}

  /** Reads the topic as far as it goes now. */
  static Printed read(Cluster cluster) {
    Printed printed = new Printed();
    Deserializer<Article> values = Articles.TOPIC.values().deserializer();
    WholeTopic.read(
        cluster,
        Articles.TOPIC.name(),
        record -> {
          byte[] value = record.value();
          printed.take(
              record.key(), value == null ? null : values.deserialize(record.topic(), value));
        });
    return printed;
  }

  private void take(String id, @Nullable Article article) {
    if (article == null) {
      String address = addresses.get(id);
      if (address != null) {
        current.remove(address);
      }
      return;
    }
    String address = String.valueOf(article.url());
    addresses.put(id, address);
    Article before = current.put(address, article);
    if (before != null
        && before.text().equals(article.text())
        && before.title().equals(article.title())) {
      doubled.merge(address, 1, Integer::sum);
    }
  }

  /** The article at an address as it stands; null if there is none or it was withdrawn. */
  @Nullable Article at(String address) {
    return current.get(address);
  }

  /** Addresses whose article was published again as it was, and how often. */
  Map<String, Integer> doubled() {
    return doubled;
  }
}
