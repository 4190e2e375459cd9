package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Finding, narrowing and sorting companies; every state has an address. */
class DashboardSearchTest {
  private static final String NAMES = ".company:not([hidden]) .company-name";

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.ofSampleNews();

  @Test
  void findsWhatIsTypedWithoutRegardToAccents() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.find("input[name=q]").sendKeys("rarasek");
    page.await("document.querySelector('.found').textContent.startsWith('1 of ')");
    assertThat(page.texts(NAMES)).containsExactly("Rarášek Data");
    assertThat(page.text("location.hash")).isEqualTo("#/?q=rarasek");
  }

  @Test
  void narrowsByScopeFromAnAddress() {
    Browser page = DASHBOARD.open("/?scope=infrastructure", ".company-name");
    assertThat(page.texts(".company .line-name"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).containsIgnoringCase("infrastructure"));
  }

  @Test
  void narrowsByTheLanguageOfArticles() {
    Browser page = DASHBOARD.open("/?language=he", ".company-name");
    page.await("document.querySelectorAll('.company:not([hidden])').length < 30");
    assertThat(page.texts(NAMES)).contains("Nebius").doesNotContain("Rarášek Data");
    assertThat(page.text("document.querySelector('select[name=language]').value")).isEqualTo("he");
  }

  @Test
  void showsWhatWasKnownOnADay() {
    Browser page = DASHBOARD.open("/?asOf=2025-07-31", ".company-name");
    assertThat(page.texts(NAMES)).contains("Nebius").doesNotContain("Tarn Robotics");
    page.find(".company-name").click();
    page.find(".dated");
    assertThat(page.text("document.querySelector('.dated').textContent")).contains("Jul 31, 2025");
  }

  @Test
  void sortsByTheHeadOfAColumnAndTurnsRound() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.find(".columns .line-figure button").click();
    page.await("location.hash === '#/?sort=estimate'");
    String order = "document.querySelector('.columns .line-figure').getAttribute('aria-sort')";
    assertThat(page.text(order)).isEqualTo("descending");
    String largest = page.text("document.querySelector('.company .company-name').textContent");
    page.press(Keys.ENTER);
    page.await("location.hash === '#/?sort=estimate&order=reversed'");
    assertThat(page.text(order)).isEqualTo("ascending");
    // The rows below the first screens are built a little later.
    page.await(
        "[...document.querySelectorAll('.company:not([hidden]) .company-name')]"
            + (".at(-1).textContent === '" + largest + "'"));
  }

  @Test
  void comparesCompaniesThatAnAddressNames() {
    Browser page = DASHBOARD.open("/compare?ids=deepseek,openai", ".ridge .curve .body");
    page.run(
        "const s = document.querySelector('select[name=company]'); s.value = 'xai';"
            + " s.dispatchEvent(new Event('change', {bubbles: true}))");
    page.await("decodeURIComponent(location.hash) === '#/compare?ids=deepseek,openai,xai'");
    page.await("[...document.querySelectorAll('.ridge a')].some(a => a.textContent === 'xAI')");
  }
}
