package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.notify.Delivery;
import costwire.ingest.Feed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * WCAG 2.2, level AA, as far as axe-core can tell; on every view, wide in light colours and narrow
 * in dark ones: no colour depends on the width.
 */
class DashboardAccessibilityTest {
  private static final String RULES =
      """
      const done = arguments[arguments.length - 1];
      const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      axe.run(document, {runOnly: {type: "tag", values}, resultTypes: ["violations"], preload: false}).then(
        ({violations, passes}) => done(passes.length === 0 ? ["no rule had anything to look at"] :
          violations.flatMap(({id, nodes}) =>
            nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))),
        error => done([String(error)]));
      """;

  private static final List<Arguments> VIEWS =
      List.of(
          Arguments.of("/", ".company-name", ""),
          Arguments.of("/?q=nobody", ".notice", ""),
          Arguments.of("/company/deepseek", ".claim mark", "details"),
          Arguments.of("/company/deepseek?asOf=2025-10-01&language=he", ".dated", ""),
          Arguments.of("/company/nobody", ".notice", ""),
          Arguments.of("/compare", ".notice", ""),
          Arguments.of("/compare?ids=deepseek,openai", ".ridge .curve", ""),
          Arguments.of("/live", ".news", ""),
          Arguments.of("/alerts", ".news", ""),
          Arguments.of("/subscriptions", ".figures tbody a", ""),
          Arguments.of("/subscriptions?id=sub_1", ".figures details", "details"),
          Arguments.of("/subscriptions?edit=new", "form.subscription", ""),
          Arguments.of("/feeds", ".feeds tbody a", ""),
          Arguments.of("/nowhere", ".notice", "dialog"));

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.ofSampleNews();

  @BeforeAll
  static void fill() {
    DASHBOARD.feed(Feed.of("https://feed.example/rss.xml"));
    Instant ended = Instant.parse("2025-09-18T12:00:00Z");
    DASHBOARD.subscription(Fakes.subscription("sub_0"));
    DASHBOARD.subscription(Fakes.subscription("sub_1").disabled(ended, "not taken in 10 tries"));
    DASHBOARD.delivery(Fakes.delivery(1, "sub_1", Delivery.State.DEAD));
    for (int i = 0; i < 8; i++) {
      DASHBOARD.alert(Fakes.alert(i, "DeepSeek"));
    }
  }

  static List<Arguments> views() {
    return VIEWS;
  }

  @ParameterizedTest
  @MethodSource("views")
  void violatesNothing(String view, String css, String opened) throws IOException {
    Browser page = DASHBOARD.open(view, css);
    page.run(
        "document.querySelectorAll('main details').forEach(one => (one.open = "
            + opened.equals("details")
            + "))");
    if (opened.equals("dialog")) {
      page.run("document.querySelector('[data-keys]').click()");
    }
    page.run(axe());
    page.prefer("light");
    page.size(1440, 900);
    assertThat((List<?>) page.answer(RULES)).as("light, wide").isEmpty();
    page.prefer("dark");
    page.size(360, 900);
    assertThat((List<?>) page.answer(RULES)).as("dark, narrow").isEmpty();
  }

  private static String axe() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            DashboardAccessibilityTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }
}
