package costwire.extract.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers that Unicode's rules spell out, in every gender and case they know, are read back as what
 * they were. Not to read one is a gap; to read another number is a fault.
 */
class SpelledOutNumbersTest {
  private static final Lexicons LEXICONS = new Lexicons();
  private static final int VALUES = 100;
  private static final long MOST = 1_000_000_000;

  /** Right and wrong out of {@link #VALUES}, as measured: the one only goes up, the other down. */
  private static final Map<String, List<Integer>> FLOORS = floors();

  static Stream<String> languages() {
    return new TreeSet<>(LEXICONS.codes())
        .stream()
            .filter(
                language ->
                    speller(language)
                        .getLocale(ULocale.VALID_LOCALE)
                        .getLanguage()
                        .equals(language));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void readsBackWhatUnicodeSpellsOut(String language) {
    RuleBasedNumberFormat speller = speller(language);
    Lexicon lexicon = LEXICONS.of(language);
    List<String> unread = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> cases = cases(speller);
    Random random = new Random(7);
    for (int i = 0; i < VALUES; i++) {
      long value = value(random, i % 3 == 0);
      String spelled = speller.format(value, cases.get(i % cases.size()));
      Quantity read = Phrase.firstNumber(spelled, lexicon);
      if (read == null) {
        unread.add(value + " " + spelled);
      } else if (read.isRange() || read.low().compareTo(BigDecimal.valueOf(value)) != 0) {
        wrong.add(value + " " + spelled + " -> " + read.low() + " to " + read.high());
      }
    }
    int right = VALUES - unread.size() - wrong.size();
    System.out.printf(
        Locale.ROOT,
        "%s: %d right, %d unread, %d wrong%n",
        language,
        right,
        unread.size(),
        wrong.size());
    List<Integer> floor = FLOORS.getOrDefault(language, List.of(VALUES, 0));
    assertThat(wrong).as(language).hasSizeLessThanOrEqualTo(floor.get(1));
    assertThat(right).as(language + " unread " + unread).isGreaterThanOrEqualTo(floor.get(0));
  }

  private static Map<String, List<Integer>> floors() {
    Map<String, List<Integer>> floors = new TreeMap<>();
    try (InputStream file = SpelledOutNumbersTest.class.getResourceAsStream("/spelled-out.csv")) {
      String table =
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      table
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              row -> floors.put(row[0], List.of(Integer.valueOf(row[1]), Integer.valueOf(row[2]))));
      return floors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As many small ones as large ones, every third of them round. */
  private static long value(Random random, boolean round) {
    int digits = 1 + random.nextInt(9);
    long value = 1 + (long) (random.nextDouble() * StrictMath.pow(10, digits));
    if (round) {
      long unit = (long) StrictMath.pow(10, Math.max(0, digits - 1 - random.nextInt(2)));
      value = Math.max(1, value / unit) * unit;
    }
    return Math.min(value, MOST);
  }

  private static RuleBasedNumberFormat speller(String language) {
    return new RuleBasedNumberFormat(
        ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
  }

  private static List<String> cases(RuleBasedNumberFormat speller) {
    return Stream.of(speller.getRuleSetNames())
        .filter(name -> name.startsWith("%spellout-cardinal"))
        .filter(name -> !name.contains("financial") && !name.contains("alternate"))
        .toList();
  }
}
