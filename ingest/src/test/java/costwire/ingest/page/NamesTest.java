package costwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "By Maud Ellery                          | Maud Ellery",
        "Maud Ellery and Tobias Farrow           | Maud Ellery;Tobias Farrow",
        "By Maud Ellery, Tobias Farrow           | Maud Ellery;Tobias Farrow",
        "Maud Ellery, The Quay Times             | Maud Ellery",
        "Maud Ellery, Senior Reporter            | Maud Ellery",
        "Von Jana Wedekind und Uwe Brandhorst    | Jana Wedekind;Uwe Brandhorst",
        "Tiago e Silva                           | Tiago e Silva",
        "Автор: Алла Вершинина                   | Алла Вершинина",
        "文・早川葵                              | 早川葵",
        "记者 林晚舟                             | 林晚舟",
        "윤서하 기자                             | 윤서하",
        "Maud Ellery; maud@quay.example          | Maud Ellery",
        "https://social.example/maud             | -",
        "The Quay Times                          | -",
        "admin                                   | -",
        "12 March 2024                           | -"
      })
  void takesTheNamesOutOfBylines(String byline, String expected) {
    List<String> names = expected == null ? List.of() : List.of(expected.split(";", -1));
    assertThat(Names.in(List.of(byline), "The Quay Times")).isEqualTo(names);
  }
}
