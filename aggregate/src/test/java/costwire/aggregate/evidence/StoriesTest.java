package costwire.aggregate.evidence;

import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.SampleClaim;
import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {
  private static SampleClaim in(String article, @Nullable String original, @Nullable String day) {
    return cost("claim-" + article).exactly("5").article(article, "s").copyOf(original).on(day);
  }

  private static final List<Claim> CHAIN =
      List.of(
          in("d", "c", "2025-01-04").build(),
          in("c", "b", "2025-01-03").build(),
          in("b", "a", "2025-01-02").build(),
          in("e", "a", null).build(),
          in("x", null, "2025-01-01").build());

  @Test
  void linksAreFollowedFromCopyToCopyInAnyOrder() {
    for (int seed = 0; seed < 50; seed++) {
      List<Claim> claims = new ArrayList<>(CHAIN);
      Collections.shuffle(claims, new Random(seed));
      Stories stories = Stories.of(claims);

      assertThat(List.of("a", "b", "c", "d", "e")).allMatch(a -> stories.of(a).equals("a"));
      assertThat(stories.of("x")).isEqualTo("x");
      assertThat(stories.of("never heard of")).isEqualTo("never heard of");
    }
  }

  @Test
  void aStoryIsFirstHeardInItsEarliestDatedCopy() {
    Stories stories = Stories.of(CHAIN);

    assertThat(CHAIN.subList(0, 4)).allMatch(c -> stories.first(c).articleId().equals("b"));
    assertThat(stories.first(CHAIN.get(4))).isEqualTo(CHAIN.get(4));
  }

  @ParameterizedTest
  @CsvSource({
    "a, 2025-01-02, b, 2025-01-01, b",
    "a, 2025-01-01, b, 2025-01-02, a",
    "b, 2025-01-01, a, 2025-01-01, a",
    "a, , b, 2025-01-01, b",
    "b, , a, , a"
  })
  void theEarlierOfTwoIsTheSameWhicheverIsAskedFirst(
      String one, @Nullable String day, String other, @Nullable String otherDay, String first) {
    Claim claim = in(one, null, day).build();
    Claim next = in(other, null, otherDay).build();

    assertThat(Stories.earlier(claim, next).articleId()).isEqualTo(first);
    assertThat(Stories.earlier(next, claim).articleId()).isEqualTo(first);
  }

  @Test
  void anArticleThatIsSaidToCopyItselfIsAStoryOfItsOwn() {
    Stories stories = Stories.of(List.of(in("a", "a", "2025-01-01").build()));

    assertThat(stories.of("a")).isEqualTo("a");
  }

  @Test
  void linksInACircleAreOneStory() {
    Stories stories = Stories.of(List.of(in("b", "a", null).build(), in("a", "b", null).build()));

    assertThat(stories.of("b")).isEqualTo("a");
  }
}
