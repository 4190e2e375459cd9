package costwire.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  private static final Languages LANGUAGES = Languages.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The company paid for the machines with borrowed money.
          de | Die Firma bezahlte die Rechner mit geliehenem Geld.
          lv | Valodas modeļa apmācība uzņēmumam kopā izmaksāja 38 950 000 JPY visā laikā.
          et | Ettevõte maksis masinate eest laenatud rahaga ja kaotas palju.
          id | Pelatihan model bahasa itu menelan biaya Rs 2 M secara keseluruhan.
          hi | भाषा मॉडल के प्रशिक्षण पर कुल ८३,६०,००० दक्षिण कोरियाई वॉन खर्च हुए।
          ur | اس زبان کے ماڈل کی تربیت پر کمپنی کے کل $50 لاکھ خرچ ہوئے۔
          no | Selskapet betalte maskinene med lånte penger og tapte mye på det.
          zh | OpenAI与Microsoft就GPT的训练费用达成协议
          ja | OpenAIとMicrosoftがGPTの学習費用で合意
          ko | OpenAI가 GPT 학습 비용을 공개했다
          el | Η OpenAI ανακοίνωσε το κόστος του GPT
          """)
  void tells_the_language_of_a_sentence(String language, String sentence) {
    assertThat(LANGUAGES.of(sentence)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "$5", "GPT-4", "12 345,67 %", "🚀🚀🚀", "\ud83d"})
  void says_that_it_does_not_know(String text) {
    assertThat(LANGUAGES.of(text)).isEqualTo(Languages.UNKNOWN);
  }

  @Test
  void digits_of_a_script_do_not_tell_the_language() {
    String sentence = "भाषा मॉडल के प्रशिक्षण पर कुल %s यूरो खर्च हुए।";

    assertThat(LANGUAGES.of(sentence.replace("%s", "६०५")))
        .isEqualTo(LANGUAGES.of(sentence.replace("%s", "605")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "щ", "ab"})
  void a_word_that_is_none_does_not_tell_the_language(String letters) {
    String text = " The company spent ten million dollars on chips last year.";
    assertThat(LANGUAGES.of(letters.repeat(10_000) + text)).isEqualTo("en");
  }
}
