package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import costwire.aggregate.Alert;
import costwire.extract.Claim;
import costwire.extract.Scope;
import costwire.ingest.Feed;
import costwire.stream.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles by somebody who wants the page for their own ends. */
class DashboardHostileTextTest {
  private static final String SCRIPT =
      "<script>window.taken=1</script><img src=x onerror='window.taken=2'>"
          + "<svg onload=window.taken=3></svg>\"><a href=\"javascript:window.taken=4\">$1</a>";

  /** RIGHT-TO-LEFT OVERRIDE and an isolate that nobody closes. */
  private static final String STEERING = "gpj\u202E.exe\u2066";

  private static final String ENDLESS = "W".repeat(10_000);

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.empty();

  @BeforeEach
  void printOnce() throws Exception {
    if (PRINTED.isEmpty()) {
      PRINTED.add(true);
      printArticle();
      printClaims();
      Alert alert = Fakes.alert(1, "Evil");
      DASHBOARD.alert(
          new Alert(
              alert.id(),
              alert.at(),
              "evil",
              "Evil " + SCRIPT + STEERING,
              alert.kind(),
              new Alert.Line("Model " + SCRIPT + ENDLESS, Scope.TRAINING_RUN),
              null,
              alert.after(),
              SCRIPT + STEERING + ENDLESS,
              alert.claimIds(),
              null));
      DASHBOARD.feed(Feed.of("https://feed.example/" + ENDLESS.substring(0, 1_000) + "?<script>"));
    }
  }

  private static final List<Boolean> PRINTED = new ArrayList<>();

  /** Through the extractor. */
  private static void printArticle() {
    String text =
        "Evil AI spent $5 million on training its model "
            + SCRIPT
            + " "
            + STEERING
            + ", the company said on Monday. "
            + ENDLESS
            + " DeepSeek spent $6 million on training R1 "
            + SCRIPT
            + ".";
    DASHBOARD.print(SampleNews.read("hostile", SCRIPT + STEERING, SCRIPT + ENDLESS, text));
  }

  /** What no extractor of ours would write, as anybody with the broker's address could. */
  private static void printClaims() throws Exception {
    Claim plain =
        SampleNews.read(
                "plain",
                "outlet.example",
                "Evil trains",
                "Evil AI spent $5 million on training its model, the company said on Monday.")
            .get(0);
    var fields = (ObjectNode) Json.mapper().valueToTree(plain);
    for (String field : List.of("publisher", "company", "model", "claimant", "quote", "title")) {
      fields.put(field, field + SCRIPT + STEERING + ENDLESS);
    }
    fields.put("sentence", "before quote" + SCRIPT + STEERING + ENDLESS + " after");
    fields.put("companyId", "evil");
    fields.put("url", "javascript:window.taken=5");
    fields.put("language", "\"><script>");
    fields.put("publishedAt", Instant.parse("2025-12-19T00:00:00Z").toString());
    DASHBOARD.print(List.of(Json.mapper().treeToValue(fields, Claim.class)));
  }

  @ParameterizedTest
  @CsvSource({
    "1440, /, .company-name",
    "360, /, .company-name",
    "1440, /company/evil, .claim mark",
    "360, /company/evil, .claim mark",
    "360, '/compare?ids=evil,deepseek', .chart-row",
    "360, /live, .news",
    "360, /alerts, .news",
    "360, /feeds, .feeds tbody a",
    "360, /company/%3Cscript%3E, h1",
    "360, '/?q=<script>&model=<img src=x onerror=alert(1)>&asOf=<b>', h1",
  })
  void staysText(int width, String view, String css) {
    DASHBOARD.browser().size(width, 800);
    Browser page = DASHBOARD.open(view, css);
    assertThat(page.holds("window.taken")).isFalse();
    assertThat(page.list("mishaps")).isEmpty();
    assertThat(page.texts("main script, main img, main iframe, main [onload], main [onerror]"))
        .isEmpty();
    assertThat(page.list("Array.from(document.links, link => link.protocol)"))
        .isSubsetOf("http:", "https:");
    assertThat(
            page.list(
                "Array.from(document.links).filter(l => l.origin !== location.origin"
                    + " && l.rel !== 'noopener noreferrer nofollow').map(l => l.href)"))
        .isEmpty();
    assertThat(page.text("document.title + document.body.innerText")).doesNotContain("\u202E");
    assertThat(page.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }
}
