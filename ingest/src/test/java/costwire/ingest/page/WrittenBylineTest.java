package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.Article;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenBylineTest {
  private static final String PROSE =
      "<p>The laboratory paid three million dollars for the chips, its director said on"
          + " Monday.</p><p>They are to run for nine weeks, day and night, in a hall by the"
          + " river.</p>";

  private static Article read(String line) {
    String page = "<h1>What the chips by the river cost</h1>" + line + PROSE;
    return PageReader.read(page.getBytes(UTF_8), null, null, PageFile.NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By Maud Ellery                        | Maud Ellery",
        "by Maud Ellery and Tobias Farrow      | Maud Ellery;Tobias Farrow",
        "By Maud Ellery, Technology Editor     | Maud Ellery",
        "By Maud Ellery · 4 March 2024         | Maud Ellery",
        "Von Jana Wedekind                     | Jana Wedekind",
        "Par Odile de la Roche, à Lyon         | Odile de la Roche",
        "Por Inês dos Santos                   | Inês dos Santos",
        "Di Carla Montefiore                   | Carla Montefiore",
        "Door Mies van der Veen                | Mies van der Veen",
        "Autor: Zofia Dębska                   | Zofia Dębska",
        "От Аллы Вершининой                    | Аллы Вершининой",
        "Oleh Sari Ombakwati                   | Sari Ombakwati",
        "Της Μαρίνας Αλεξίου                   | Μαρίνας Αλεξίου",
        "作者：林晚舟                          | 林晚舟",
        "記者林晚舟／台北報導                  | 林晚舟",
        "記者 林晚舟 台北報導                  | 林晚舟",
        "文・早川葵                            | 早川葵"
      })
  void findsTheNamesInALineOfWordsAndKeepsItOutOfTheText(String line, String names) {
    Article article = read("<p>" + line + "</p>");
    assertThat(article.authors()).isEqualTo(List.of(names.split(";", -1)));
    assertThat(article.text()).startsWith("The laboratory").doesNotContain(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By the river",
        "By noon the hall was full.",
        "By Monday",
        "By Staff Writer",
        "Di nuovo in vendita",
        "Por fin, la factura",
        "Maud Ellery is away",
        "By all accounts Maud Ellery of the Quay knew what it would cost them, and said nothing yet"
      })
  void takesNoOtherLineForAByline(String line) {
    assertThat(read("<p>" + line + "</p>").authors()).isEmpty();
  }

  @Test
  void believesWhatIsMarkedBeforeWhatIsWritten() {
    assertThat(read("<p>By Maud Ellery</p><a rel=author>Tobias Farrow</a>").authors())
        .containsExactly("Tobias Farrow");
  }

  @Test
  void looksNoFurtherThanTheTextsBeginning() {
    assertThat(read(PROSE + "<p>By Maud Ellery</p>").authors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bylines.txt", "nobody.txt", "furniture.txt"})
  void wordsAreKeptInAlphabeticalOrder(String file) {
    assertThat(Words.of(file)).isSorted().doesNotHaveDuplicates();
  }
}
