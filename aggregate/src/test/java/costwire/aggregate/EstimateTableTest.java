package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Estimate.Agreement;
import costwire.aggregate.Estimate.Interval;
import costwire.aggregate.Estimate.Line;
import costwire.extract.Scope;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTableTest {
  @ParameterizedTest
  @CsvSource({
    "1, $1",
    "30.4, $30.4",
    "950, $950",
    "294000, $294k",
    "999600, $1M",
    "5576000, $5.58M",
    "1300000000, $1.3B",
    "500000000000, $500B",
    "9000000000000, $9T",
    "12345000000000000, $12300T"
  })
  void dollarsAreShort(String amount, String shown) {
    assertThat(EstimateTable.dollars(new BigDecimal(amount))).isEqualTo(shown);
  }

  @Test
  void columnsAlignInAnyScript() {
    String table =
        EstimateTable.table(
            List.of(
                estimate("DeepSeek", "5600000"),
                estimate("深度求索", "120"),
                estimate("e\u0301", "70"),
                estimate("x", null)));

    assertThat(table)
        .isEqualTo(
            """
            company   model  scope         low   best   high  agreement      voices  mentions  implied
            DeepSeek  R1     training-run   $1  $5.6M  $9.9B  single-source       0         0        -
            深度求索  R1     training-run   $1   $120  $9.9B  single-source       0         0        -
            e\u0301         R1     training-run   $1    $70  $9.9B  single-source       0         0        -
            1 more without a figure in dollars
            """);
  }

  @Test
  void namesFromTheWebBringNoEscapesAndNoFormulas() {
    List<Estimate> hostile = List.of(estimate("=cmd\u001b[31m,\"x\"", "5"));

    assertThat(EstimateTable.table(hostile)).doesNotContain("\u001b");
    assertThat(EstimateTable.csv(hostile))
        .isEqualTo(
            "company,model,scope,low,best,high,agreement,voices,mentions,implied\r\n"
                + "\"'=cmd?[31m,\"\"x\"\"\",R1,training-run,1,5,9900000000,single-source,0,0,\r\n");
  }

  @Test
  void whatDoesNotAddUpStandsBelow() {
    Line line = estimate("DeepSeek", "5").lines().get(0);
    Line found =
        SampleLine.of(
            line.model(),
            line.scope(),
            line.usd(),
            line.agreement(),
            List.of(),
            Collections.nCopies(
                7, new Finding(Finding.Kind.ODD_COUNT, "648 for 512", List.of("a"))));

    assertThat(
            EstimateTable.table(List.of(new Estimate("x", "x", null, null, null, List.of(found)))))
        .endsWith(
            "-\n\n"
                + "R1, training-run: 648 for 512\n".repeat(5)
                + "and 2 more of the same line\n");
  }

  @Test
  void noEstimatesAreAHeading() {
    assertThat(EstimateTable.table(List.of())).startsWith("company").hasLineCount(1);
    assertThat(EstimateTable.csv(List.of())).hasLineCount(1);
  }

  private static Estimate estimate(String company, @Nullable String best) {
    Interval usd =
        best == null
            ? null
            : new Interval(BigDecimal.ONE, new BigDecimal(best), new BigDecimal("9900000000"));
    Line line = SampleLine.of("R1", Scope.TRAINING_RUN, usd, Agreement.SINGLE_SOURCE);
    return new Estimate(company, company, null, null, null, List.of(line));
  }
}
