package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.aggregate.Estimate;
import costwire.stream.Json;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EstimateListTest {
  private final ReadModel model = new ReadModel("log", 10);
  private final EstimateList lists = new EstimateList(model);

  @Test
  void isTheSameJsonAsIfItWereWrittenAtOnce() throws IOException {
    model.estimate(0, 0, "deepseek", Fakes.estimate("deepseek", 5));
    model.estimate(0, 1, "openai", Fakes.estimate("openai", 6));
    JsonNode page = json(model.estimates(), "bmV4dA");
    assertThat(page.get("next").asText()).isEqualTo("bmV4dA");
    assertThat(page.get("items"))
        .isEqualTo(Json.mapper().readTree(Answer.bytes(model.estimates())));
    JsonNode none = json(List.of(), null);
    assertThat(none.get("items")).isEmpty();
    assertThat(none.get("next").isNull()).isTrue();
  }

  @Test
  void hasTheLatestEstimateAndAnotherTag() throws IOException {
    model.estimate(0, 0, "deepseek", Fakes.estimate("deepseek", 5));
    String before = lists.page(model.estimates(), null).tag();
    assertThat(lists.page(model.estimates(), null).tag()).isEqualTo(before);
    model.estimate(0, 1, "deepseek", Fakes.estimate("deepseek", 6));
    assertThat(json(model.estimates(), null).at("/items/0/lines/0/usd/best").asInt()).isEqualTo(6);
    assertThat(lists.page(model.estimates(), null).tag()).isNotEqualTo(before);
  }

  @Test
  void whatWasNarrowedTakesNotThePlaceOfTheWhole() throws IOException {
    model.estimate(0, 0, "deepseek", Fakes.estimate("deepseek", 5));
    List<Estimate> narrowed =
        model.estimates().stream().map(estimate -> estimate.only(line -> false)).toList();
    assertThat(json(narrowed, null).at("/items/0/lines")).isEmpty();
    assertThat(json(model.estimates(), null).at("/items/0/lines")).hasSize(1);
    assertThat(json(narrowed, null).at("/items/0/lines")).isEmpty();
  }

  private JsonNode json(List<Estimate> estimates, @Nullable String next) throws IOException {
    return Json.mapper().readTree(lists.page(estimates, next).plain());
  }
}
