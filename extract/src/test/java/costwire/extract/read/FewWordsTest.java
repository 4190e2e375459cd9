package costwire.extract.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FewWordsTest {
  private static final FewWords FEW_WORDS = new FewWords(new ArticleReaders());

  @ParameterizedTest(name = "\"{0}\", by its letters {1}, is {2}")
  @CsvFileSource(resources = "/few-words.csv", numLinesToSkip = 1)
  void areInTheLanguageThatKnowsThem(String text, String guess, String language) {
    assertThat(FEW_WORDS.language(text, guess)).isEqualTo(language);
  }
}
