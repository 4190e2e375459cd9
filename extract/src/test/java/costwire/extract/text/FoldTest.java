package costwire.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "milhões",
        "zwölf",
        "Größe",
        "İstanbul",
        "çeyrek",
        "năm tỷ",
        "hai mươi triệu",
        "tỷ lệ",
        "київський",
        "новой",
        "трёхсот",
        "белорусский ўзор",
        "εκατομμύρια",
        "ΐ",
        "médecin",
        "trzydzieści pięć",
        "ガス",
        "パーツ",
        "čtvrtě",
        "ștampilă",
        "ķieģelis"
      })
  void readsDecomposedTextLikeComposedText(String word) {
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
    assertThat(Fold.of(decomposed)).isEqualTo(Fold.of(word));
  }

  @ParameterizedTest
  @CsvSource({
    "\u0915\u093C\u0930\u0940\u092C, \u0915\u0930\u0940\u092C",
    "\u0958\u0930\u0940\u092C, \u0915\u0930\u0940\u092C",
    "\u0939\u095B\u093E\u0930, \u0939\u091C\u093E\u0930",
    "\u0939\u091C\u093C\u093E\u0930, \u0939\u091C\u093E\u0930",
    "\u0932\u093E\u095E, \u0932\u093E\u092B",
    "\u0995\u09DF, \u0995\u09AF",
    "\u09AC\u09BE\u09AF\u09BC\u09BE\u09A8\u09CD\u09A8, \u09AC\u09BE\u09DF\u09BE\u09A8\u09CD\u09A8"
  })
  void takesTheDotOfHindiAndBengaliLettersForNoDifference(String one, String other) {
    assertThat(Fold.of(one)).isEqualTo(Fold.of(other));
  }

  @Test
  void keepsLettersApartThatTellWordsApart() {
    assertThat(Fold.of("año")).isNotEqualTo(Fold.of("ano"));
    assertThat(Fold.of("й")).isNotEqualTo(Fold.of("и"));
    assertThat(Fold.of("schon")).isNotEqualTo(Fold.of("schön"));
    assertThat(Fold.of("か\u3099")).isNotEqualTo(Fold.of("か"));
  }

  @Test
  void leavesAStressMarkOut() {
    assertThat(Fold.of("миллио\u0301нов")).isEqualTo("миллионов");
  }
}
