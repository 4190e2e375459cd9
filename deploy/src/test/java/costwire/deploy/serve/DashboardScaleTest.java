package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand companies: the first screens at once, the rest while the reader looks. */
class DashboardScaleTest {
  private static final int COMPANIES = 1_000;

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.empty();

  @BeforeAll
  static void estimate() {
    ManyCompanies.estimates(COMPANIES).forEach(DASHBOARD::estimate);
  }

  @Test
  void buildsAllAndFindsTheLast() {
    Browser page = DASHBOARD.open("/?sort=name", ".company-name");
    page.await("document.querySelectorAll('.company').length === " + COMPANIES);
    page.find("input[name=q]").sendKeys("0999");
    page.await("document.querySelectorAll('.company:not([hidden])').length === 1");
    assertThat(page.texts(".company:not([hidden]) .company-name")).containsExactly("Company 0999");
  }
}
