package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Estimate.Evidence;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.evidence.EvidenceBase;
import costwire.aggregate.evidence.EvidenceBase.Shelves;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.stream.Json;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** Evidence that is folded claim by claim is what all claims come to at once. */
class FoldingPropertiesTest {
  private static final Estimator ESTIMATOR = Estimator.standard();
  private static final String COMPANY = "deepseek";

  @Provide
  Arbitrary<List<Claim>> claims() {
    return new EstimatorPropertiesTest().claims();
  }

  /** What comes and goes, until the claims are left; null: estimate what there is. */
  private static List<@Nullable Claim> events(
      List<Claim> claims, List<Claim> others, Random random) {
    List<@Nullable Claim> events = new ArrayList<>(claims);
    events.addAll(claims);
    events.addAll(others);
    events.addAll(Collections.nCopies(6, null));
    Collections.shuffle(events, random);
    for (Claim other : others) {
      int after = events.lastIndexOf(other) + 1;
      events.add(after + random.nextInt(events.size() - after + 1), other.retraction());
    }
    // Some are taken back, and made again at the end.
    for (Claim claim : claims) {
      if (random.nextInt(3) == 0) {
        events.add(random.nextInt(events.size() + 1), claim.retraction());
        events.add(claim);
      }
    }
    return events;
  }

  private static List<Claim> renamed(List<Claim> claims) {
    return claims.stream().map(FoldingPropertiesTest::renamed).toList();
  }

  /** Another claim that says the same in the same place. */
  private static Claim renamed(Claim claim) {
    return SampleClaim.under("other-" + claim.id(), claim.articleId(), claim);
  }

  @Property(tries = 80)
  void claimByClaimIsAsAllAtOnce(
      @ForAll("claims") List<Claim> claims,
      @ForAll("claims") List<Claim> others,
      @ForAll Random random)
      throws JsonProcessingException {
    Shelves shelves = Shelves.inMemory();
    EvidenceBase base = new EvidenceBase(COMPANY, shelves);
    Estimate last = null;
    for (Claim event : events(claims, renamed(others), random)) {
      if (event == null) {
        last = ESTIMATOR.estimate(base, last);
      } else {
        keep(shelves, event);
        base.take(event);
      }
    }

    assertThat(json(ESTIMATOR.estimate(base, last))).isEqualTo(json(batch(claims)));
    assertThat(base.touched()).isEmpty();
  }

  private static void keep(Shelves shelves, Claim event) {
    if (event.retracted()) {
      shelves.claims().delete(COMPANY + '\0' + event.id());
    } else {
      shelves.claims().put(COMPANY + '\0' + event.id(), event);
    }
  }

  private static Estimate batch(List<Claim> claims) {
    return ESTIMATOR.estimate(COMPANY, claims, null);
  }

  private static String json(Object estimate) throws JsonProcessingException {
    return Json.mapper().writeValueAsString(estimate);
  }

  @Property(tries = 4)
  void theStreamEndsWhereTheBatchDoes(
      @ForAll("claims") List<Claim> claims,
      @ForAll("claims") List<Claim> others,
      @ForAll Random random)
      throws IOException {
    Path folder = Files.createTempDirectory("folding-");
    Map<String, Estimate> last = new TreeMap<>();
    try (TopologyTestDriver driver = driver(folder)) {
      TestInputTopic<String, Claim> in =
          driver.createInputTopic(
              Claims.TOPIC.name(),
              Claims.TOPIC.keys().serializer(),
              Claims.TOPIC.values().serializer());
      for (Claim event : events(claims, renamed(others), random)) {
        if (event == null) {
          driver.advanceWallClockTime(Duration.ofMinutes(1));
        } else {
          in.pipeInput(COMPANY, event);
        }
      }
      driver.advanceWallClockTime(Duration.ofMinutes(1));
      TestOutputTopic<String, Estimate> out =
          driver.createOutputTopic(
              Estimates.TOPIC.name(),
              Estimates.TOPIC.keys().deserializer(),
              Estimates.TOPIC.values().deserializer());
      for (TestRecord<String, Estimate> record : out.readRecordsToList()) {
        last.remove(record.key());
        if (record.value() != null) {
          last.put(record.key(), record.value());
        }
      }
    }

    assertThat(json(last.values())).isEqualTo(json(ESTIMATOR.estimates(claims, null)));
  }

  private static TopologyTestDriver driver(Path folder) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "folding-test");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    return new TopologyTestDriver(
        AggregateTopology.of(ESTIMATOR, new SimpleMeterRegistry()), settings);
  }

  /** The same figure in further articles of the same outlet changes the count, and no weight. */
  @Property(tries = 60)
  void mentionsAreCountedAndWeighNothing(
      @ForAll("claims") List<Claim> claims, @ForAll Random random) {
    List<Claim> more = new ArrayList<>();
    for (Claim claim : claims) {
      boolean isOutletsOwn = claim.publisher() != null && claim.unit().equals("USD");
      for (int i = isOutletsOwn ? random.nextInt(4) : 0; i > 0; i--) {
        more.add(SampleClaim.under("z-" + i + claim.id(), "z-" + i + claim.id(), claim));
      }
    }
    List<Claim> unlinked = claims.stream().map(claim -> claim.ofCopy(null)).toList();
    List<Claim> all = new ArrayList<>(unlinked);
    more.forEach(claim -> all.add(claim.ofCopy(null)));

    List<Line> once = batch(unlinked).lines();
    List<Line> often = batch(all).lines();

    assertThat(often).hasSameSizeAs(once);
    for (int i = 0; i < once.size(); i++) {
      Line line = often.get(i);
      assertThat(line)
          .usingRecursiveComparison()
          .ignoringFields("stated.mentions", "evidence", "findings")
          .isEqualTo(once.get(i));
      assertThat(line.evidence().stream().filter(Evidence::counts).toList())
          .isEqualTo(once.get(i).evidence().stream().filter(Evidence::counts).toList());
    }
  }
}
