package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A company's page: the posterior, the evidence below it, what does not add up, the claims. */
class DashboardCompanyTest {
  private static final String R1 =
      "[...document.querySelectorAll('.detail')]"
          + ".find(d => d.querySelector('h2').textContent.startsWith('DeepSeek-R1'))";

  /** The line's median as the API tells it. */
  private static final String MEDIAN =
      "(request => { request.open('GET', '/api/estimates/deepseek', false); request.send();"
          + " return JSON.parse(request.responseText).lines.find("
          + "line => line.model === 'DeepSeek-R1' && line.scope === 'training-run').usd.best; })"
          + "(new XMLHttpRequest())";

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.ofSampleNews();

  private Browser page;

  @BeforeEach
  void openCompany() {
    page = DASHBOARD.open("/company/deepseek", ".tall .curve .body");
    page.await(R1 + "?.querySelector('.dot')");
  }

  @Test
  void drawsFiguresBelowThePosteriorOnOneAxis() {
    double dot = page.number(middle(R1 + ".querySelector('.dot')"));
    assertThat(dot).isCloseTo(place(294_000), within(3.0));
    double centre = page.number(middle(R1 + ".querySelector('.centre')"));
    assertThat(centre).isCloseTo(place(page.number(MEDIAN)), within(3.0));
  }

  /** Where a sum belongs, by the axis' own ticks. */
  private double place(double dollars) {
    double hundredThousand = page.number(middle(tick("$100K")));
    double million = page.number(middle(tick("$1M")));
    return hundredThousand + StrictMath.log10(dollars / 1e5) * (million - hundredThousand);
  }

  @Test
  void tellsStatedAgainstReckonedWithAllTerms() {
    assertThat(page.text(R1 + ".querySelector('.findings').textContent"))
        .contains("$7.18 per chip-hour");
    assertThat(page.list(texts(".chart-name"))).contains("As stated", "Rental", "Amortised");
    page.run(R1 + ".querySelector('.terms').open = true");
    assertThat(page.list(texts(".terms tbody th")))
        .contains("Chip hours, NVIDIA H800", "Utilisation", "Pue", "Electricity");
  }

  @Test
  void marksWhatWeighsLess() {
    assertThat(page.texts(".chart-value"))
        .anySatisfy(text -> assertThat(text).contains("weight 0.5: disputed"));
  }

  @Test
  void quotesEachClaimInItsSentenceWithItsSource() {
    page.await("document.querySelectorAll('.claim').length > 10");
    assertThat(page.texts(".claim:not(:has(mark))")).isEmpty();
    assertThat(page.list("Array.from(document.querySelectorAll('.claim-source a'), a => a.rel)"))
        .isNotEmpty()
        .containsOnly("noopener noreferrer nofollow");
  }

  @Test
  void leadsToItsGroup() {
    assertThat(page.texts(".company-page header a")).contains("High-Flyer");
  }

  private static String texts(String css) {
    return "Array.from(" + R1 + ".querySelectorAll('" + css + "'), n => n.textContent)";
  }

  private static String tick(String label) {
    return "[..." + R1 + ".querySelectorAll('.tick')].find(t => t.textContent === '" + label + "')";
  }

  private static String middle(String node) {
    return "(r => r.left + r.width / 2)(" + node + ".getBoundingClientRect())";
  }
}
