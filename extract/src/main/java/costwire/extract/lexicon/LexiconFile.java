package costwire.extract.lexicon;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One language's file as it is written; README.md beside the files says what goes where. Every list
 * may be missing.
 */
@JsonIgnoreProperties(ignoreUnknown = false)
record LexiconFile(
    String name,
    @Nullable String decimal,
    @Nullable String grouping,
    @Nullable List<String> clitics,
    @Nullable List<String> articles,
    @Nullable List<String> enclitics,
    @Nullable List<String> endings,
    @Nullable List<String> abbreviations,
    @Nullable Map<BigDecimal, List<String>> numbers,
    @Nullable Map<BigDecimal, List<String>> powers,
    @Nullable Map<BigDecimal, List<String>> powerAbbreviations,
    @Nullable Map<BigDecimal, List<String>> roundedPowers,
    @Nullable Map<BigDecimal, List<String>> vague,
    @Nullable Map<String, List<String>> several,
    @Nullable Map<BigDecimal, List<String>> rounded,
    @Nullable List<String> bands,
    @Nullable List<String> tenths,
    @Nullable List<String> inverted,
    @Nullable Glued glued,
    @Nullable List<String> plusHalf,
    @Nullable Map<BigDecimal, List<String>> minorUnits,
    @Nullable List<String> point,
    @Nullable Map<BigDecimal, List<String>> parts,
    @Nullable List<String> joiners,
    @Nullable List<String> odd,
    @Nullable List<String> of,
    @Nullable Map<Lexeme.Range.Place, List<String>> ranges,
    @Nullable Map<Lexeme.Limit.Kind, List<String>> limitsBefore,
    @Nullable Map<Lexeme.Limit.Kind, List<String>> limitsAfter,
    @Nullable Map<String, List<String>> currencies,
    @Nullable Map<String, List<String>> time,
    @Nullable Map<String, List<String>> spans,
    @Nullable Map<Lexeme.Side, List<String>> ago,
    @Nullable List<String> during,
    @Nullable List<String> deictics,
    @Nullable String years,
    @Nullable List<String> per,
    @Nullable Map<String, List<String>> rates,
    @Nullable List<String> chips,
    @Nullable List<String> counters,
    @Nullable Map<Lexeme.Side, List<String>> ofThem,
    @Nullable List<String> systems,
    @Nullable List<String> each,
    @Nullable List<String> cores,
    @Nullable List<String> ofType,
    @Nullable Map<String, List<String>> letters,
    @Nullable Map<String, List<String>> chipTime,
    @Nullable List<String> places,
    @Nullable Map<Cue, List<String>> cues) {

  /**
   * Number words that count only inside a longer one, and words that only look like numbers in one
   * word.
   */
  record Glued(
      @Nullable Map<BigDecimal, List<String>> numbers,
      @Nullable Map<BigDecimal, List<String>> powers,
      @Nullable List<String> ordinary) {}

  /** The words of some cues, for chips and for chips' time. */
  Set<String> subjects(Set<Cue> wanted) {
    Set<String> words = new HashSet<>(chips == null ? List.of() : chips);
    if (chipTime != null) {
      chipTime.values().forEach(words::addAll);
    }
    if (cues != null) {
      wanted.forEach(cue -> words.addAll(cues.getOrDefault(cue, List.of())));
    }
    return words;
  }
}
