package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Everything by keys alone. */
class DashboardKeyboardTest {
  private static final String FOCUS = "document.activeElement";

  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.ofSampleNews();

  @Test
  void skipsToTheContentFirst() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.press(Keys.TAB);
    assertThat(page.text(FOCUS + ".textContent")).isEqualTo("Skip to the content");
    page.press(Keys.ENTER);
    assertThat(page.text(FOCUS + ".tagName")).isEqualTo("MAIN");
  }

  @Test
  void goesFromSearchToAClaimsArticleAndShowsWhereItIs() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.press("/");
    assertThat(page.text(FOCUS + ".name")).isEqualTo("q");
    page.press("deepseek");
    page.await("document.querySelector('.found').textContent.startsWith('1 of ')");
    for (int i = 0; i < 40 && !page.holds(FOCUS + ".className === 'company-name'"); i++) {
      page.press(Keys.TAB);
      assertThat(page.text("getComputedStyle(" + FOCUS + ").outlineStyle"))
          .as(page.text(FOCUS + ".outerHTML"))
          .isNotEqualTo("none");
    }
    page.press(Keys.ENTER);
    page.await("location.hash === '#/company/deepseek'");
    page.find(".claim-source a");
    assertThat(page.text(FOCUS + ".tagName")).isEqualTo("H1");
  }

  @Test
  void walksAlongCompaniesAndBack() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.press("j");
    String first = page.text(FOCUS + ".textContent");
    page.press("j");
    assertThat(page.text(FOCUS + ".textContent")).isNotEqualTo(first);
    page.press("k");
    assertThat(page.text(FOCUS + ".textContent")).isEqualTo(first);
  }

  @Test
  void leavesLettersToWhoeverTypesAndShortcutsCanBeTurnedOff() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.find("input[name=q]").sendKeys("j/k?");
    assertThat(page.text("document.querySelector('input[name=q]').value")).isEqualTo("j/k?");
    page.run("document.querySelector('[data-keys]').click()");
    page.await("document.querySelector('dialog').open");
    page.find("dialog input[type=checkbox]").click();
    page.press(Keys.ESCAPE);
    page.await("!document.querySelector('dialog').open");
    page.run("document.activeElement.blur()");
    page.press("/");
    assertThat(page.text(FOCUS + ".tagName")).isNotEqualTo("INPUT");
    page.run("localStorage.clear()");
  }

  @Test
  void closesTheMenuByEscape() {
    Browser page = DASHBOARD.open("/", ".company-name");
    page.run("document.querySelector('.menu summary').focus()");
    page.press(Keys.ENTER);
    page.await("document.querySelector('.menu').open");
    page.press(Keys.ESCAPE);
    page.await("!document.querySelector('.menu').open");
    assertThat(page.text(FOCUS + ".tagName")).isEqualTo("SUMMARY");
  }
}
