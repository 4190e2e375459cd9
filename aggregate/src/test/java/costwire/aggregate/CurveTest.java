package costwire.aggregate;

import static costwire.aggregate.SampleClaim.chipHours;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import costwire.aggregate.Curve.Statement;
import costwire.extract.Claim;
import costwire.extract.Stance;
import costwire.stream.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {
  private static final SampleClaim[] MIXED = {
    cost("five").exactly("5620000").by("A"),
    cost("echo").about("5600000").printedBy("other.example"),
    cost("slip").exactly("56200000").by("F").printedBy("third.example"),
    cost("more").atLeast("4000000").by("B"),
    cost("range").between("3000000", "9000000").by("C"),
    cost("denied").exactly("1000000").by("D").stance(Stance.DENIED),
    cost("billion").about("1300000000").by("E").stance(Stance.DISPUTED)
  };

  private static List<Claim> built(SampleClaim... claims) {
    return Stream.of(claims).map(SampleClaim::build).toList();
  }

  private static Curve curve(List<Claim> claims) {
    return Estimator.standard().curves("deepseek", claims, null).get(0);
  }

  private static List<BigDecimal> modes(List<Claim> claims) {
    return Estimator.standard().estimate("deepseek", claims, null).lines().get(0).modes();
  }

  /** Each figure is a source's of its own; all in millions. */
  @ParameterizedTest
  @CsvSource({
    "5,            ''",
    "5 5.5,        ''",
    "5 8,          ''",
    "5 50,         5.32 47",
    "5 50 500,     5.32 50 469",
    "5 6 1300,     ''",
    "5 6 900 1000, 5.48 949",
    "1:100 1300,   10 1290"
  })
  void severalModesAreNamedWhereTheEvidenceIsSplit(String figures, String modes) {
    List<Claim> claims = Stream.of(figures.split(" ", -1)).map(CurveTest::millions).toList();
    double[] expected =
        Stream.of(modes.split(" ", -1))
            .filter(m -> !m.isEmpty())
            .mapToDouble(m -> dollars(m))
            .toArray();

    double[] found = modes(claims).stream().mapToDouble(BigDecimal::doubleValue).toArray();

    assertThat(logs(found)).usingComparatorWithPrecision(0.005).containsExactly(logs(expected));
  }

  private static double dollars(String millions) {
    return Double.parseDouble(millions) * 1e6;
  }

  private static Claim millions(String figure) {
    String[] ends = figure.split(":", -1);
    SampleClaim claim = cost(figure).by("source of " + figure);
    return ends.length == 1
        ? claim.exactly(ends[0] + "e6").build()
        : claim.between(ends[0] + "e6", ends[1] + "e6").build();
  }

  private static double[] logs(double[] amounts) {
    return DoubleStream.of(amounts).map(StrictMath::log10).toArray();
  }

  @Test
  void theCurveHasItsPeakWhereTheFigureIs() {
    List<Curve.Point> points = curve(built(cost("a").exactly("294000").by("DeepSeek"))).points();

    assertThat(points).hasSizeBetween(80, 160);
    assertThat(points).isSortedAccordingTo((a, b) -> a.amount().compareTo(b.amount()));
    Curve.Point peak =
        points.stream().filter(p -> p.density().compareTo(BigDecimal.ONE) == 0).findFirst().get();
    assertThat(peak.amount().doubleValue()).isCloseTo(294_000, within(4_000.0));
    // A bell of width 0.06 is drawn in more than two strokes.
    assertThat(points.stream().filter(p -> p.density().doubleValue() > 0.5)).hasSizeGreaterThan(8);
  }

  @Test
  void theFiguresStandOnItsAxisSlipsAmongThem() {
    assertThat(curve(built(MIXED)).statements())
        .containsExactly(
            statement("more", "b: at least 4000000 USD", "4000000", null, false, "1", 1),
            statement("range", "c: 3000000 to 9000000 USD", "3000000", "9000000", false, "1", 1),
            statement("five", "a: 5620000 USD", "5620000", "5620000", false, "1", 2),
            statement("slip", "f: 56200000 USD", "56200000", "56200000", false, "0", 1),
            statement("billion", "e: 1300000000 USD", "1300000000", "1300000000", true, "0.5", 1));
  }

  private static Statement statement(
      String claim,
      String voice,
      @Nullable String low,
      @Nullable String high,
      boolean about,
      String weight,
      int mentions) {
    return new Statement(
        voice,
        voice.substring(0, 1),
        low == null ? null : new BigDecimal(low),
        high == null ? null : new BigDecimal(high),
        about,
        new BigDecimal(weight),
        claim,
        mentions);
  }

  @Test
  void aLineWithoutDollarsHasNoCurve() {
    Curve curve = curve(built(hours("a").exactly("80")));

    assertThat(curve.points()).isEmpty();
    assertThat(curve.statements()).isEmpty();
    assertThat(modes(built(hours("a").exactly("80")))).isEmpty();
    assertThat(curve(built(chipHours("a", "nvidia-h800").exactly("2788000"))).points())
        .isNotEmpty();
  }

  @Test
  void onlyWhatWasKnownByTheMomentIsDrawn() {
    List<Claim> claims =
        built(cost("a").exactly("5e6").by("A"), cost("b").exactly("7e6").by("B").on("2025-12-01"));

    List<Curve> then =
        Estimator.standard().curves("deepseek", claims, Instant.parse("2025-10-01T00:00:00Z"));

    assertThat(then).isEqualTo(List.of(curve(claims.subList(0, 1))));
    assertThat(Estimator.standard().curves("openai", claims, null)).isEmpty();
  }

  @Test
  void theOrderOfTheClaimsDoesNotShowAndItComesBackFromJson() throws IOException {
    List<Claim> claims = new ArrayList<>(built(MIXED));
    Curve curve = curve(claims);
    Collections.reverse(claims);

    byte[] json = Json.mapper().writeValueAsBytes(curve);

    assertThat(Json.mapper().writeValueAsBytes(curve(claims))).isEqualTo(json);
    assertThat(Json.mapper().readValue(json, Curve.class)).isEqualTo(curve);
  }
}
