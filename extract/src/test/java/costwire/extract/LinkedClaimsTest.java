package costwire.extract;

import static costwire.extract.ExtractDriver.header;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Article;
import costwire.ingest.Duplicate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims of articles that are copies. */
@SuppressWarnings("NullAway.Init")
class LinkedClaimsTest {
  private static final Extractor EXTRACTOR = Extractor.standard();
  private static final String COPY = "copy";
  private static final Article ARTICLE =
      SampleArticle.of(
          COPY,
          "What a training run costs",
          "DeepSeek spent $294,000 on the training of its model R1, the company said. "
              + "It trained the model on 512 Nvidia H800 chips.");
  private static final Duplicate LINK = new Duplicate(COPY, "original", 0.9);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  @TempDir private Path state;
  private ExtractDriver stream;

  @BeforeEach
  void start() {
    stream = new ExtractDriver(EXTRACTOR, registry, state);
  }

  @AfterEach
  void stop() {
    stream.close();
  }

  private static List<Claim> linked(String original) {
    return EXTRACTOR.extract(ARTICLE).stream().map(claim -> claim.ofCopy(original)).toList();
  }

  @Test
  void an_article_known_as_a_copy_has_claims_that_say_so() {
    stream.links.pipeInput(COPY, LINK);
    stream.articles.pipeInput(COPY, ARTICLE);

    assertThat(stream.claims.readValuesToList()).isNotEmpty().isEqualTo(linked("original"));
  }

  @Test
  void a_link_that_comes_later_tells_the_claims_again_and_reads_nothing() {
    stream.articles.pipeInput(COPY, ARTICLE);
    assertThat(stream.claims.readValuesToList()).isEqualTo(EXTRACTOR.extract(ARTICLE));

    stream.links.pipeInput(COPY, LINK);

    List<TestRecord<String, Claim>> again = stream.claims.readRecordsToList();
    assertThat(again).extracting(TestRecord::value).isEqualTo(linked("original"));
    assertThat(again).allSatisfy(r -> assertThat(r.key()).isEqualTo(r.value().companyId()));
    assertThat(header(again.get(0), "ce_id")).isEqualTo(again.get(0).value().id() + "-of-original");
    assertThat(outcome("read")).isEqualTo(1);
    assertThat(outcome("relinked")).isEqualTo(1);
  }

  private double outcome(String outcome) {
    return registry.counter("costwire.articles", "stage", "extract", "outcome", outcome).count();
  }

  @Test
  void a_link_of_which_only_the_likeness_changed_tells_nothing() {
    stream.articles.pipeInput(COPY, ARTICLE);
    stream.links.pipeInput(COPY, LINK);
    stream.claims.readValuesToList();

    stream.links.pipeInput(COPY, new Duplicate(COPY, "original", 0.7));

    assertThat(stream.claims.isEmpty()).isTrue();
  }

  @Test
  void a_link_taken_back_leaves_claims_as_if_it_had_never_been() {
    stream.articles.pipeInput(COPY, ARTICLE);
    stream.links.pipeInput(COPY, LINK);
    stream.claims.readValuesToList();

    stream.links.pipeInput(COPY, (Duplicate) null);

    assertThat(stream.claims.readValuesToList()).isEqualTo(EXTRACTOR.extract(ARTICLE));
  }

  @Test
  void a_withdrawn_copy_retracts_its_claims_and_its_link_brings_none_back() {
    stream.articles.pipeInput(COPY, ARTICLE);
    stream.links.pipeInput(COPY, LINK);
    stream.claims.readValuesToList();

    stream.articles.pipeInput(COPY, (Article) null);
    stream.links.pipeInput(COPY, (Duplicate) null);

    assertThat(stream.claims.readValuesToList()).isNotEmpty().allMatch(Claim::retracted);
  }

  @Test
  void articles_and_links_leave_the_same_claims_in_any_order() {
    Article changed = ARTICLE.but().title("DeepSeek paid $294,000").build();
    List<Runnable> events =
        List.of(
            () -> stream.articles.pipeInput(COPY, ARTICLE, ExtractDriver.NOON),
            () -> stream.articles.pipeInput(COPY, changed, ExtractDriver.NOON.plusSeconds(1)),
            () -> stream.links.pipeInput(COPY, LINK));
    for (int[] order :
        new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      for (int event : order) {
        events.get(event).run();
      }
      assertThat(standing(stream.claims.readValuesToList()).values())
          .containsExactlyInAnyOrderElementsOf(
              EXTRACTOR.extract(changed).stream().map(c -> c.ofCopy("original")).toList());
      stop();
      start();
    }
  }

  private static Map<String, Claim> standing(List<Claim> told) {
    Map<String, Claim> standing = new TreeMap<>();
    for (Claim claim : told) {
      standing.remove(claim.id());
      if (!claim.retracted()) {
        standing.put(claim.id(), claim);
      }
    }
    return standing;
  }
}
