package costwire.extract.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          EUR,   en,      -,               EUR
          yuan,  zh,      -,               CNY
          yuan,  zh-Hant, -,               TWD
          yuan,  zh-Hant, daily.hk,        HKD
          yuan,  zh-Hant, daily.example.cn, CNY
          yuan,  zh,      daily.example.tw, TWD
          yuan,  ja,      -,               CNY
          yen,   zh-Hant, -,               CNY
          krona, da,      -,               DKK
          krona, fi,      -,               XXX
          """)
  void means_the_outlets_money_then_the_languages(
      String name, String locale, @Nullable String publisher, String code) {
    assertThat(Currencies.standard().resolve(name, locale, publisher)).isEqualTo(code);
  }
}
