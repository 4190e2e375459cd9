package costwire.aggregate.reconcile;

import static costwire.aggregate.SampleClaim.chips;
import static costwire.aggregate.SampleClaim.cost;
import static costwire.aggregate.SampleClaim.hours;
import static costwire.aggregate.reconcile.TrainingRunLine.line;
import static costwire.aggregate.reconcile.TrainingRunLine.weight;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Line;
import costwire.aggregate.Finding;
import costwire.aggregate.Finding.Kind;
import costwire.aggregate.SampleClaim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One sum told in two currencies that does not convert. */
class ConversionMisfitTest {
  /** A sentence, what the yuan and the dollars in it come to in dollars, and what is found. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "It paid 1bn yuan ($139M) for it   | 1bn yuan | 140e6 | $139M   | 139e6 | -",
        "It paid 1bn yuan ($1.39bn) for it | 1bn yuan | 140e6 | $1.39bn | 1.39e9 | misfit",
        "支付了10亿元（约合13.9亿美元）       | 10亿元 | 140e6 | 13.9亿美元 | 1.39e9 | misfit",
        "It paid $1.39bn – 1bn yuan – for it | 1bn yuan | 140e6 | $1.39bn | 1.39e9 | misfit",
        "It paid 1bn yuan and $1.39bn      | 1bn yuan | 140e6 | $1.39bn | 1.39e9 | -",
        "It paid 1bn yuan (A) and $1.39bn  | 1bn yuan | 140e6 | $1.39bn | 1.39e9 | -",
        "It paid 1bn yuan (in 2020 $1.39bn)| 1bn yuan | 140e6 | $1.39bn | 1.39e9 | -",
        "It paid 1bn yuan ($200M) for it   | 1bn yuan | 140e6 | $200M   | 200e6 | -",
        "It paid 1bn yuan ($300M) for it   | 1bn yuan | 140e6 | $300M   | 300e6 | misfit"
      })
  void oneSumInTwoCurrenciesMustConvert(
      String sentence,
      String yuan,
      String converted,
      String dollars,
      String amount,
      String finding) {
    Line line =
        line(
            cost("a").exactly(converted).in("CNY", "1").article("x", sentence).quoted(yuan),
            cost("b").exactly(amount).article("x", sentence).quoted(dollars));

    List<Kind> expected = finding == null ? List.of() : List.of(Kind.CONVERSION_MISFIT);
    assertThat(line.findings()).extracting(Finding::kind).containsExactlyElementsOf(expected);
    if (finding != null) {
      assertThat(line.findings().get(0).sentence())
          .endsWith("is about $140 million: which is wrong cannot be told, and both weigh half");
      // Two figures of one source share its weight as it is.
      assertThat(weight(line, "a")).isEqualByComparingTo("0.25");
      assertThat(weight(line, "b")).isEqualByComparingTo("0.25");
    }
  }

  @Test
  void theHalfOfAMisfitThatTheRestOfTheEvidenceTellsStands() {
    String sentence = "R1 cost 2.1m yuan ($2.94m)";
    SampleClaim[] misfit = {
      cost("a").exactly("294000").in("CNY", "1").article("x", sentence).quoted("2.1m yuan"),
      cost("b").exactly("2940000").article("x", sentence).quoted("$2.94m")
    };
    SampleClaim[] work = {chips("c", "nvidia-h800").exactly("512"), hours("d").exactly("80")};

    Line implied = line(misfit[0], misfit[1], work[0], work[1]);
    assertThat(weight(implied, "a")).isEqualByComparingTo("1");
    assertThat(weight(implied, "b")).isZero();
    assertThat(implied.findings())
        .extracting(Finding::sentence)
        .contains(
            "294,000 CNY and $2.94 million are told as one sum, but the one is about $294,000:"
                + " 294,000 CNY stands, as chips and hours imply $81,900");

    SampleClaim other = cost("e").exactly("2940000").printedBy("other.example");
    Line told = line(misfit[0], misfit[1], other.by("DeepSeek"));
    assertThat(told.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "294,000 CNY and $2.94 million are told as one sum, but the one is about $294,000:"
                + " $2.94 million stands, as 2 tell that");
    assertThat(weight(told, "a")).isZero();
  }
}
