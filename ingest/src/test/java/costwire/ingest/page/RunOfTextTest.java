package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOfTextTest {
  /** Pieces are parted by bars; the second one is linked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a b;a b;0",
        "  a \t\u2028  b  ;a b;0",
        "a |b;a b;2",
        "a| b;a b;2",
        "a | b |c;a b c;2",
        "a|b |c;ab c;1",
        "a| |c;a c;0",
        "\u00a0a\u2009\u00a0b;a b;0",
        "so\u00adft\u200b hy\ufeffphen;soft hyphen;0",
        "a \u200b b;a b;0",
        "a \u200b;a;0",
        "東京\u3000 大阪;東京\u3000大阪;0",
        "東京 |\u3000大阪;東京\u3000大阪;3",
        " \u200b\u00a0;'';0"
      })
  void readsAsAReaderSeesIt(String pieces, String text, int linked) {
    RunOfText run = new RunOfText();
    String[] all = pieces.split("\\|", -1);
    for (int i = 0; i < all.length; i++) {
      run.append(all[i], i == 1);
    }
    assertThat(run.take()).isEqualTo(text);
    assertThat(run.linked()).isEqualTo(linked);
    assertThat(run.isEmpty()).isTrue();
  }
}
