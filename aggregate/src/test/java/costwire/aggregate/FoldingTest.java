package costwire.aggregate;

import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.evidence.EvidenceBase;
import costwire.aggregate.evidence.EvidenceBase.Shelves;
import costwire.aggregate.evidence.Piece;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence that claims come to and go from, one by one; properties try what nobody thinks of. */
class FoldingTest {
  private static final Estimator ESTIMATOR = Estimator.standard();
  private static final String COMPANY = "deepseek";

  /** By id. */
  private static final Map<String, Claim> CLAIMS =
      Stream.of(
              Stream.of(
                  cost("own").exactly("294000").by("DeepSeek").on("2025-09-18"),
                  cost("echo").exactly("294000").by("DeepSeek").on("2025-09-19"),
                  cost("early").exactly("294000").by("DeepSeek").on("2025-09-17").printedBy("b"),
                  cost("undated").exactly("294000").by("DeepSeek").on(null),
                  cost("other").exactly("5600000").by("SemiAnalysis").on("2025-09-20"),
                  cost("renamed").about("Deepseek", "DeepSeek-R1", Scope.TRAINING_RUN).exactly("7"),
                  cost("sum").exactly("300000").article("run", "It cost that."),
                  chips("chips", "nvidia-h800").exactly("512").article("run", "On those."),
                  hours("hours").exactly("80").article("run", "For so long."),
                  cost("first").exactly("800000").printedBy("first").on("2025-01-01"),
                  cost("second").exactly("800000").printedBy("second").on("2025-01-02"),
                  cost("third").exactly("800000").printedBy("third").on("2025-01-03"),
                  cost("lone").exactly("1300000000").by("SemiAnalysis"),
                  cost("machine").exactly("1290000000").scope(Scope.HARDWARE).by("SemiAnalysis"),
                  cost("plan").exactly("900000000").scope(Scope.INFRASTRUCTURE).by("DeepSeek"),
                  cost("elsewhere")
                      .exactly("6000000")
                      .about("DeepSeek", "DeepSeek-V3", Scope.TRAINING_RUN),
                  cost("mixed").exactly("5576000").by("DeepSeek").printedBy("x"),
                  cost("base")
                      .exactly("5576000")
                      .about("DeepSeek", "DeepSeek-V3", Scope.TRAINING_RUN)
                      .by("DeepSeek")
                      .printedBy("y"),
                  cost("base2")
                      .exactly("5576000")
                      .about("DeepSeek", "DeepSeek-V3", Scope.TRAINING_RUN)
                      .by("DeepSeek")
                      .printedBy("z")),
              Stream.of("second", "third")
                  .map(id -> cost(id + "-copy").exactly("800000").printedBy(id).on("2025-02-01"))
                  .map(claim -> claim.copyOf("article-first")),
              IntStream.range(0, Piece.MOST_LISTED + 3)
                  .mapToObj(i -> cost("many" + i).exactly("12000000").by("An analyst"))
                  .map(claim -> claim.on("2025-03-01")))
          .flatMap(Function.identity())
          .map(SampleClaim::build)
          .collect(Collectors.toMap(Claim::id, Function.identity(), (a, b) -> b, TreeMap::new));

  private final Shelves shelves = Shelves.inMemory();
  private final EvidenceBase base = new EvidenceBase(COMPANY, shelves);
  private final Map<String, Claim> standing = new TreeMap<>();

  private void take(Claim claim) {
    String key = COMPANY + '\0' + claim.id();
    if (claim.retracted()) {
      shelves.claims().delete(key);
      standing.remove(claim.id());
    } else {
      shelves.claims().put(key, claim);
      standing.put(claim.id(), claim);
    }
    base.take(claim);
  }

  private Estimate batch() {
    return ESTIMATOR.estimate(COMPANY, standing.values(), null);
  }

  private static Claim claim(String id) {
    return Objects.requireNonNull(CLAIMS.get(id));
  }

  private static Claim gone(String id) {
    return claim(id).retraction();
  }

  private static String json(Object any) throws JsonProcessingException {
    return Json.mapper().writeValueAsString(any);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing is left                 | own other -own -other
          the lead goes                   | own echo -own
          an earlier one comes            | own early -early own
          an undated one leads no longer  | undated own -own
          taken back and made again       | own other -own own
          what never was goes             | own -other
          twice the same                  | own own -own
          the name most used              | own renamed -own own
          a run loses a term              | sum chips hours -hours
          a run loses its sum             | sum chips hours -sum sum -chips
          a story's first outlet goes     | first second-copy third-copy -first
          a story's first outlet comes    | second-copy third-copy first
          a story falls apart             | first second-copy third-copy -second-copy -third-copy -first
          a copy is told of its own too   | first second second-copy -second
          seen beside the hardware        | own lone machine -machine
          the hardware is seen            | own lone plan machine -plan
          other lines stand               | own elsewhere -own
          another model's run has it      | own mixed base base2 -base -mixed
          """)
  void stepByStepIsAsAllAtOnce(String what, String steps) throws JsonProcessingException {
    Estimate last = null;
    for (String step : steps.split(" ")) {
      take(step.startsWith("-") ? gone(step.substring(1)) : claim(step));
      last = ESTIMATOR.estimate(base, last);
      assertThat(json(last)).as(what + " " + step).isEqualTo(json(batch()));
      assertThat(base.touched()).isEmpty();
    }
    for (Claim left : List.copyOf(standing.values())) {
      take(left.retraction());
    }
    assertThat(ESTIMATOR.estimate(base, last).lines()).isEmpty();
    Stream.of(shelves.articles(), shelves.pieces(), shelves.index())
        .forEach(
            shelf ->
                shelf.scan(
                    "",
                    (key, value) -> {
                      throw new AssertionError(what + ": left over: " + key.replace('\0', ' '));
                    }));
  }

  @Test
  void ofManyMentionsTheNextMoveUp() throws JsonProcessingException {
    List<Claim> many =
        CLAIMS.values().stream().filter(claim -> claim.id().startsWith("many")).toList();
    many.forEach(this::take);
    Estimate last = ESTIMATOR.estimate(base, null);
    for (Claim claim : many) {
      take(claim.retraction());
      last = ESTIMATOR.estimate(base, last);
      assertThat(json(last)).as(claim.id()).isEqualTo(json(batch()));
    }
  }

  /** What a line comes to is marked by hand, so that it shows whether it was estimated again. */
  @ParameterizedTest
  @CsvSource({
    // what changes, on which line of which model, is it estimated again
    "other,     training-run, DeepSeek-R1, true",
    "other,     training-run, DeepSeek-V3, false",
    "elsewhere, training-run, DeepSeek-R1, true",
    "machine,   training-run, DeepSeek-R1, true",
    "plan,      training-run, DeepSeek-V3, false"
  })
  void onlyLinesThatMayHaveMovedAreEstimatedAgain(
      String change, String scope, String model, boolean again) {
    Stream.of("own", "lone", "elsewhere").map(FoldingTest::claim).forEach(this::take);
    Estimate before = marked(ESTIMATOR.estimate(base, null));

    take(change.equals("elsewhere") ? gone("elsewhere") : claim(change));
    Estimate after = ESTIMATOR.estimate(base, before);

    assertThat(after.lines())
        .filteredOn(line -> model.equals(line.model()) && line.scope() == scope(scope))
        .singleElement()
        .satisfies(line -> assertThat(isMarked(line)).isEqualTo(!again));
  }

  @Test
  void underAnotherNameAllIsEstimatedAgain() {
    take(claim("renamed"));
    Estimate before = marked(ESTIMATOR.estimate(base, null));
    take(claim("elsewhere"));
    take(claim("own"));

    assertThat(ESTIMATOR.estimate(base, before).lines())
        .hasSize(2)
        .noneMatch(FoldingTest::isMarked);
  }

  private static Scope scope(String word) {
    return Json.mapper().convertValue(word, Scope.class);
  }

  private static Estimate marked(Estimate estimate) {
    return new Estimate(
        estimate.company(),
        estimate.companyId(),
        estimate.updatedAt(),
        estimate.asOf(),
        estimate.group(),
        estimate.lines().stream().map(FoldingTest::marked).toList());
  }

  private static Line marked(Line line) {
    return new Line(
        line.model(),
        line.scope(),
        line.usd(),
        List.of(BigDecimal.ONE),
        line.stated(),
        line.implied(),
        line.agreement(),
        line.spread(),
        line.evidence(),
        line.history(),
        line.ways(),
        line.findings());
  }

  private static boolean isMarked(Line line) {
    return line.modes().equals(List.of(BigDecimal.ONE));
  }
}
