package costwire.aggregate.reconcile;

import static costwire.aggregate.SampleClaim.chipHours;
import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static costwire.aggregate.SampleEstimates.built;
import static costwire.aggregate.reconcile.TrainingRunLine.line;
import static costwire.aggregate.reconcile.TrainingRunLine.weight;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Estimator;
import costwire.aggregate.Finding;
import costwire.aggregate.Finding.Kind;
import costwire.aggregate.SampleClaim;
import costwire.extract.Claim;
import costwire.stream.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures whose digits are told at another power of ten. */
class PowerOfTenTest {
  private static final List<Claim> TOLD =
      built(
          cost("a").exactly("294000").by("DeepSeek").printedBy("one.example").on("2025-09-17"),
          cost("b").exactly("294000").by("DeepSeek").printedBy("two.example").on("2025-09-18"));
  private static final Claim SLIP =
      cost("c").exactly("29400000").by("DeepSeek").printedBy("x.example").on("2025-09-20").build();

  @Test
  void theFigureThatFewerTellIsTheSlipEvenWhereItIsTheNewest() {
    List<Claim> claims = new ArrayList<>(TOLD);
    claims.add(SLIP);
    Line line = line(claims);

    assertThat(line.usd()).isEqualTo(line(TOLD).usd());
    assertThat(line.agreement()).isEqualTo(line(TOLD).agreement());
    assertThat(weight(line, "c")).isZero();
    assertThat(line.findings())
        .containsExactly(
            new Finding(
                Kind.POWER_OF_TEN,
                "$29.4 million has the digits of $294,000, and 2 tell that:"
                    + " a slip by a power of ten, which weighs nothing",
                List.of("c")));
  }

  @Property(tries = 20)
  void retractingTheSlipRestoresTheLineInAnyOrder(@ForAll Random random)
      throws JsonProcessingException {
    List<Claim> claims = new ArrayList<>(TOLD);
    claims.add(SLIP);
    claims.addAll(built(chips("d", "nvidia-h800").exactly("512"), hours("e").exactly("80")));
    List<Claim> mixed = new ArrayList<>(claims);
    Collections.shuffle(mixed, random);
    assertThat(json(mixed)).isEqualTo(json(claims));

    mixed.add(random.nextInt(mixed.size()), SLIP.retraction());
    claims.remove(SLIP);
    assertThat(json(mixed)).isEqualTo(json(claims));
  }

  private static String json(List<Claim> claims) throws JsonProcessingException {
    return Json.mapper().writeValueAsString(Estimator.standard().estimates(claims, null));
  }

  @Test
  void ofTwoToldByAsManyTheOneFurtherFromTheImpliedCostIsTheSlip() {
    Line line =
        line(
            cost("a").exactly("294000").by("A"),
            cost("b").exactly("29400000").by("B").printedBy("two.example"),
            chips("c", "nvidia-h800").exactly("512"),
            hours("d").exactly("80"));

    assertThat(weight(line, "a")).isPositive();
    assertThat(weight(line, "b")).isZero();
    assertThat(line.findings()).extracting(Finding::kind).contains(Kind.POWER_OF_TEN);
  }

  @Test
  void aSlipThatCannotBeToldFromTheFigureIsSaidAndWeighsAsBefore() {
    Line line =
        line(
            cost("a").exactly("55760000").by("A"),
            cost("b").exactly("5576000").by("B").printedBy("two.example"));

    assertThat(line.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "$5.576 million and $55.76 million are one figure at two powers of ten:"
                + " which is the slip cannot be told");
    assertThat(weight(line, "a")).isPositive();
    assertThat(weight(line, "b")).isPositive();
    assertThat(line.agreement()).isEqualTo(Agreement.CONTRADICTED);
  }

  /**
   * Figures in millions as {@code claimant: figure @ outlet}, chip-hours in millions where told,
   * and the claims that weigh nothing.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // Two digits of two claimants may agree by chance.
        "A: 1.3 @ a, B: 130 @ b                  | -   | -   | -",
        "A: 1.3 @ a, B: 130 @ b, B: 130 @ c      | -   | -   | -",
        // What the chips and hours imply is told by one of them; or by neither.
        "A: 5.6 @ a, B: 56 @ b                   | 2.8 | 1   | power-of-ten",
        "A: 5.6 @ a, B: 56 @ b, B: 56 @ c        | 2.8 | 1 2 | power-of-ten",
        "A: 5.6 @ a, B: 56 @ b                   | 280 | -   | -",
        // One claimant cannot have told both.
        "A: 5.6 @ a, A: 5.6 @ b, A: 56 @ c       | -   | 2   | power-of-ten",
        "A: 5.6 @ a, A: 56 @ c                   | -   | -   | power-of-ten-undecided",
        // An article that tells both means both.
        "A: 5.6 @ a, A: 5.6 @ b, A: 56 @ a       | -   | -   | -",
        "A: 5.6 @ a, A: 5.6 @ b, A: 56 @ b       | -   | -   | -",
        // Nobody named is no one claimant.
        "-: 5.6 @ a, -: 56 @ a                   | -   | -   | -",
        // Neither is near what is implied, or both are about as near.
        "A: 5.6 @ a, B: 56 @ b                   | 9   | -   | -",
        "A: 5.6 @ a, B: 56 @ b                   | .3  | -   | -",
        "A: 5.6 @ a, B: 56 @ b                   | 27  | 0   | power-of-ten",
        // Three digits are no chance, as far as both are told.
        "A: 5.576 @ a, B: 5.58 @ b, C: 558 @ c   | -   | 2   | power-of-ten",
        "A: 5.576 @ a, A: 5.576 @ b, C: 55.8 @ c | -   | 2   | power-of-ten",
        "A: 5.576 @ a, A: 5.576 @ b, C: 55.3 @ c | -   | -   | -",
        "A: 5.576 @ a, A: 5.576 @ b, C: 55.7 @ c | -   | -   | -",
        "A: 5.576 @ a, B: 5.62 @ b, B: 5.62 @ d, B: 5.62 @ e, C: 55.76 @ c, C: 55.76 @ f"
            + "                                      | -   | 0   | power-of-ten",
        "A: 5.576 @ a, B: 55.76 @ b, C: 557.6 @ c | 30 | 0 2 | power-of-ten power-of-ten",
        "A: 5.576 @ a, B: 55.76 @ b, B: 55.76 @ c, C: 557.6 @ d, C: 557.6 @ e"
            + "                                       | 2.8 | 0 3 4 | power-of-ten power-of-ten",
        // One digit says nothing.
        "A: 5 @ a, A: 5 @ b, A: 50 @ c           | -   | -   | -"
      })
  void digitsThatAgreeAtAnotherPowerOfTenAreASlipWhereMoreThanChanceSaysSo(
      String told, String chipHours, String struck, String kind) {
    List<Claim> claims = new ArrayList<>();
    for (String figure : told.split(", *", -1)) {
      String[] words = figure.split("[: @]+", -1);
      String id = String.valueOf(claims.size());
      SampleClaim claim =
          cost(id)
              .exactly(words[1] + "e6")
              .by(words[0].equals("-") ? null : words[0])
              .printedBy(words[2]);
      claims.add(claim.article(words[2], "sentence " + id).build());
    }
    if (chipHours != null) {
      claims.add(chipHours("hours", "nvidia-h800").exactly(chipHours + "e6").build());
    }

    Line line = line(claims);

    assertThat(line.findings())
        .extracting(Finding::kind)
        .filteredOn(found -> found.name().startsWith("POWER_OF_TEN"))
        .containsExactlyElementsOf(
            kind == null
                ? List.of()
                : Stream.of(kind.split(" ", -1))
                    .map(name -> Json.mapper().convertValue(name, Kind.class))
                    .toList());
    List<String> expected = struck == null ? List.of() : List.of(struck.split(" ", -1));
    List<String> weightless =
        line.findings().stream()
            .filter(found -> found.kind() == Kind.POWER_OF_TEN)
            .flatMap(found -> found.claims().stream())
            .sorted()
            .toList();
    assertThat(weightless).containsExactlyElementsOf(expected);
    assertThat(weightless).allMatch(claim -> weight(line, claim).signum() == 0);
  }

  @Test
  void aCopyOfASlipIsNoSecondWitness() {
    Line line =
        line(
            cost("a").exactly("294000").by("DeepSeek").printedBy("one.example"),
            cost("b").exactly("294000").by("DeepSeek").printedBy("two.example"),
            cost("c").exactly("29400000").printedBy("x.example"),
            cost("d").exactly("29400000").printedBy("y.example").copyOf("article-c"),
            cost("e").exactly("29400000").printedBy("z.example").copyOf("article-c"));

    assertThat(weight(line, "a")).isPositive();
    assertThat(weight(line, "c")).isZero();
  }
}
