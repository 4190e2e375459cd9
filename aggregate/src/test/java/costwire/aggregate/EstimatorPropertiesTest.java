package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.Estimate.Line;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.stream.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of any set of claims. */
class EstimatorPropertiesTest {
  private static final int TRIES = 60;
  private static final Estimator ESTIMATOR = Estimator.standard();

  @Property(tries = TRIES)
  void orderAndDuplicatesDoNotShow(@ForAll("claims") List<Claim> claims, @ForAll Random random)
      throws JsonProcessingException {
    List<Claim> other = new ArrayList<>(claims);
    other.addAll(claims.subList(0, random.nextInt(claims.size() + 1)));
    Collections.shuffle(other, random);

    assertThat(json(other)).isEqualTo(json(claims));
  }

  @Property(tries = TRIES)
  void whatIsAddedAndRetractedIsAsIfNeverMade(
      @ForAll("claims") List<Claim> claims, @ForAll("claims") List<Claim> others)
      throws JsonProcessingException {
    List<Claim> both = new ArrayList<>(claims);
    for (Claim claim : others) {
      Claim other = renamed(claim);
      both.add(other.retraction());
      both.add(0, other);
    }

    assertThat(json(both)).isEqualTo(json(claims));
  }

  @Property(tries = TRIES)
  void intervalsAreOrderedAndFinite(@ForAll("claims") List<Claim> claims) {
    for (Line line : lines(claims)) {
      Interval usd = line.usd();
      if (usd != null && usd.low() != null && usd.best() != null && usd.high() != null) {
        assertThat(usd.low()).isPositive().isLessThanOrEqualTo(usd.best());
        assertThat(usd.best()).isLessThanOrEqualTo(usd.high());
        assertThat(usd.high()).isLessThan(new BigDecimal("1e14"));
      }
    }
  }

  @Property(tries = TRIES)
  void moreThanNeverLowersAPercentileAndLessThanNeverRaisesOne(
      @ForAll("figures") List<Claim> claims, @ForAll("amounts") BigDecimal bound) {
    Interval before = interval(claims);
    Interval more = interval(with(claims, sample("new").atLeast(bound.toString())));
    Interval less = interval(with(claims, sample("new").atMost(bound.toString())));

    assertThat(percentiles(more))
        .zipSatisfy(percentiles(before), EstimatorPropertiesTest::notBelow);
    assertThat(percentiles(before))
        .zipSatisfy(percentiles(less), EstimatorPropertiesTest::notBelow);
  }

  @Property(tries = TRIES)
  void historyEndsWhereTheEstimateStands(@ForAll("claims") List<Claim> claims) {
    for (Line line : lines(claims)) {
      if (line.usd() != null) {
        Estimate.Moment last = line.history().get(line.history().size() - 1);
        assertThat(new Interval(last.low(), last.best(), last.high())).isEqualTo(line.usd());
      }
    }
  }

  private static SampleClaim sample(String id) {
    return SampleClaim.cost(id).by("The " + id);
  }

  private static List<Claim> with(List<Claim> claims, SampleClaim more) {
    List<Claim> all = new ArrayList<>(claims);
    all.add(more.build());
    return all;
  }

  private static void notBelow(BigDecimal upper, BigDecimal lower) {
    assertThat(upper).isGreaterThanOrEqualTo(lower);
  }

  @SuppressWarnings("NullAway") // an interval of ours has all three
  private static List<BigDecimal> percentiles(Interval usd) {
    return List.of(usd.low(), usd.best(), usd.high());
  }

  @SuppressWarnings("NullAway") // figures give an interval
  private static Interval interval(List<Claim> claims) {
    return lines(claims).get(0).usd();
  }

  private static List<Line> lines(List<Claim> claims) {
    return ESTIMATOR.estimates(claims, null).stream().flatMap(e -> e.lines().stream()).toList();
  }

  private static String json(List<Claim> claims) throws JsonProcessingException {
    return Json.mapper().writeValueAsString(ESTIMATOR.estimates(claims, null));
  }

  private static Claim renamed(Claim claim) {
    return SampleClaim.cost("other-" + claim.id()).exactly("123000").build();
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    Arbitrary<Integer> mantissa = Arbitraries.integers().between(1, 999);
    Arbitrary<Integer> power = Arbitraries.integers().between(2, 9);
    return Combinators.combine(mantissa, power).as((m, p) -> BigDecimal.valueOf(m, -p));
  }

  /** Several sources' figures on one line. */
  @Provide
  Arbitrary<List<Claim>> figures() {
    return amounts()
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(
            amounts ->
                IntStream.range(0, amounts.size())
                    .mapToObj(i -> sample("source " + i).exactly(amounts.get(i).toString()).build())
                    .toList());
  }

  /** Anything at all, on a few lines, all of it dated. */
  @Provide
  Arbitrary<List<Claim>> claims() {
    Arbitrary<SampleClaim> bare =
        Combinators.combine(amounts(), amounts(), Arbitraries.integers().between(0, 7))
            .as(EstimatorPropertiesTest::shaped);
    Arbitrary<Claim> claim =
        Combinators.combine(
                bare,
                Arbitraries.of("A", "B", "DeepSeek", "").injectNull(0.3),
                Arbitraries.of("one.example", "two.example").injectNull(0.2),
                Arbitraries.of(Stance.class),
                Arbitraries.of(Scope.TRAINING_RUN, Scope.HARDWARE, Scope.UNSPECIFIED),
                Arbitraries.of("M").injectNull(0.4),
                Arbitraries.integers().between(1, 9),
                Arbitraries.doubles().between(0, 1))
            .as(
                (sample, who, outlet, stance, scope, model, month, confidence) ->
                    sample
                        .by(who)
                        .printedBy(outlet)
                        .stance(stance)
                        .about("DeepSeek", model, scope)
                        .on("2025-0" + month + "-01")
                        .confidence(confidence)
                        .build());
    return Combinators.combine(claim, Arbitraries.of("article 2", "article 3").injectNull(0.6))
        .as(EstimatorPropertiesTest::linked)
        .list()
        .ofMaxSize(12)
        .uniqueElements(Claim::id);
  }

  private static Claim linked(Claim claim, @Nullable String original) {
    return claim.articleId().equals(original) ? claim : claim.ofCopy(original);
  }

  private static SampleClaim shaped(BigDecimal one, BigDecimal other, int kind) {
    String id = kind + "-" + one + "-" + other;
    String figure = one.toString();
    String article = "article " + other.precision();
    SampleClaim claim =
        switch (kind) {
          case 0 -> SampleClaim.cost(id).exactly(figure);
          case 1 -> SampleClaim.cost(id).about(figure).in("CNY", "0.14");
          case 2 -> SampleClaim.cost(id).atLeast(figure);
          case 3 -> SampleClaim.cost(id).atMost(figure);
          case 4 -> SampleClaim.cost(id).between(figure, other.toString());
          case 5 -> SampleClaim.chips(id, "nvidia-h800").exactly(figure);
          case 6 -> SampleClaim.hours(id).about(figure);
          default -> SampleClaim.chipHours(id, null).atLeast(figure);
        };
    return claim.article(article, "sentence");
  }
}
