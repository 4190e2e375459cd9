package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate;
import costwire.aggregate.Estimates;
import costwire.aggregate.Estimator;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.extract.Extractor;
import costwire.ingest.Article;
import costwire.ingest.Articles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What survives {@code kill -9}: everything, once. */
class CrashTest {
  private static final int ARTICLES = 100;
  private static final String ROLES = "extract,aggregate,serve";
  private static final Duration ALLOWED = Duration.ofMinutes(3);

  /** Outlasts the start of a process on a slow machine. */
  private static final Map<String, Object> PATIENT =
      Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ALLOWED.toMillis());

  @TempDir Path folder;

  @Test
  void articlesShuffledDoubledAndAProcessKilledInMidStreamGiveTheSameEstimates() throws Exception {
    List<Article> articles = Samples.articles(ARTICLES);
    List<Claim> claims = new ArrayList<>();
    Extractor extractor = Extractor.standard();
    articles.forEach(article -> claims.addAll(extractor.extract(article)));
    Map<String, Estimate> undisturbed = new TreeMap<>();
    Estimator.standard()
        .estimates(claims, null)
        .forEach(estimate -> undisturbed.put(estimate.companyId(), estimate));
    assertThat(undisturbed).hasSizeGreaterThan(2);

    int port = Ports.free();
    Cluster cluster = new Cluster("127.0.0.1:" + port, true, Map.of());
    Process first = ChildNode.start(folder.resolve("data"), port, ROLES);
    CompletableFuture<Void> published = publish(cluster, shuffledTwice(articles));
    awaitClaims(cluster, claims.size() / 4);
    first.destroyForcibly().waitFor();

    Process second = ChildNode.start(folder.resolve("data"), port, ROLES);
    try {
      published.join();
      assertThat(awaitEstimates(cluster, undisturbed)).isEqualTo(undisturbed);
    } finally {
      second.destroy();
      second.waitFor();
    }
  }

  private static List<Article> shuffledTwice(List<Article> articles) {
    List<Article> twice = new ArrayList<>(articles);
    twice.addAll(articles);
    Collections.shuffle(twice, new Random(17));
    return twice;
  }

  /** Publishes a few at a time, so that the kill falls among them; retries while nobody answers. */
  private static CompletableFuture<Void> publish(Cluster cluster, List<Article> articles) {
    return CompletableFuture.runAsync(
        () -> {
          List<Future<?>> sent = new ArrayList<>();
          try (Producer<String, byte[]> producer = cluster.producer(PATIENT)) {
            for (Article article : articles) {
              byte[] value =
                  Articles.TOPIC.values().serializer().serialize(Articles.TOPIC.name(), article);
              sent.add(
                  producer.send(new ProducerRecord<>(Articles.TOPIC.name(), article.id(), value)));
              Thread.sleep(10);
            }
            for (Future<?> each : sent) {
              each.get();
            }
          } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void awaitClaims(Cluster cluster, int some) {
    try (Consumer<String, byte[]> consumer = fromBeginning(cluster, Claims.TOPIC.name())) {
      Instant deadline = Instant.now().plus(ALLOWED);
      int seen = 0;
      while (seen < some && Instant.now().isBefore(deadline)) {
        seen += consumer.poll(Duration.ofMillis(50)).count();
      }
      assertThat(seen).isGreaterThanOrEqualTo(some);
    }
  }

  private static Map<String, Estimate> awaitEstimates(
      Cluster cluster, Map<String, Estimate> expected) {
    Map<String, Estimate> estimates = new TreeMap<>();
    try (Consumer<String, byte[]> consumer = fromBeginning(cluster, Estimates.TOPIC.name())) {
      Instant deadline = Instant.now().plus(ALLOWED);
      while (!estimates.equals(expected) && Instant.now().isBefore(deadline)) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record ->
                    estimates.put(
                        record.key(),
                        Estimates.TOPIC
                            .values()
                            .deserializer()
                            .deserialize(record.topic(), record.value())));
      }
    }
    return estimates;
  }

  /** Waits for the topic of a process that is still starting. */
  private static Consumer<String, byte[]> fromBeginning(Cluster cluster, String topic) {
    Consumer<String, byte[]> consumer = cluster.consumer(new HashMap<>());
    List<TopicPartition> partitions = List.of();
    while (partitions.isEmpty()) {
      try {
        partitions =
            consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
      } catch (RetriableException e) {
        // Not there yet.
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
