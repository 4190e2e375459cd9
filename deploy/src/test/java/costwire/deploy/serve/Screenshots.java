package costwire.deploy.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The README's pictures of a running demo; {@code deploy/screenshots} runs it, the build does not.
 */
class Screenshots {
  private static final String DEMO = System.getProperty("costwire.demo", "");
  private static final Path FOLDER = Path.of(System.getProperty("costwire.screenshots", "target"));

  private static Browser browser;

  @BeforeAll
  static void openBrowser() {
    Assumptions.assumeTrue(!DEMO.isEmpty(), "-Dcostwire.demo says where the demo is");
    browser = new Browser();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "overview, light, 1440, 900, '', .line-trend path, .masthead",
    "dark, dark, 1440, 900, '#/compare?ids=deepseek,openai,xai,mistral-ai', .curve, .masthead",
    "company, light, 1440, 1080, #/company/deepseek, .tall .curve, .masthead",
    "phone, light, 390, 844, #/company/deepseek, .tall .curve, .masthead",
    "arabic, light, 1000, 620, #/company/deepseek?language=ar, .claim mark, .claim-list",
  })
  void takes(String name, String look, int width, int height, String view, String css, String top)
      throws IOException {
    browser.prefer(look);
    browser.size(width, height);
    browser.open(DEMO);
    int articles = SampleNews.articles().size();
    browser.await(
        "[...document.querySelectorAll('.totals dd')].at(-1)?.textContent === '" + articles + "'");
    browser.open(DEMO + view);
    browser.find(css);
    browser.await("document.querySelector('.status').dataset.state === 'live'");
    browser.run("document.querySelector('" + top + "').scrollIntoView()");
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(name + ".png"), browser.picture());
  }
}
