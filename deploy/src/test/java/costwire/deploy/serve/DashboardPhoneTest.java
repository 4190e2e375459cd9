package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held in one hand. */
class DashboardPhoneTest {
  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.ofSampleNews();

  @ParameterizedTest
  @CsvSource({
    "360, /, .company-name",
    "400, /, .company-name",
    "360, /company/deepseek, .claim mark",
    "400, /company/deepseek, .claim mark",
    "360, '/compare?ids=deepseek,openai', .ridge .curve",
    "360, /live, .news",
    "360, /alerts, .notice",
    "360, /feeds, .notice",
  })
  void needsNoScrollingSideways(int width, String view, String css) {
    DASHBOARD.browser().size(width, 780);
    Browser page = DASHBOARD.open(view, css);
    assertThat(page.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/company/deepseek", "/live"})
  void hasControlsForFingers(String view) {
    DASHBOARD.browser().size(375, 780);
    Browser page = DASHBOARD.open(view, "h1");
    assertThat(
            page.list(
                "Array.from(document.querySelectorAll('button, input, select, summary, .views a'))"
                    + ".filter(n => n.checkVisibility() && n.getBoundingClientRect().height < 28)"
                    + ".map(n => n.outerHTML)"))
        .isEmpty();
  }
}
