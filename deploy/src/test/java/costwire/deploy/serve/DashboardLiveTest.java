package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What arrives while somebody reads. */
class DashboardLiveTest {
  private static final String LIVE = "document.querySelector('.status').dataset.state === 'live'";

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.ofSampleNews();

  @Test
  void showsCompanyOfTheMinute() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.await(LIVE);
    assertThat(page.holds(company("Zephyr Labs"))).isFalse();
    spend("Zephyr Labs", "$7 million");
    page.await(company("Zephyr Labs"));
    assertThat(page.texts(".wire-items .news-head a")).contains("Zephyr Labs");
  }

  @Test
  void missesNothingWhileTheServerIsAway() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.await(LIVE);
    DASHBOARD.hangUp();
    page.await("/^data is \\d+ s old$/.test(document.querySelector('.age').textContent)");
    spend("Halcyon Compute", "$9 million");
    DASHBOARD.serveAgain();
    page.await(company("Halcyon Compute"));
    page.await(LIVE);
  }

  @Test
  void givesItsConnectionUpWhileNobodyLooksAndMissesNothing() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.await(LIVE);
    page.run(
        "Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
            + "document.dispatchEvent(new Event('visibilitychange'))");
    page.await("!(" + LIVE + ")");
    spend("Unseen Labs", "$2 million");
    page.run("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
    page.await(company("Unseen Labs"));
  }

  @Test
  void leavesTheReaderWhereTheyAre() {
    Browser page = DASHBOARD.open("/?sort=estimate", ".company-name");
    page.await("document.querySelectorAll('.company').length > 40");
    page.run(
        "scrollTo(0, 900); document.elementsFromPoint(300, 500).find(e => e.closest('.company'))"
            + ".closest('.company').querySelector('a').focus({preventScroll: true})");
    String place = "document.activeElement.getBoundingClientRect().top";
    String reading = page.text("document.activeElement.textContent");
    double before = page.number(place);
    double top = page.number("document.querySelector('.company').getBoundingClientRect().top");
    spend("Vast Labs", "$900 billion");
    page.await(company("Vast Labs"));
    assertThat(page.text("document.activeElement.textContent")).isEqualTo(reading);
    assertThat(page.number(place)).isEqualTo(before);
    assertThat(top).isNegative();
  }

  @Test
  void keepsNewsBackUntilTheReaderAsks() {
    Browser page = DASHBOARD.open("/live", ".feed .news");
    page.run("document.querySelectorAll('.feed .news')[3].focus()");
    spend("Quiet Corner", "$3 million");
    page.await("!document.querySelector('.fresh').hidden");
    assertThat(page.text("document.querySelector('.feed').textContent"))
        .doesNotContain("Quiet Corner");
    page.find(".fresh").click();
    page.await(
        "document.querySelector('.feed').firstElementChild.textContent.includes('Quiet Corner')");
  }

  private static void spend(String company, String sum) {
    String text = company + " spent " + sum + " on training its model, the company said on Monday.";
    String id = company.replace(' ', '-');
    DASHBOARD.print(SampleNews.read(id, "outlet.example", company + " trains a model", text));
  }

  private static String company(String name) {
    return "[...document.querySelectorAll('.company-name')].some(a => a.textContent === '"
        + name
        + "')";
  }
}
