package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands where there is nothing to show. */
class DashboardStatesTest {
  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.empty();

  @ParameterizedTest
  @CsvSource({
    "/, No estimates yet",
    "/?asOf=2020-01-01, No estimates",
    "/?asOf=1970-01-01, No estimates to show",
    "/company/nobody, No estimate",
    "/company/nobody?asOf=1970-01-01, The estimate could not be read",
    "/compare, Nothing to compare yet",
    "/live, No news",
    "/alerts, No alerts",
    "/feeds, No feeds",
    "/no/such/view, There is no such page",
  })
  void saysWhy(String view, String words) {
    Browser page = DASHBOARD.open(view);
    page.await(
        "[...document.querySelectorAll('.notice-heading')].some(n => n.textContent === '"
            + words
            + "')");
    assertThat(page.list("mishaps")).isEmpty();
  }

  @Test
  void offersToTryAgain() {
    Browser page = DASHBOARD.open("/?asOf=1970-01-01", ".notice button");
    assertThat(page.text("document.querySelector('.notice button').textContent"))
        .isEqualTo("Try again");
  }
}
