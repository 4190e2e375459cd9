package costwire.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import costwire.extract.Claim;
import costwire.extract.Claims;
import costwire.stream.Json;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Claims as anybody may write them to the topic. What cannot be read does not pass the
 * deserialiser: the record goes to the dead letters with that reason. What can be read is heard, or
 * stands in evidence with weight 0, and no figure is ever without end.
 */
class BadInputTest {
  private static final Estimator ESTIMATOR = Estimator.standard();

  private static byte[] claimWith(String field, String json) throws IOException {
    ObjectNode claim =
        Json.mapper()
            .readTree(
                Claims.TOPIC
                    .values()
                    .serializer()
                    .serialize(
                        Claims.TOPIC.name(),
                        SampleClaim.cost("a").exactly("294000").by("DeepSeek").build()))
            .deepCopy();
    JsonNode value = Json.mapper().readTree(json);
    if (field.startsWith("usd.")) {
      ((ObjectNode) claim.get("usd")).set(field.substring(4), value);
    } else {
      claim.set(field, value);
    }
    return Json.mapper().writeValueAsBytes(claim);
  }

  private static Claim read(byte[] json) {
    return Claims.TOPIC.values().deserializer().deserialize(Claims.TOPIC.name(), json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "best         | -1            | a figure is not negative",
        "low          | -0.001        | a figure is not negative",
        "best         | 1e30          | a figure is below 10^30",
        "best         | '\"NaN\"'     | NaN",
        "best         | '\"Infinity\"' | Infinity",
        "best         | '\"many\"'    | many",
        "id           | null          | a claim needs an id",
        "id           | '\" \"'       | a claim needs an id",
        "articleId    | null          | a claim needs its article's id",
        "measure      | null          | a claim needs a measure",
        "measure      | '\"weight\"'  | weight",
        "unit         | '\"\"'        | a claim needs a unit",
        "bound        | null          | a claim needs bound, scope, stance",
        "scope        | '\"all\"'     | all",
        "publishedAt  | '\"soon\"'    | soon"
      })
  void whatMakesNoSenseIsRefusedWithItsReason(String field, String json, String reason) {
    assertThatThrownBy(() -> read(claimWith(field, json)))
        .isInstanceOf(SerializationException.class)
        .hasStackTraceContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "usd.best     | -5",
        "usd.best     | 0",
        "usd.best     | 1e29",
        "usd          | null",
        "per          | '\"fortnight\"'"
      })
  void whatNobodyCanMeanStandsInEvidenceAndWeighsNothing(String field, String json)
      throws IOException {
    Estimate.Line line = line(field, json);

    assertThat(line.usd()).isNull();
    assertThat(line.evidence())
        .singleElement()
        .satisfies(evidence -> assertThat(evidence.weight()).isZero());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit         | '\"XYZ\"'",
        "chip         | '\"no-such-chip\"'",
        "publishedAt  | '\"9999-01-01T00:00:00Z\"'",
        "publishedAt  | '\"0001-01-01T00:00:00Z\"'",
        "publishedAt  | null",
        "usd.rateDate | '\"9999-01-01\"'",
        "usd.rateDate | null",
        "confidence   | '\"NaN\"'",
        "confidence   | '\"-Infinity\"'",
        "confidence   | 7",
        "claimant     | '\"\"'",
        "sentence     | null",
        "in           | null"
      })
  void whatIsOddBesideTheFigureLeavesAFiniteInterval(String field, String json) throws IOException {
    Estimate.Interval usd = Objects.requireNonNull(line(field, json).usd());

    assertThat(List.of(usd.low(), usd.best(), usd.high())).isSorted();
    assertThat(usd.low()).isPositive();
    assertThat(Json.mapper().writeValueAsString(usd)).doesNotContain("NaN", "Infinity");
  }

  private static Estimate.Line line(String field, String json) throws IOException {
    List<Claim> claims = List.of(read(claimWith(field, json)));
    return ESTIMATOR.estimates(claims, null).get(0).lines().get(0);
  }
}
