package costwire.extract.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Lexicons;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers that Unicode's rules spell out, in the genders and cases they know, are read back as what
 * they were. Not to read one is a gap; to read another number is a fault.
 */
class SpelledOutNumbersTest {
  private static final Lexicons LEXICONS = new Lexicons();
  private static final int VALUES = 100;
  private static final long MOST = 1_000_000_000;
  private static final int LEAST_RIGHT = 95;

  /** Czech "stem" (with a hundred) is left out of the lexicon: it is a well-known acronym. */
  private static final Map<String, Integer> KNOWN_FAULTS = Map.of("cs", 1);

  /** Finnish news has its numbers in the singular; the plural would double every word. */
  private static final Set<String> SINGULAR_ONLY = Set.of("fi");

  static Stream<String> languages() {
    return new TreeSet<>(LEXICONS.codes()).stream().filter(SpelledOutNumbersTest::hasRules);
  }

  private static boolean hasRules(String language) {
    ULocale found = speller(language).getLocale(ULocale.VALID_LOCALE);
    return found != null && found.getLanguage().equals(language);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void readsBackWhatUnicodeSpellsOut(String language, TestReporter reporter) {
    RuleBasedNumberFormat speller = speller(language);
    Lexicon lexicon = LEXICONS.of(language);
    List<String> unread = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> cases = cases(speller, language);
    Random random = new Random(7);
    for (int i = 0; i < VALUES; i++) {
      long value = value(random, i % 3 == 0);
      String spelled = speller.format(value, cases.get(i % cases.size()));
      Quantity read = Phrase.firstNumber(spelled, lexicon);
      if (isUnread(read, BigDecimal.valueOf(value))) {
        unread.add(value + " " + spelled);
      } else if (read != null && read.low().compareTo(BigDecimal.valueOf(value)) != 0) {
        wrong.add(value + " " + spelled + " -> " + read.low() + " to " + read.high());
      }
    }
    int right = VALUES - unread.size() - wrong.size();
    reporter.publishEntry(
        language, right + " right, " + unread.size() + " unread, " + wrong.size() + " WRONG");
    int known = KNOWN_FAULTS.getOrDefault(language, 0);
    assertThat(wrong).as(language).hasSizeLessThanOrEqualTo(known);
    assertThat(right).as(language + ", unread " + unread).isGreaterThanOrEqualTo(LEAST_RIGHT);
  }

  /** A power's plural may also be its genitive: "thousands" for a thousand is vague, not wrong. */
  private static boolean isUnread(@Nullable Quantity read, BigDecimal value) {
    return read == null
        || (read.isRange()
            && read.low().compareTo(value) <= 0
            && read.high().compareTo(value) >= 0);
  }

  /** As many small ones as large ones, every third of them round. */
  private static long value(Random random, boolean round) {
    int digits = 1 + random.nextInt(9);
    long limit = BigDecimal.TEN.pow(digits).longValueExact();
    long value = 1 + (long) (random.nextDouble() * limit);
    if (round) {
      long unit = BigDecimal.TEN.pow(Math.max(0, digits - 1 - random.nextInt(2))).longValueExact();
      value = Math.max(1, value / unit) * unit;
    }
    return Math.min(value, MOST);
  }

  private static RuleBasedNumberFormat speller(String language) {
    return new RuleBasedNumberFormat(
        ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
  }

  private static List<String> cases(RuleBasedNumberFormat speller, String language) {
    return Stream.of(speller.getRuleSetNames())
        .filter(name -> name.startsWith("%spellout-cardinal"))
        .filter(name -> !name.contains("financial") && !name.contains("alternate"))
        .filter(name -> !SINGULAR_ONLY.contains(language) || !name.contains("plural"))
        .toList();
  }
}
