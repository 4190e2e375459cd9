package costwire.aggregate.evidence;

import static costwire.aggregate.SampleClaim.cost;
import static org.assertj.core.api.Assertions.assertThat;

import costwire.aggregate.SampleClaim;
import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryLinksTest {
  private static final List<String> ARTICLES = List.of("a", "b", "c", "d", "e", "f", "g");

  private static SampleClaim in(String article, @Nullable String original, @Nullable String day) {
    return cost("claim-" + article).exactly("5").article(article, "s").copyOf(original).on(day);
  }

  private static final List<Claim> CHAIN =
      List.of(
          in("d", "c", "2025-01-04").printedBy("d").build(),
          in("c", "b", "2025-01-03").printedBy("c").build(),
          in("b", "a", "2025-01-02").printedBy("b").build(),
          in("e", "a", null).printedBy("e").build(),
          in("x", null, "2025-01-01").printedBy("x").build());

  private static List<Telling> tellings(List<Claim> claims) {
    EvidenceBase base = EvidenceBase.of("deepseek", claims);
    return Roll.of(base, LineKey.of(claims.get(0)), "DeepSeek").tellings();
  }

  @Test
  void linksAreFollowedFromCopyToCopyInAnyOrderAndTheEarliestDatedSpeaks() {
    for (int seed = 0; seed < 50; seed++) {
      List<Claim> claims = new ArrayList<>(CHAIN);
      Collections.shuffle(claims, new Random(seed));

      assertThat(tellings(claims))
          .extracting(telling -> telling.speaker().name())
          .containsExactlyInAnyOrder("b", "x");
    }
  }

  @Test
  void anArticleThatIsSaidToCopyItselfStandsAlone() {
    assertThat(tellings(List.of(in("a", "a", "2025-01-01").build())))
        .singleElement()
        .satisfies(telling -> assertThat(telling.story()).isEqualTo("a"));
  }

  /** Links at random, put in and taken out, against a search from scratch after each. */
  @Test
  void storiesAreWhatLinksConnectWhateverCameAndWent() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      StoryLinks links = new StoryLinks(new MemoryShelf<>(), "deepseek");
      Map<String, Set<String>> known = new TreeMap<>();
      Map<String, @Nullable String> stories = new TreeMap<>();
      for (int step = 0; step < 60; step++) {
        String article = ARTICLES.get(random.nextInt(ARTICLES.size()));
        Set<String> originals = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          originals.add(ARTICLES.get(random.nextInt(ARTICLES.size())));
        }
        originals.remove(article);
        Set<String> before = known.getOrDefault(article, Set.of());
        Set<String> moved = links.relink(article, before, originals);
        known.put(article, originals);

        for (String one : ARTICLES) {
          assertThat(moved.contains(one) || same(stories.get(one), links.of(one))).isTrue();
          stories.put(one, links.of(one));
          Set<String> connected = connected(one, known);
          for (String other : ARTICLES) {
            boolean together = links.of(one) != null && same(links.of(one), links.of(other));
            assertThat(together).isEqualTo(connected.size() > 1 && connected.contains(other));
          }
        }
      }
    }
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return String.valueOf(one).equals(String.valueOf(other));
  }

  private static Set<String> connected(String article, Map<String, Set<String>> links) {
    Set<String> connected = new TreeSet<>(Set.of(article));
    for (int round = 0; round < ARTICLES.size(); round++) {
      links.forEach(
          (copy, originals) ->
              originals.forEach(
                  original -> {
                    if (connected.contains(copy) || connected.contains(original)) {
                      connected.add(copy);
                      connected.add(original);
                    }
                  }));
    }
    return connected;
  }
}
