package costwire.deploy.serve;

import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Measures, and is not part of the build: when a page with 1,000 companies is first painted, when
 * its first companies are there, and what it weighs. {@code mvn -pl deploy -am test
 * -Dtest=FirstPaint -Dsurefire.failIfNoSpecifiedTests=false}
 */
class FirstPaint {
  private static final int COMPANIES = 1_000;

  /** In milliseconds after the navigation began; bytes as they went over the wire. */
  private static final String PAINT =
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

  private static final String ROWS = "window.firstCompany";
  private static final String BYTES =
      "performance.getEntries().reduce((sum, {transferSize}) => sum + (transferSize ?? 0), 0)";

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.empty();

  @RepeatedTest(5)
  void measures() {
    if (DASHBOARD.isEmpty()) {
      ManyCompanies.estimates(COMPANIES).forEach(DASHBOARD::estimate);
    }
    Browser page = DASHBOARD.open("/?sort=name", ".company-name");
    page.await(PAINT);
    page.await(ROWS);
    System.out.printf(
        Locale.ROOT,
        "%d companies: first paint %.0f ms, first rows %.0f ms, all rows %.0f ms, %.0f kB%n",
        COMPANIES,
        page.number(PAINT),
        page.number(ROWS),
        allRows(page),
        page.number(BYTES) / 1000);
  }

  private static double allRows(Browser page) {
    page.await("document.querySelectorAll('.company').length === " + COMPANIES);
    return page.number("performance.now()");
  }
}
