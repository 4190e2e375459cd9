package costwire.extract.claim;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.extract.name.Party;
import costwire.extract.read.ArticleReaders;
import costwire.extract.read.Passage;
import java.util.List;
import opennlp.tools.util.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {
  private static final Passage PASSAGE =
      new ArticleReaders().read("en", "", "Training GPT-4 cost $100 million.").get(0);

  @ParameterizedTest
  @CsvSource({
    "GPT-4, TRAINING_RUN, known, OpenAI",
    "GPT-5, TRAINING_RUN, known, Microsoft",
    "GPT-4, OPERATION, known, Microsoft",
    "GPT-4, TRAINING_RUN, new, Microsoft",
    "GPT-4, TRAINING_RUN, family, Microsoft",
  })
  void the_training_of_a_known_model_is_its_makers(
      String model, Scope scope, String kind, String company) {
    Draft draft =
        new Draft(
            PASSAGE,
            PASSAGE.amounts().get(0),
            null,
            "Microsoft",
            model,
            null,
            scope,
            Stance.ASSERTED,
            1);
    Party named = new Party(new Span(1, 2), "GPT-4", Party.Role.MODEL, kind, "OpenAI", null, null);

    assertThat(draft.ofMaker(List.of(named)).company()).isEqualTo(company);
  }
}
