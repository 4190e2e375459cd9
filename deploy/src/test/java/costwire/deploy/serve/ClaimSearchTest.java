package costwire.deploy.serve;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import costwire.extract.Claim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search finds what a look at every claim would, whatever came and went. */
class ClaimSearchTest {
  private static final int MOST = 300;
  private static final List<String> WORDS =
      List.of(
          "Cluster",
          "H100",
          "GPUs",
          "Kosten",
          "Größe",
          "обучение",
          "εκπαίδευσης",
          "ΣΊΣΥΦΟΣ",
          "训练成本约五百万美元",
          "学習コスト",
          "훈련",
          "𝐆𝐏𝐔",
          "تدريب",
          "$5",
          "a",
          "İstanbul",
          "x-y");

  private final ReadModel model = new ReadModel("log", MOST);
  private final Map<String, Claim> standing = new HashMap<>();

  @BeforeEach
  void comeAndGo() {
    Random random = new Random(1);
    for (int i = 0; i < 4 * MOST; i++) {
      int number = random.nextInt(2 * MOST);
      Claim claim = Fakes.claim(number, "Company" + number % 7, sentence(random));
      boolean ends = random.nextInt(5) == 0;
      model.claim(0, i, ends ? claim.retraction() : claim);
      standing.remove(claim.id());
      if (!ends) {
        standing.put(claim.id(), claim);
      }
      if (standing.size() > MOST) {
        standing.remove(newestFirst().get(MOST).id());
      }
    }
    assertThat(model.totals().claims()).isEqualTo(standing.size()).isGreaterThan(MOST / 2);
  }

  /** One word is in most claims, the others in few. */
  private static String sentence(Random random) {
    String often = random.nextInt(5) > 0 ? "training " : "";
    return often + WORDS.get(random.nextInt(WORDS.size())) + " no. " + random.nextInt(1_000);
  }

  private List<Claim> newestFirst() {
    return standing.values().stream().sorted(Comparator.comparing(Place::of)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "training",
        "train raining",
        "CLUSTER h100",
        "GRÖSSE",
        "größe",
        "обуч",
        "σίσυφο",
        "Σίσυφος",
        "成本",
        "五百",
        "习",
        "コスト",
        "훈련",
        "𝐏𝐔",
        "دري",
        "istanbul",
        "i\u0307stanbul",
        "$5",
        "5",
        "no. 7",
        "y",
        "x-y 1",
        "company3 no.",
        "nobody",
        "ing cl",
        "\u2003",
        "%",
        "a  b"
      })
  void findsPartsOfWordsInAllScripts(String query) {
    found(query, null, null);
    found(query, "company3", null);
    found(query, null, Place.of(newestFirst().get(standing.size() / 2)));
  }

  private void found(String query, @Nullable String company, @Nullable Place after) {
    ClaimFilter filter = new ClaimFilter(company, null, null, null, null, query);
    List<Claim> expected =
        newestFirst().stream()
            .filter(claim -> after == null || Place.of(claim).compareTo(after) > 0)
            .filter(claim -> filter.test().test(new ClaimShelf.Held(claim, 0, 0)))
            .toList();
    assertThat(model.claims(filter, after, MOST)).isEqualTo(expected);
    assertThat(model.claims(filter, after, 3)).isEqualTo(expected.stream().limit(3).toList());
  }

  @Test
  void findsNothingThatIsRetractedOrSaidOtherwiseNow() {
    model.claim(0, 5_000, Fakes.claim(5_000, "Acme", "zyzzyva"));
    assertThat(search("zyzzyva")).hasSize(1);
    Claim otherwise = Fakes.claim(5_000, "Acme", "quux");
    model.claim(0, 5_001, otherwise);
    assertThat(search("zyzzyva")).isEmpty();
    assertThat(search("quux")).containsExactly(otherwise);
    model.claim(0, 5_002, otherwise.retraction());
    assertThat(search("quux")).isEmpty();
  }

  private List<Claim> search(String query) {
    return model.claims(new ClaimFilter(null, null, null, null, null, query), null, MOST);
  }

  private static List<ClaimShelf.Held> search(WordIndex index, String... words) {
    return Objects.requireNonNull(index.candidates(List.of(words), MOST)).toList();
  }

  @Test
  void looksAtFewClaimsForASeldomWord() {
    WordIndex index = new WordIndex();
    List<ClaimShelf.Held> all =
        new ArrayList<>(
            standing.values().stream().map(claim -> new ClaimShelf.Held(claim, 0, 0)).toList());
    Set<Integer> few = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      all.forEach(index::add);
      assertThat(search(index, "zyzzyva")).isEmpty();
      assertThat(index.candidates(List.of("training"), MOST / 8)).isNull();
      few.add(search(index, "company3", "stanbul").size());
      all.forEach(index::remove);
      assertThat(search(index)).isEmpty();
      Collections.rotate(all, 7);
    }
    assertThat(few)
        .as("the same wherever the claims were before")
        .singleElement(as(INTEGER))
        .isBetween(1, all.size() / 20);
  }
}
