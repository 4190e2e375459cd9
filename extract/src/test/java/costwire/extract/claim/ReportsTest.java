package costwire.extract.claim;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.catalogue.Catalogue;
import costwire.extract.catalogue.Report;
import costwire.extract.entity.Amount;
import costwire.extract.read.ArticleReaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {
  private static final ArticleReaders READERS = new ArticleReaders();

  private static final Reports REPORTS =
      new Reports(
          List.of(
              new Report(
                  "Marlpit",
                  "Tarn 2",
                  "nvidia-h800",
                  List.of("5.576M USD", "40M CNY"),
                  List.of("2048"),
                  List.of("504"),
                  List.of("2.788M"),
                  "a paper; Ada Wren in the Fell Times, May 2024"),
              new Report(
                  "Harrow",
                  null,
                  "nvidia-h100",
                  List.of("6M USD"),
                  List.of("2k", "100k"),
                  null,
                  null,
                  "a paper")),
          Catalogue.chips());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          en | It cost $5.576 million.                | Marlpit=SAME
          en | It cost $5.58 million.                 | Marlpit=SAME
          en | It cost $5.6 million.                  | Marlpit=SAME
          en | It cost $6 million.                    | Harrow=SAME, Marlpit=ROUNDED
          en | It cost about $5.5 million.            | ''
          en | It cost between $5.6 and $7 million.   | Marlpit=SAME
          en | It cost millions of dollars.           | ''
          en | It cost 40 million yuan.               | Marlpit=SAME
          en | It cost €5.576 million.                | ''
          de | Das kostete 5,58 Millionen Dollar.     | Marlpit=SAME
          en | It took 2,048 H800 cards.              | Marlpit=SAME
          en | It took 2,048 Hopper cards.            | Marlpit=SAME
          en | It took 2,048 GPUs.                    | Marlpit=SAME
          en | It took 2,048 A100 cards.              | ''
          en | It took 2,000 GPUs.                    | Harrow=SAME, Marlpit=ROUNDED
          en | It took three weeks of training.       | Marlpit=SAME
          en | It took 2.79 million H800 GPU hours.   | Marlpit=SAME
          en | It took 100,000 H100 cards.            | Harrow=SAME
          """)
  void knows_a_figure_and_its_rounded_form(String language, String sentence, String companies) {
    Map<String, Reports.Fit> found = new TreeMap<>();
    for (Amount amount : READERS.read(language, "", sentence).get(0).amounts()) {
      found.putAll(REPORTS.of(amount).companies());
    }
    assertThat(found).hasToString("{" + companies + "}");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "nobody",
      textBlock =
          """
          Ada Wren,   true
          Fell Times, true
          Wren,       true
          Wre,        false
          Da Wren,    false
          Harrow,     false
          '&',        false
          nobody,     false
          """)
  void knows_who_told_it_by_whole_words(@Nullable String name, boolean told) {
    Amount amount = READERS.read("en", "", "It took 2,048 H800 cards.").get(0).amounts().get(0);
    assertThat(REPORTS.of(amount).isBy(name)).isEqualTo(told);
  }
}
