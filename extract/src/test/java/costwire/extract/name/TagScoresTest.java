package costwire.extract.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import costwire.extract.learn.Decider;
import costwire.extract.read.ArticleReaders;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagScoresTest {
  private static final ArticleReaders READERS = new ArticleReaders();
  private static final Decider MODEL = Decider.standard(NameTagger.MODEL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Marlpit paid for 64 H100s. "Too much", says Marlpit's owner Jo Larkin. Jo Larkin left.
          el | Η Μάρλπιτ νοίκιασε 64 κάρτες. Στη Μάρλπιτ σιωπούν.
          ar | دفعت شركة مرلبت ثلاثة ملايين دولار.
          ko | 말핏은 300만 달러를 썼다. 말핏이 밝혔다.
          zh | 马尔皮特公司花了三百万美元。
          """)
  void facets_say_what_is_learned_of_the_words_traits(String language, String text) {
    FirstLook firstLook = new FirstLook(Decider.standard(FirstLook.MODEL));

    for (Wording.Word[] words : firstLook.at(READERS.read(language, "", text))) {
      TagScores scores = new TagScores(new TagScores.Known(MODEL), words);
      double[][] alone = new double[words.length][MODEL.outcomes().size()];
      Trait.gather(words, (trait, group, word) -> add(trait, group, alone[word]));
      for (int word = 0; word < words.length; word++) {
        for (int tag = 0; tag < Trait.TAGS.size(); tag++) {
          double[] behind = alone[word].clone();
          Trait.gather(words, word, tag, (trait, group, at) -> add(trait, group, behind));
          assertThat(scores.behind(word, tag))
              .as("%s behind %s", words[word].norm(), Trait.TAGS.get(tag))
              .containsExactly(behind, within(1e-9));
        }
      }
    }
  }

  private static void add(Trait trait, int group, double[] sums) {
    double[] weights = MODEL.weights(List.of(trait.groups().get(group)));
    for (int tag = 0; tag < sums.length; tag++) {
      sums[tag] += weights[tag];
    }
  }
}
