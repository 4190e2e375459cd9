package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.Alert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Latin figures among letters that run from right to left, by the boxes they end up in. */
class DashboardBidiTest {
  @RegisterExtension static final Dashboard DASHBOARD = Dashboard.empty();

  /** The horizontal middles of a text's letters, wherever in a quote it stands. */
  private static final String MIDDLES =
      """
      (text => {
        const walk = document.createTreeWalker(quote, NodeFilter.SHOW_TEXT);
        const letters = [];
        while (walk.nextNode()) {
          [...walk.currentNode.data].forEach((letter, at) => {
            const range = document.createRange();
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + 1);
            const box = range.getBoundingClientRect();
            letters.push([letter, box.left + box.width / 2]);
          });
        }
        const from = letters.map(([letter]) => letter).join("").indexOf(text);
        return from < 0 ? [] : letters.slice(from, from + text.length).map(([, x]) => x);
      })
      """;

  @ParameterizedTest
  @CsvSource({
    "ar-1, قالت شركة DeepSeek إن تدريب نموذجها R1 كلف $294K على 512 H800 فقط.",
    "ar-2, قالت DeepSeek إنها دربت R1 على 512 H800 بتكلفة $294K.",
    "he-1, DeepSeek אימנה את R1 בעלות של $294K על 512 H800 במשך 80 שעות.",
    "he-2, לדברי DeepSeek אימון R1 עלה $294K ונעשה על 512 H800.",
    "fa-1, شرکت DeepSeek گفت آموزش R1 با 512 H800 حدود $294K هزینه داشت.",
  })
  void keepsFiguresInOrder(String id, String sentence) {
    DASHBOARD.print(SampleNews.read(id, "עיתון", "R1", sentence));
    Browser page = DASHBOARD.open("/company/deepseek", "blockquote");
    page.await(quote(sentence));
    page.run("window.quote = " + quote(sentence));
    assertThat(page.text("getComputedStyle(quote).direction")).isEqualTo("rtl");
    assertRising(page, "$294K");
    assertRising(page, "512 H800");
  }

  @Test
  void keepsFiguresInOrderInSentencesOfOurs() {
    Alert alert = Fakes.alert(1, "Evil");
    String reason = "נסרין is a new voice on כרמל's training run of כינור: 1080 hours.";
    DASHBOARD.alert(
        new Alert(
            alert.id(),
            alert.at(),
            alert.companyId(),
            alert.company(),
            alert.kind(),
            alert.line(),
            null,
            alert.after(),
            reason,
            alert.claimIds(),
            null));
    Browser page = DASHBOARD.open("/alerts", ".reason");
    page.run("window.quote = document.querySelector('.reason')");
    assertRising(page, ": 1080 hours.");
  }

  private static String quote(String sentence) {
    return "[...document.querySelectorAll('blockquote')].find(q => q.textContent === '"
        + sentence
        + "')";
  }

  private static void assertRising(Browser page, String text) {
    assertThat(page.list(MIDDLES.strip() + "('" + text + "')"))
        .as(text)
        .hasSize(text.length())
        .extracting(Double::valueOf)
        .isSorted();
  }
}
