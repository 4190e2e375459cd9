package costwire.aggregate.evidence;

import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.SampleClaim;
import costwire.extract.Claim;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many independent voices two claims are. */
class LedgerTest {
  static Stream<Arguments> pairs() {
    return Stream.of(
        pair(1, "same source, same figure", five().by("A"), five().by("A")),
        pair(1, "fewer digits of it", five().by("A"), other().about("6000000").by("A")),
        pair(1, "cut off instead of rounded", five().by("A"), other().exactly("5500000").by("A")),
        pair(2, "not a rounding", five().by("A"), other().exactly("5400000").by("A")),
        pair(1, "its own looser bound", five().by("A"), other().atMost("6000000").by("A")),
        pair(
            1,
            "its own range around it",
            five().by("A"),
            other().between("5000000", "6000000").by("A")),
        pair(2, "a bound that it breaks", five().by("A"), other().atLeast("7000000").by("A")),
        pair(1, "told without its source", five().by("A"), five()),
        pair(2, "a bound of nobody's", five().by("A"), other().atMost("6000000")),
        pair(1, "nobody's figure in two outlets", five(), five().printedBy("two.example")),
        pair(1, "a fingerprint copied", five().by("A"), five().by("B")),
        pair(2, "a round figure twice", round().by("A"), round().by("B")),
        pair(
            1,
            "a round figure under another name in a copy",
            round().by("A").article("original", "s"),
            round().by("the A group").article("copy", "s").copyOf("original")),
        pair(
            2,
            "round figures of two in one article",
            round().by("A").article("x", "s"),
            round().by("B").article("x", "t")),
        pair(
            1,
            "a copy's bound around the first outlet's figure",
            five().printedBy("one.example").article("original", "s"),
            other()
                .atMost("6000000")
                .printedBy("two.example")
                .article("y", "t")
                .copyOf("original")),
        pair(
            1,
            "one sentence, two currencies at rates a quarter apart",
            cost("a").exactly("1000000").article("x", "s"),
            other().exactly("7000000").in("CNY", "0.179").article("x", "s")),
        pair(
            2,
            "one sentence, two sums a third apart",
            cost("a").exactly("1000000").article("x", "s"),
            other().exactly("7000000").in("CNY", "0.19").article("x", "s")),
        pair(
            2,
            "two sentences, two currencies at rates a quarter apart",
            cost("a").exactly("1000000").article("x", "s"),
            other().exactly("7000000").in("CNY", "0.179").article("x", "t").printedBy("y")),
        pair(
            2,
            "one sentence, two sources, two sums",
            cost("a").exactly("1000000").article("x", "s").by("A"),
            other().exactly("7000000").in("CNY", "0.179").article("x", "s").by("B")),
        pair(
            2,
            "one currency twice in one sentence",
            cost("a").exactly("1000000").article("x", "s"),
            other().exactly("1200000").article("x", "s")),
        pair(2, "two figures", five().by("A"), other().exactly("9100000").by("B")),
        pair(1, "names in other letters", round().by("Sam Altman"), round().by("SAM ALTMAN ")),
        pair(
            1,
            "one sentence, two currencies",
            cost("a").exactly("139000000").article("x", "s"),
            other().exactly("1000000000").in("CNY", "0.15").article("x", "s")),
        pair(
            2,
            "one sentence, two sums",
            cost("a").exactly("139000000").article("x", "s"),
            other().exactly("5000000000").in("CNY", "0.15").article("x", "s")),
        pair(
            1,
            "the same sum, converted elsewhere",
            cost("a").exactly("139000000").by("A"),
            other().exactly("1000000000").in("CNY", "0.141").by("A").on("2025-12-01")));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("pairs")
  void theyAreSoManyVoices(int voices, String why, Claim one, Claim other) {
    assertThat(Ledger.of(roll(one, other)).on(Subject.DOLLARS)).hasSize(voices);
    assertThat(Ledger.of(roll(other, one)).on(Subject.DOLLARS)).hasSize(voices);
  }

  private static List<Voice> voices(SampleClaim... claims) {
    Claim[] built = Stream.of(claims).map(SampleClaim::build).toArray(Claim[]::new);
    return Ledger.of(roll(built)).on(Subject.DOLLARS);
  }

  @Test
  void aRoundedFigureGoesToTheNearestThatItCanBe() {
    List<Voice> voices =
        voices(
            cost("far").exactly("5510000").by("A"),
            cost("near").exactly("5576000").by("A"),
            cost("c").about("5600000").by("A"));

    assertThat(voices)
        .filteredOn(voice -> voice.lead().id().equals("near"))
        .singleElement()
        .satisfies(voice -> assertThat(voice.mentions()).hasSize(2));
  }

  @Test
  void theFullestTellingLeads() {
    SampleClaim unnamed = cost("a").exactly("5576000").on("2025-01-01");
    SampleClaim late = cost("b").exactly("5576000").by("A").on("2025-01-03");
    SampleClaim early = cost("d").exactly("5576000").by("A").on("2025-01-02");
    SampleClaim same = cost("c").exactly("5576000").by("A").on("2025-01-02");
    SampleClaim round = cost("0").exactly("5580000").by("A").on("2025-01-01");
    SampleClaim yuan = cost("1").exactly("5576000").in("CNY", "1").by("A").on("2025-01-01");
    SampleClaim undated = cost("2").exactly("5576000").by("A").on(null);

    Voice voice = voices(unnamed, late, early, same, round, yuan, undated).get(0);

    assertThat(voice.mentions())
        .extracting(Claim::id)
        .as("those of one outlet that are alike are one")
        .containsExactly("c", "0", "1", "a");
    assertThat(voice.firstAt()).isEqualTo("2025-01-01T12:00:00Z");
  }

  @Test
  void subjectsAreInAFixedOrder() {
    Claim[] claims = {
      SampleClaim.chips("a", "nvidia-h800").exactly("512").build(),
      SampleClaim.chips("b", "nvidia-a100").exactly("64").build(),
      SampleClaim.chips("c", null).exactly("32").build(),
      cost("d").exactly("5000000").build()
    };

    assertThat(Ledger.of(roll(claims)).voices().keySet())
        .containsExactly(
            Subject.DOLLARS,
            new Subject(Subject.Kind.CHIPS, null),
            new Subject(Subject.Kind.CHIPS, "nvidia-a100"),
            new Subject(Subject.Kind.CHIPS, "nvidia-h800"));
  }

  @Test
  void whatWasNotYetPublishedIsNotYetOnTheRoll() {
    Roll roll =
        roll(
            cost("a").exactly("5000000").on("2025-01-01").build(),
            cost("b").exactly("7000000").on("2025-01-02").build(),
            cost("c").exactly("0").on("2025-01-01").build(),
            cost("d").exactly("0").on("2025-01-02").build(),
            cost("e").exactly("0").on(null).build());
    Roll then = roll.knownBy(Instant.parse("2025-01-01T12:00:00Z"));

    assertThat(then.tellings()).extracting(t -> t.claim().id()).containsExactly("a");
    assertThat(then.silent()).extracting(Claim::id).containsExactly("c");
    assertThat(roll.knownBy(null)).isSameAs(roll);
  }

  private static Roll roll(Claim... claims) {
    EvidenceBase base = EvidenceBase.of("deepseek", List.of(claims));
    return Roll.of(base, LineKey.of(claims[0]), "DeepSeek");
  }

  private static int ids;

  private static Arguments pair(int voices, String why, SampleClaim one, SampleClaim other) {
    return Arguments.of(voices, why, one.build(), other.build());
  }

  private static SampleClaim other() {
    return cost("other-" + ids++);
  }

  private static SampleClaim five() {
    return other().exactly("5576000");
  }

  private static SampleClaim round() {
    return other().exactly("5600000");
  }
}
