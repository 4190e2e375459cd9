package costwire.extract.lexicon;

import costwire.extract.text.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words of one language mean to the extractor.
 *
 * @param code ISO 639-1 code
 * @param decimal the sign before a fraction
 * @param grouping the signs that part thousands
 * @param clitics small words written onto the front of the next, longest first, folded
 * @param articles those of the clitics that names do not bear, folded
 * @param enclitics pronouns written onto the end of a word, longest first, folded
 * @param endings what the language puts behind foreign names, longest first, folded
 * @param abbreviations folded words whose full stop ends no sentence
 * @param places towns, regions and countries, as the language calls them
 * @param phrases everything else
 * @param words its words that no space sets apart
 * @param glued its numbers written in one word
 * @param ownYears the years of our time in a calendar of its own; null if it has none
 */
public record Lexicon(
    String code,
    char decimal,
    String grouping,
    List<String> clitics,
    List<String> articles,
    List<String> enclitics,
    List<String> endings,
    Set<String> abbreviations,
    Places places,
    PhraseTrie<Lexeme> phrases,
    Words words,
    GluedNumbers glued,
    @Nullable Years ownYears) {
  /** From one year to another. */
  public record Years(BigDecimal first, BigDecimal last) {}

  public Lexicon {
    clitics = List.copyOf(clitics);
    articles = List.copyOf(articles);
    enclitics = List.copyOf(enclitics);
    endings = List.copyOf(endings);
    abbreviations = Set.copyOf(abbreviations);
  }

  /** Whether the number reads like a year of our time in the language's own calendar. */
  public boolean isOwnYear(BigDecimal number) {
    return ownYears != null
        && number.compareTo(ownYears.first()) >= 0
        && number.compareTo(ownYears.last()) <= 0;
  }

  /** Whether thousands are parted by spaces. */
  public boolean groupsBySpace() {
    return grouping.indexOf(' ') >= 0;
  }
}
