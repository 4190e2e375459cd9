package costwire.ingest.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.ingest.duplicate.CopySet.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Recall and precision on articles and copies made by rule: thresholds chosen on A, told on B. */
class CopySetTest {
  private static final int SIZE = 2_000;
  private static final long SEED_A = 20_260_110;
  private static final long SEED_B = 7_311_942;

  private record Pair(int earlier, int later) {}

  @Test
  void copiesAreFoundAndLookalikesAreNot() {
    Findings chosenOn = new Findings(CopySet.of(SIZE, SEED_A));
    Findings told = new Findings(CopySet.of(SIZE, SEED_B));
    System.out.println("Thresholds were chosen on A:\n" + chosenOn);
    System.out.println("And hold on B:\n" + told);

    assertThat(told.recall()).isGreaterThanOrEqualTo(0.99);
    assertThat(told.precision()).isGreaterThanOrEqualTo(0.995);
    assertThat(chosenOn.recall()).isGreaterThanOrEqualTo(0.99);
    assertThat(chosenOn.precision()).isGreaterThanOrEqualTo(0.995);
  }

  /** The pairs that meet in a band and are found alike, held against what is known. */
  private static final class Findings {
    private final List<Text> texts;
    private final Set<Pair> linked = new HashSet<>();
    private final List<Signature> signatures = new ArrayList<>();

    Findings(List<Text> texts) {
      this.texts = texts;
      Map<Long, List<Integer>> bands = new HashMap<>();
      for (Text text : texts) {
        Signature signature = Signature.of(text.text()).orElseThrow();
        signatures.add(signature);
        for (long band : signature.bands()) {
          List<Integer> members = bands.computeIfAbsent(band, b -> new ArrayList<>());
          for (int earlier : members) {
            Sketch other = signatures.get(earlier).sketch();
            if (Likeness.of(other, signature.sketch()).isCopy()) {
              linked.add(new Pair(earlier, text.number()));
            }
          }
          members.add(text.number());
        }
      }
    }

    double recall() {
      long copies = texts.stream().filter(Findings::isCopy).count();
      return (double) texts.stream().filter(Findings::isCopy).filter(this::isFound).count()
          / copies;
    }

    double precision() {
      return (double) linked.stream().filter(this::isTrue).count() / linked.size();
    }

    private static boolean isCopy(Text text) {
      return text.family() != text.number();
    }

    private boolean isFound(Text copy) {
      return linked.contains(new Pair(copy.family(), copy.number()));
    }

    private boolean isTrue(Pair pair) {
      return texts.get(pair.earlier()).isCopyOf(texts.get(pair.later()));
    }

    @Override
    public String toString() {
      Map<String, int[]> kinds = new TreeMap<>();
      for (Text text : texts) {
        int[] counts = kinds.computeIfAbsent(text.kind(), k -> new int[2]);
        counts[0]++;
        counts[1] += isCopy(text) ? (isFound(text) ? 1 : 0) : falsely(text);
      }
      StringBuilder table = new StringBuilder();
      kinds.forEach(
          (kind, counts) ->
              table.append(
                  String.format(Locale.ROOT, "%-24s %5d %5d%n", kind, counts[0], counts[1])));
      return table
          + String.format(
              Locale.ROOT,
              "recall %.4f, precision %.4f of %d links%n",
              recall(),
              precision(),
              linked.size());
    }

    private int falsely(Text text) {
      return (int)
          linked.stream()
              .filter(pair -> !isTrue(pair))
              .filter(pair -> pair.earlier() == text.number() || pair.later() == text.number())
              .count();
    }
  }

  @Test
  void theSetIsTheSameEveryTime() {
    assertThat(CopySet.of(100, 3)).isEqualTo(CopySet.of(100, 3));
    assertThat(new TreeSet<>(CopySet.of(100, 3).stream().map(Text::language).toList())).hasSize(8);
  }
}
