package costwire.extract.claim;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.Scope;
import costwire.extract.Stance;
import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.name.Citation;
import costwire.extract.name.NameSorter;
import costwire.extract.name.Parties;
import costwire.extract.read.ArticleReaders;
import costwire.extract.read.Passage;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimReaderTest {
  private static final ArticleReaders READERS = new ArticleReaders();
  private static final NameSorter SORTER = new NameSorter(Decider.standard(NameSorter.MODEL));
  private static final Casting CASTING = new Casting(Decider.standard(Casting.MODEL));

  /** Takes what it is told for a claim, and of every question's options the last. */
  private record LastOf(Predicate<Located> claims) implements Judge {
    @Override
    public double claim(Located amount, Features features) {
      return claims.test(amount) ? 1 : 0;
    }

    @Override
    public Scope scope(Located amount, Features features) {
      return amount.amount().unit().equals("CNY") ? Scope.INFRASTRUCTURE : Scope.HARDWARE;
    }

    @Override
    public Stance stance(Located amount, Features features) {
      return amount.amount().unit().equals("CNY") ? Stance.DENIED : Stance.ASSERTED;
    }

    @Override
    public Choice choose(Question question, Located amount, List<Option> options) {
      return new Choice(options.get(options.size() - 1), 1);
    }
  }

  private static List<Draft> drafts(String text, Predicate<Located> claims) {
    List<Passage> passages = READERS.read("en", "", text);
    List<List<Span>> none = passages.stream().map(p -> NO_NAMES).toList();
    Parties parties = new Parties(passages, none, SORTER, Citation.standard());
    return new ClaimReader(passages, parties, CASTING, new LastOf(claims)).read();
  }

  private static final List<Span> NO_NAMES = List.of();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Alibaba put one billion yuan ($139 million) into a cluster.
          Alibaba put one billion yuan (about $139 million) into a cluster.
          Alibaba put one billion yuan (or some $139 million) into a cluster.
          """)
  void takes_a_sum_repeated_in_brackets_for_the_claim_before_it(String text) {
    List<Draft> drafts = drafts(text, amount -> amount.amount().unit().equals("CNY"));

    assertThat(drafts).hasSize(2);
    assertThat(drafts)
        .extracting(draft -> draft.amount().measure())
        .containsOnly(drafts.get(0).amount().measure());
    assertThat(drafts.get(1).company()).isEqualTo("Alibaba");
    assertThat(drafts.get(1).scope()).isEqualTo(Scope.INFRASTRUCTURE);
    assertThat(drafts.get(1).stance()).isEqualTo(Stance.DENIED);
  }

  @Test
  void takes_it_for_none_behind_a_sum_that_is_none() {
    assertThat(
            drafts(
                "Alibaba was fined one billion yuan ($139 million) in May.",
                amount -> !amount.amount().unit().equals("CNY")))
        .isEmpty();
  }

  @Test
  void takes_another_sum_in_brackets_for_itself() {
    List<Draft> drafts =
        drafts(
            "Alibaba put one billion yuan (rent: $139 million) into a cluster.",
            amount -> amount.amount().unit().equals("CNY"));

    assertThat(drafts).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Meta bought the H100 cards for $9 million.            | nvidia-h100
          Meta rented H100s. The firm used 64 cards.            | nvidia-h100
          Meta paid $9 million.                                 | -
          """)
  void takes_the_chips_of_an_amount_from_those_named(String text, String chip) {
    List<Draft> drafts = drafts(text, amount -> true);

    assertThat(drafts).hasSize(1);
    assertThat(
            drafts.get(0).chip() == null ? null : Objects.requireNonNull(drafts.get(0).chip()).id())
        .isEqualTo(chip);
  }
}
