package costwire.extract.claim;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.extract.learn.Decider;
import costwire.extract.learn.Learner;
import costwire.extract.name.Citation;
import costwire.extract.name.NameSorter;
import costwire.extract.name.Parties;
import costwire.extract.name.Party;
import costwire.extract.read.ArticleReaders;
import costwire.extract.read.Passage;
import java.util.List;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastingTest {
  private static final ArticleReaders READERS = new ArticleReaders();
  private static final NameSorter SORTER = new NameSorter(Decider.standard(NameSorter.MODEL));
  private static final List<Span> NO_NAMES = List.of();

  private static Casting casting;

  /** An article's names: catalogued ones only. */
  private record Read(List<Passage> passages, List<List<Party>> parties) {
    static Read of(String text) {
      List<Passage> passages = READERS.read("en", "", text);
      Parties parties =
          new Parties(
              passages,
              passages.stream().map(passage -> NO_NAMES).toList(),
              SORTER,
              Citation.standard());
      return new Read(passages, passages.stream().map(parties::in).toList());
    }

    Cast cast() {
      return Cast.of(passages, parties, new Profiles(passages, parties), casting);
    }
  }

  /** Learns from three articles that who reports tells, and who spent owns. */
  @BeforeAll
  static void learn() {
    Learner learner = new Learner(0.1, 2);
    for (String[] pair :
        new String[][] {{"Reuters", "Baidu"}, {"Bloomberg", "Tencent"}, {"Nikkei", "SoftBank"}}) {
      Read read = Read.of(pair[0] + " reported that " + pair[1] + " spent $5 million.");
      Casting.teach(
          learner,
          read.passages(),
          read.parties(),
          name -> Casting.Part.of(name.equals(pair[1]), name.equals(pair[0])));
    }
    casting = new Casting(Decider.read(learner.learn()));
  }

  @Test
  void tells_who_owns_from_who_tells() {
    Cast cast = Read.of("Caixin reported that Alibaba spent $7 million.").cast();

    assertThat(cast.owns("Alibaba")).isGreaterThan(0.5).isGreaterThan(cast.owns("Caixin"));
    assertThat(cast.tells("Caixin")).isGreaterThan(0.5).isGreaterThan(cast.tells("Alibaba"));
    assertThat(cast.ownerRank("Alibaba")).isZero();
    assertThat(cast.tellerRank("Caixin")).isZero();
  }

  @Test
  void somebody_whom_the_article_does_not_name_plays_no_part() {
    Cast cast = Read.of("Caixin reported that Alibaba spent $7 million.").cast();

    assertThat(cast.owns("Nvidia")).isZero();
    assertThat(cast.ownerRank("Nvidia")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.16, 0", "0.17, 1", "0.5, 3", "0.99, 5", "1, 5"})
  void likelihoods_are_told_in_six_steps(double likelihood, int step) {
    assertThat(Cast.step(likelihood)).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, BOTH",
    "true, false, OWNS",
    "false, true, TELLS",
    "false, false, NEITHER"
  })
  void a_part_is_what_one_owns_and_tells(boolean owns, boolean tells, Casting.Part part) {
    assertThat(Casting.Part.of(owns, tells)).isEqualTo(part);
  }
}
