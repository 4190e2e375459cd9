package costwire.extract.claim;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.name.Citation;
import costwire.extract.name.NameSorter;
import costwire.extract.name.Parties;
import costwire.extract.read.ArticleReaders;
import costwire.extract.read.Passage;
import java.util.List;
import opennlp.tools.util.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionsTest {
  private static final ArticleReaders READERS = new ArticleReaders();
  private static final NameSorter SORTER = new NameSorter(Decider.standard(NameSorter.MODEL));
  private static final List<Span> NO_NAMES = List.of();

  /** What the descriptions beside the last amount of a text tell of a company. */
  private static List<String> told(String language, String text, String company) {
    List<Passage> passages = READERS.read(language, "", text);
    Parties parties =
        new Parties(
            passages,
            passages.stream().map(passage -> NO_NAMES).toList(),
            SORTER,
            Citation.standard());
    Descriptions descriptions =
        new Descriptions(passages, passages.stream().map(parties::in).toList());
    int last = passages.size() - 1;
    List<Amount> amounts = passages.get(last).amounts();
    Features features = new Features();
    descriptions.of(last, amounts.get(amounts.size() - 1)).describe(company, "", features);
    return List.of(features.names());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | DeepSeek and Mistral AI each told a court. The Chinese company paid $6 million.            | DeepSeek   | homefits
          en | DeepSeek and Mistral AI each told a court. The Chinese company paid $6 million.            | Mistral AI | homefitsNot
          en | DeepSeek and Mistral AI each told a court. The Paris company paid $6 million.              | Mistral AI | homefits
          en | DeepSeek and Alibaba each told a court. The Chinese company paid $6 million.               | DeepSeek   | homefitsToo
          en | DeepSeek and Alibaba each told a court. The Hangzhou company paid $6 million.              | OpenAI     | homefitsOthers
          en | DeepSeek and Mistral AI each told a court. It was $6 million of Chinese money.             | DeepSeek   | nearfits
          de | DeepSeek und Mistral AI sagten vor Gericht aus. Das chinesische Unternehmen zahlte 6 Mio. Euro. | DeepSeek | homefits
          ru | DeepSeek и Mistral AI выступили в суде. Китайская компания заплатила 6 млн долларов.       | DeepSeek   | homefits
          """)
  void where_a_company_is_from_describes_it(
      String language, String text, String company, String told) {
    assertThat(told(language, text, company)).contains(told);
  }
}
