package costwire.extract.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.learn.SequenceLearner;
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
  void reads_of_a_word_what_is_learned_of_it(String language, String text) {
    FirstLook firstLook = new FirstLook(Decider.standard(FirstLook.MODEL));

    for (Wording.Word[] words : firstLook.at(READERS.read(language, "", text))) {
      TagScores scores = new TagScores(new TagScores.Known(MODEL), words);
      List<SequenceLearner.Step> steps = NameTagger.steps(words, List.of());
      for (int word = 0; word < words.length; word++) {
        SequenceLearner.Step step = steps.get(word);
        for (int i = 0; i < step.behind().size(); i++) {
          int tag = word == 0 ? 0 : i + 1;
          double[] learned = sum(step.alone());
          add(sum(List.of(step.behind().get(i))), learned);
          assertThat(scores.behind(word, tag))
              .as("%s behind %s", words[word].norm(), Trait.TAGS.get(tag))
              .containsExactly(learned, within(1e-9));
        }
      }
    }
  }

  private static double[] sum(List<Features> bundles) {
    double[] sums = new double[MODEL.outcomes().size()];
    double[] weights = MODEL.weights(bundles);
    for (int i = 0; i < weights.length; i++) {
      sums[i % sums.length] += weights[i];
    }
    return sums;
  }

  private static void add(double[] more, double[] sums) {
    for (int tag = 0; tag < sums.length; tag++) {
      sums[tag] += more[tag];
    }
  }
}
