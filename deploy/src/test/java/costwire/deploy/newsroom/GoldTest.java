package costwire.deploy.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.stream.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The annotation beside the articles is what the extractor is measured by: it must have no holes.
 */
class GoldTest {
  private static final Set<String> SCOPES =
      Set.of(
          "training-run", "development", "hardware", "infrastructure", "operation", "unspecified");
  private static final Set<String> STANCES = Set.of("asserted", "disputed", "denied", "planned");
  private static final Set<String> PERIODS =
      Set.of("day", "month", "year", "chip-hour", "week", "hour");

  static List<JsonNode> articles() throws IOException {
    List<JsonNode> articles = new ArrayList<>();
    Set<String> langs = new TreeSet<>();
    Archive.outlets().forEach(outlet -> langs.add(outlet.lang()));
    for (String lang : langs) {
      for (String line : Archive.text(lang + ".jsonl").lines().toList()) {
        articles.add(Json.mapper().readTree(line));
      }
    }
    return articles;
  }

  @Test
  void theRequiredLanguagesArePresentAndNoIdTwice() throws IOException {
    List<String> langs = articles().stream().map(a -> a.get("lang").asText()).toList();

    assertThat(langs)
        .contains("zh-Hans", "ja", "ru", "de", "fr", "es", "tr", "hi", "ko")
        .hasSizeGreaterThanOrEqualTo(24);
    assertThat(new HashSet<>(langs)).hasSizeGreaterThanOrEqualTo(16);
    for (String twice : List.of("el", "ar", "en")) {
      assertThat(langs).filteredOn(twice::equals).hasSizeGreaterThanOrEqualTo(2);
    }
    assertThat(articles()).extracting(a -> a.get("id").asText()).doesNotHaveDuplicates();
  }

  @Test
  void everyArticleHasAnOutletOfItsLanguage() throws IOException {
    Set<String> printed = new HashSet<>();
    for (Outlet outlet : Archive.outlets()) {
      assertThat(outlet.host()).endsWith(".example");
      assertThat(Archive.stories(outlet)).as(outlet.host()).isNotEmpty();
      Archive.stories(outlet).forEach(story -> printed.add(story.id()));
    }

    assertThat(articles()).extracting(a -> a.get("id").asText()).allMatch(printed::contains);
  }

  @ParameterizedTest
  @MethodSource("articles")
  void claimsFollowTheReadingOrderOfTheirQuotes(JsonNode article) {
    int[] read = {0, 0};
    boolean inText = false;
    for (JsonNode claim : article.get("claims")) {
      String field = claim.get("in").asText();
      assertThat(field).isIn("title", "text");
      inText |= field.equals("text");
      assertThat(field.equals("text")).as("title before text: %s", claim).isEqualTo(inText);
      int which = inText ? 1 : 0;
      String quote = claim.get("quote").asText();
      int at = article.get(field).asText().indexOf(quote, read[which]);
      assertThat(at).as("%s in %s", quote, field).isNotNegative();
      read[which] = at + quote.length();
    }
    assertThat(inText).isTrue();
  }

  @ParameterizedTest
  @MethodSource("articles")
  void attributesHaveTheGuidesValues(JsonNode article) {
    for (JsonNode claim : article.get("claims")) {
      String measure = claim.get("measure").asText();
      String unit = claim.get("unit").asText();
      switch (measure) {
        case "cost" -> assertThat(unit).matches("[A-Z]{3}");
        case "duration" -> assertThat(unit).isEqualTo("hours");
        default -> assertThat(unit).isEqualTo(measure).isIn("chips", "chip-hours");
      }
      assertThat(values(claim, "scope")).isSubsetOf(SCOPES);
      assertThat(values(claim, "stance")).isSubsetOf(STANCES);
      if (!claim.get("per").isNull()) {
        assertThat(PERIODS).contains(claim.get("per").asText());
      }
      assertThat(values(claim, "chip"))
          .allMatch(chip -> chip.equals("null") || chip.matches("[a-z0-9]+(-[a-z0-9]+)*"));
      for (String name : List.of("company", "model", "claimant")) {
        assertThat(claim.has(name)).as(name).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("articles")
  void figuresFollowTheirBound(JsonNode article) {
    for (JsonNode claim : article.get("claims")) {
      boolean low = claim.get("low").isNumber();
      boolean best = claim.get("best").isNumber();
      boolean high = claim.get("high").isNumber();
      String set = (low ? "l" : "") + (best ? "b" : "") + (high ? "h" : "");
      String bound = claim.get("bound").asText();
      String expected =
          switch (bound) {
            case "exact" -> "lbh";
            case "about" -> "b";
            case "at-least" -> "l";
            case "at-most" -> "h";
            case "range" -> "lh";
            default -> "no such bound";
          };
      assertThat(set).as("%s: %s", bound, claim).isEqualTo(expected);
      if (set.equals("lbh")) {
        assertThat(claim.get("low")).isEqualTo(claim.get("best")).isEqualTo(claim.get("high"));
      }
      if (set.equals("lh")) {
        assertThat(claim.get("low").decimalValue()).isLessThan(claim.get("high").decimalValue());
      }
    }
  }

  private static List<String> values(JsonNode claim, String field) {
    JsonNode value = claim.get(field);
    assertThat(value).as(field).isNotNull();
    return value.isArray()
        ? Stream.iterate(0, i -> i < value.size(), i -> i + 1)
            .map(i -> value.get(i).asText())
            .toList()
        : List.of(value.asText());
  }
}
