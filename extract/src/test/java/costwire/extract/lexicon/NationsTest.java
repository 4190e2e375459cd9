package costwire.extract.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationsTest {
  @ParameterizedTest
  @CsvSource({
    "en, CN, chinese",
    "en, US, american",
    "en, GB, london",
    "de, FR, französisch",
    "de, KR, südkorea",
    "fr, US, américain",
    "ru, CN, китайский",
    "ru, US, сша",
    "el, FR, παρισι",
    "ja, US, アメリカ",
    "zh, GB, 英国",
    "hi, FR, फ्रांस",
    "pl, GB, brytyjski",
  })
  void knows_by_what_words_a_language_tells_where_somebody_is_from(
      String language, String country, String word) {
    assertThat(Nations.of(language).words(country)).contains(word);
  }

  @Test
  void a_language_is_no_word_for_a_country_that_speaks_another_s() {
    assertThat(Nations.of("en").words("US")).doesNotContain("english", "american english");
  }

  @Test
  void an_unknown_country_has_none() {
    assertThat(Nations.of("en").words("XX")).isEmpty();
  }
}
