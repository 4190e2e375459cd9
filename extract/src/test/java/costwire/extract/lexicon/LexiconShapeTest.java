package costwire.extract.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import costwire.extract.lexicon.Lexeme.Limit.Kind;
import costwire.extract.lexicon.Lexeme.Range.Place;
import costwire.extract.text.Fold;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lexicon has what the grammar asks for; all its holes are told at once. */
class LexiconShapeTest {
  private static final ResourceFolder LEXICONS = new ResourceFolder("/lexicon");
  private static final ResourceFolder TABLES = new ResourceFolder("/numbers");
  private static final String FALLBACK = "und.yaml";
  private static final int LEAST_PHRASES = 30;
  private static final Set<Cue> IN_COMMON = inCommon();

  /** Small words and titles may be a letter in any script: a, w, κ., M. */
  private static final Set<Cue> SMALL_WORDS =
      EnumSet.of(
          Cue.FUNCTION,
          Cue.PRONOUN,
          Cue.NEGATION,
          Cue.LOCATIVE,
          Cue.LOCATED,
          Cue.LASTING,
          Cue.TITLE);

  static Stream<String> files() {
    return LEXICONS.names(".yaml").stream().filter(file -> !file.equals(FALLBACK));
  }

  private static LexiconFile read(String file) {
    return Yaml.read(LEXICONS, file, new TypeReference<>() {});
  }

  @ParameterizedTest
  @MethodSource("files")
  void has_no_hole(String file) throws IOException {
    LexiconFile lexicon = read(file);
    List<String> holes = new ArrayList<>();
    numbers(lexicon, holes);
    for (Kind kind : Kind.values()) {
      if (list(lexicon.limitsBefore(), kind).isEmpty()
          && list(lexicon.limitsAfter(), kind).isEmpty()) {
        holes.add("no limit of the kind " + kind);
      }
    }
    if (list(lexicon.ranges(), Place.BETWEEN).isEmpty()) {
      holes.add("no word between the ends of a range");
    }
    for (String unit : List.of("minute", "hour", "day", "week", "month", "year")) {
      if (list(lexicon.time(), unit).isEmpty()) {
        holes.add("no " + unit);
      }
    }
    for (String rate : List.of("day", "month", "year", "chip-hour")) {
      if (list(lexicon.rates(), rate).isEmpty()) {
        holes.add("no rate a " + rate);
      }
    }
    words(lexicon, holes);
    phrases(file, holes);

    assertThat(holes).as("holes in %s", file).isEmpty();
  }

  /** One to twelve, the tens, and powers far enough; a number may stand in a compound alone. */
  private static void numbers(LexiconFile lexicon, List<String> holes) {
    Set<BigDecimal> known = new TreeSet<>(keys(lexicon.numbers()));
    Set<BigDecimal> powers = new TreeSet<>(keys(lexicon.powers()));
    boolean multipliesTen = powers.contains(BigDecimal.TEN);
    for (int value = 1; value <= 90; value += value < 12 ? 1 : value == 12 ? 8 : 10) {
      boolean composed = multipliesTen && value >= 10;
      if (!composed && !isKnown(BigDecimal.valueOf(value), known)) {
        holes.add("no number " + value);
      }
    }
    if (!powers.contains(BigDecimal.valueOf(1000))) {
      holes.add("no power 10^3");
    }
    if (Stream.of(6, 7, 8).noneMatch(zeros -> powers.contains(BigDecimal.TEN.pow(zeros)))) {
      holes.add("no power about a million");
    }
    if (powers.stream().noneMatch(power -> power.compareTo(BigDecimal.TEN.pow(8)) >= 0)) {
      holes.add("no power about a billion");
    }
  }

  /** Where a number is also a word such as "new", only its compounds may be listed. */
  private static boolean isKnown(BigDecimal value, Set<BigDecimal> known) {
    return known.contains(value)
        || known.contains(value.add(BigDecimal.valueOf(100)))
        || Stream.of(1, 2, 3, 6, 9).anyMatch(k -> known.contains(value.scaleByPowerOfTen(k)));
  }

  /** A language has prepositions of place or postpositions. */
  private static boolean knowsPlaces(LexiconFile lexicon) {
    return !list(lexicon.cues(), Cue.LOCATIVE).isEmpty()
        || !list(lexicon.cues(), Cue.LOCATED).isEmpty();
  }

  /** Cues that half of the lexicons have; a new one may spread from language to language. */
  private static Set<Cue> inCommon() {
    List<LexiconFile> lexicons = files().map(LexiconShapeTest::read).toList();
    Set<Cue> cues = EnumSet.noneOf(Cue.class);
    for (Cue cue : Cue.values()) {
      if (2 * lexicons.stream().filter(l -> !list(l.cues(), cue).isEmpty()).count()
          > lexicons.size()) {
        cues.add(cue);
      }
    }
    return cues;
  }

  private static void words(LexiconFile lexicon, List<String> holes) {
    Map<String, @Nullable List<String>> lists = new HashMap<>();
    lists.put("chips", lexicon.chips());
    lists.put("per", lexicon.per());
    lists.put("places", lexicon.places());
    lists.forEach(
        (name, forms) -> {
          if (forms == null || forms.isEmpty()) {
            holes.add("no " + name);
          }
        });
    if (list(lexicon.chipTime(), "hour").isEmpty()) {
      holes.add("no chip-hour");
    }
    for (Cue cue : Cue.values()) {
      boolean placed = (cue == Cue.LOCATIVE || cue == Cue.LOCATED) && knowsPlaces(lexicon);
      if (list(lexicon.cues(), cue).isEmpty() && !placed && IN_COMMON.contains(cue)) {
        holes.add("no cue " + cue);
      }
    }
  }

  private static void phrases(String file, List<String> holes) throws IOException {
    String table = file.replace(".yaml", ".csv");
    if (!TABLES.names(".csv").contains(table)) {
      holes.add("no table numbers/" + table);
      return;
    }
    try (InputStream in = TABLES.open(table)) {
      long phrases =
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .count();
      if (phrases < LEAST_PHRASES) {
        holes.add("only " + phrases + " phrases in numbers/" + table);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_cue_is_a_letter_alone_where_letters_are_no_words(String file) {
    List<String> letters = new ArrayList<>();
    Map<Cue, List<String>> cues = read(file).cues();
    if (cues != null) {
      cues.forEach(
          (cue, forms) ->
              forms.stream()
                  .filter(form -> !SMALL_WORDS.contains(cue))
                  .filter(LexiconShapeTest::isLetter)
                  .forEach(form -> letters.add(cue + ": " + form)));
    }
    assertThat(letters).as("cues of one letter in %s", file).isEmpty();
  }

  private static boolean isLetter(String form) {
    String bare = form.replace("~", "");
    return bare.codePointCount(0, bare.length()) == 1
        && Character.isAlphabetic(bare.codePointAt(0))
        && switch (Character.UnicodeScript.of(bare.codePointAt(0))) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> false;
          default -> true;
        };
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_form_limits_an_amount_in_two_ways(String file) {
    LexiconFile lexicon = read(file);
    List<String> doubles = new ArrayList<>();
    doubles(lexicon.limitsBefore(), "before", doubles);
    doubles(lexicon.limitsAfter(), "behind", doubles);

    assertThat(doubles).as("contradictory limits in %s", file).isEmpty();
  }

  private static void doubles(
      @Nullable Map<Kind, List<String>> limits, String side, List<String> doubles) {
    if (limits == null) {
      return;
    }
    Map<String, Kind> known = new HashMap<>();
    limits.forEach(
        (kind, forms) ->
            forms.forEach(
                form -> {
                  Kind other = known.putIfAbsent(Fold.of(form), kind);
                  if (other != null && other != kind) {
                    doubles.add(form + " " + side + ": " + other + " and " + kind);
                  }
                }));
  }

  @ParameterizedTest
  @MethodSource("files")
  void no_form_multiplies_by_two_powers(String file) {
    LexiconFile lexicon = read(file);
    List<String> doubles = new ArrayList<>();
    Map<String, BigDecimal> known = new HashMap<>();
    for (Map<BigDecimal, List<String>> values : multipliers(lexicon)) {
      values.forEach(
          (value, forms) ->
              forms.forEach(
                  form -> {
                    BigDecimal other = known.putIfAbsent(Fold.of(form), value);
                    if (other != null && other.compareTo(value) != 0) {
                      doubles.add(form + ": " + other + " and " + value);
                    }
                  }));
    }
    assertThat(doubles).as("forms of two powers in %s", file).isEmpty();
  }

  private static List<Map<BigDecimal, List<String>>> multipliers(LexiconFile lexicon) {
    List<Map<BigDecimal, List<String>>> multipliers = new ArrayList<>();
    if (lexicon.powers() != null) {
      multipliers.add(lexicon.powers());
    }
    if (lexicon.powerAbbreviations() != null) {
      multipliers.add(lexicon.powerAbbreviations());
    }
    return multipliers;
  }

  @Test
  void every_table_of_numbers_is_of_a_language_with_a_lexicon() {
    assertThat(files().map(file -> file.replace(".yaml", ".csv")).toList())
        .containsAll(TABLES.names(".csv"));
  }

  @Test
  void every_lexicon_can_be_built() {
    Lexicons lexicons = new Lexicons();

    assertThat(lexicons.codes())
        .hasSizeGreaterThan(30)
        .allSatisfy(code -> assertThat(lexicons.of(code).code()).isEqualTo(code));
  }

  private static <K> Set<K> keys(@Nullable Map<K, List<String>> map) {
    return map == null ? Set.of() : map.keySet();
  }

  private static <K> List<String> list(@Nullable Map<K, List<String>> map, K key) {
    return map == null ? List.of() : map.getOrDefault(key, List.of());
  }
}
