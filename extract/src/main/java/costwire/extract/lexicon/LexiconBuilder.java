package costwire.extract.lexicon;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.util.ULocale;
import costwire.extract.text.Fold;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles a language's file, together with what CLDR knows of the language. */
final class LexiconBuilder {
  /** Hours in each unit of time. */
  private static final Map<String, BigDecimal> HOURS =
      Map.of(
          "minute", new BigDecimal("0.0166666666666667"),
          "hour", BigDecimal.ONE,
          "day", BigDecimal.valueOf(24),
          "week", BigDecimal.valueOf(168),
          "month", BigDecimal.valueOf(730),
          "year", BigDecimal.valueOf(8760));

  /** A day that is also a day of the month. */
  private static final String DATE = "date";

  private final String code;
  private final LexiconFile file;
  private final Phrases<Lexeme> phrases = new Phrases<>();
  private final GluedNumbers glued = new GluedNumbers();
  private final Set<String> abbreviations = new HashSet<>();

  LexiconBuilder(String code, LexiconFile file) {
    this.code = code;
    this.file = file;
  }

  Lexicon build() {
    addNumbers();
    addLimits();
    addMoney();
    addUnits();
    each(file.cues(), cue -> new Lexeme.Sign(cue));
    Set<String> places = PlaceNames.in(code);
    places.forEach(place -> add(place, new Lexeme.Sign(Cue.PLACE)));
    list(file.abbreviations()).forEach(word -> abbreviations.add(withoutStop(word)));
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(ULocale.forLanguageTag(code));
    String decimal = file.decimal() != null ? file.decimal() : symbols.getDecimalSeparatorString();
    String grouping =
        file.grouping() != null ? file.grouping() : symbols.getGroupingSeparatorString();
    return new Lexicon(
        code,
        decimal.charAt(0),
        grouping.replace('\u00A0', ' ').replace('\u202F', ' '),
        longestFirst(file.clitics()),
        longestFirst(file.articles()),
        longestFirst(file.enclitics()),
        longestFirst(file.endings()),
        abbreviations,
        Places.of(places, list(file.places())),
        phrases.trie(),
        phrases.words(),
        glued,
        years(file.years()));
  }

  private static Lexicon.@Nullable Years years(@Nullable String range) {
    if (range == null) {
      return null;
    }
    String[] ends = range.split("-", 2);
    return new Lexicon.Years(new BigDecimal(ends[0]), new BigDecimal(ends[1]));
  }

  private static List<String> longestFirst(@Nullable List<String> affixes) {
    return list(affixes).stream()
        .map(Fold::of)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private void addNumbers() {
    each(file.numbers(), Lexeme.Atom::new);
    each(file.powers(), value -> new Lexeme.Power(value, false));
    addPowerAbbreviations();
    each(file.roundedPowers(), value -> new Lexeme.Power(value, false));
    each(file.roundedPowers(), value -> new Lexeme.RoughPower());
    list(file.powerAbbreviations()).forEach(form -> abbreviations.add(withoutStop(form)));
    each(file.vague(), Lexeme.Vague::new);
    each(file.several(), range -> ranged(range, Lexeme.Several::new));
    each(file.rounded(), Lexeme.Rounded::new);
    all(file.bands(), new Lexeme.Band());
    all(file.tenths(), new Lexeme.Tenths());
    all(file.inverted(), new Lexeme.Inverted());
    all(file.plusHalf(), new Lexeme.PlusHalf());
    each(file.minorUnits(), Lexeme.Minor::new);
    all(file.point(), new Lexeme.Point());
    each(file.parts(), Lexeme.Parts::new);
    all(file.joiners(), new Lexeme.Joiner());
    all(file.odd(), new Lexeme.Odd());
    // Signs that every language writes: $100+ million, 1½ years.
    add("+", new Lexeme.Odd());
    add("½", new Lexeme.PlusHalf());
    add("½", new Lexeme.Atom(new BigDecimal("0.5")));
    all(file.of(), new Lexeme.Of());
    each(file.ranges(), Lexeme.Range::new);
    addGlued();
  }

  private void addGlued() {
    glue(file.numbers(), Lexeme.Atom::new);
    glue(file.powers(), value -> new Lexeme.Power(value, false));
    list(file.joiners()).stream()
        .filter(form -> form.length() > 1)
        .forEach(form -> glued.addJoiner(Fold.of(form)));
    LexiconFile.Glued more = file.glued();
    if (more != null) {
      glue(more.numbers(), Lexeme.Atom::new);
      glue(more.powers(), value -> new Lexeme.Power(value, false));
      list(more.ordinary()).forEach(word -> glued.addOrdinary(Fold.of(word)));
    }
  }

  /** Those of one or two letters need digits before them: m is also a metre, and bn a name. */
  private void addPowerAbbreviations() {
    if (file.powerAbbreviations() != null) {
      file.powerAbbreviations()
          .forEach(
              (value, forms) ->
                  forms.forEach(
                      form -> add(form, new Lexeme.Power(value, withoutStop(form).length() < 3))));
    }
  }

  private <K> void glue(@Nullable Map<K, List<String>> forms, Function<K, Lexeme> lexeme) {
    if (forms != null) {
      forms.forEach(
          (key, list) ->
              list.forEach(form -> glued.add(Fold.of(form.replace("~", "")), lexeme.apply(key))));
    }
  }

  /** {@code 2-10} as the range that the word means; {@code 336} as one that has no width. */
  private static Lexeme ranged(String range, BiFunction<BigDecimal, BigDecimal, Lexeme> lexeme) {
    String[] ends = range.split("-", 2);
    return lexeme.apply(new BigDecimal(ends[0]), new BigDecimal(ends[ends.length - 1]));
  }

  private void addLimits() {
    each(file.limitsBefore(), kind -> new Lexeme.Limit(kind, true));
    list(file.limitsBefore()).stream()
        .filter(form -> form.endsWith("."))
        .forEach(form -> abbreviations.add(withoutStop(form)));
    each(file.limitsAfter(), kind -> new Lexeme.Limit(kind, false));
  }

  private void addMoney() {
    Currencies.standard().signs().forEach((sign, code) -> add(sign, currency(code)));
    for (String iso : CurrencyNames.codes()) {
      add(iso, new Lexeme.Currency(iso, true));
    }
    CurrencyNames.in(code).forEach((iso, names) -> names.forEach(name -> add(name, currency(iso))));
    each(file.currencies(), LexiconBuilder::currency);
  }

  private static Lexeme currency(String codeOrType) {
    return new Lexeme.Currency(codeOrType, false);
  }

  private void addUnits() {
    each(file.time(), LexiconBuilder::time);
    each(file.spans(), range -> ranged(range, Lexeme.Span::new));
    each(file.ago(), Lexeme.Ago::new);
    all(file.during(), new Lexeme.During());
    all(file.deictics(), new Lexeme.Deictic());
    all(file.per(), new Lexeme.Per());
    each(file.rates(), Lexeme.Rate::new);
    all(file.chips(), new Lexeme.ChipNoun());
    all(file.counters(), new Lexeme.Counter());
    each(file.ofThem(), Lexeme.OfThem::new);
    all(file.systems(), new Lexeme.Host());
    all(file.each(), new Lexeme.Each());
    all(file.cores(), new Lexeme.Core());
    all(file.ofType(), new Lexeme.OfType());
    each(file.letters(), Lexeme.Letter::new);
    each(file.chipTime(), unit -> new Lexeme.ChipTime(hours(unit)));
  }

  private static Lexeme time(String unit) {
    return unit.equals(DATE)
        ? new Lexeme.Time("day", hours("day"), true)
        : new Lexeme.Time(unit, hours(unit), false);
  }

  private static BigDecimal hours(String unit) {
    BigDecimal hours = HOURS.get(unit);
    if (hours == null) {
      throw new IllegalArgumentException("no unit of time: " + unit);
    }
    return hours;
  }

  private <K> void each(@Nullable Map<K, List<String>> forms, Function<K, Lexeme> lexeme) {
    if (forms != null) {
      forms.forEach((key, list) -> all(list, lexeme.apply(key)));
    }
  }

  private void all(@Nullable List<String> forms, Lexeme lexeme) {
    list(forms).forEach(form -> add(form, lexeme));
  }

  private void add(String form, Lexeme lexeme) {
    phrases.add(form, lexeme);
  }

  private static List<String> list(@Nullable List<String> forms) {
    return forms == null ? List.of() : forms;
  }

  private static <K> List<String> list(@Nullable Map<K, List<String>> forms) {
    return forms == null ? List.of() : forms.values().stream().flatMap(List::stream).toList();
  }

  private static String withoutStop(String word) {
    String folded = Fold.of(word);
    return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
  }
}
