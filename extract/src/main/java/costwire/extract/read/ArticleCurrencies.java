package costwire.extract.read;

import costwire.extract.Measure;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Currencies;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The currencies that an article names in full: where it says Jordanian dinars once, its other
 * dinars are Jordanian too, unless it names two kinds.
 */
final class ArticleCurrencies {
  private final Currencies currencies = Currencies.standard();
  private final Map<String, Set<String>> named = new HashMap<>();

  private ArticleCurrencies() {}

  /** The passages with every sum in the one currency of its name that the article speaks of. */
  static List<Passage> resolved(List<Passage> passages) {
    ArticleCurrencies article = new ArticleCurrencies();
    if (passages.stream().flatMap(p -> p.amounts().stream()).noneMatch(article::isOpen)) {
      return passages;
    }
    passages.forEach(passage -> article.add(passage.reading()));
    return passages.stream().map(article::resolve).toList();
  }

  private boolean isOpen(Amount amount) {
    return amount.measure() == Measure.COST && currencies.isNamedByArticle(amount.unit());
  }

  private void add(Reading reading) {
    for (int token = 0; token < reading.size(); token++) {
      Mark mark = reading.longest(token, Lexeme.Currency.class);
      if (mark != null) {
        String code = ((Lexeme.Currency) mark.lexeme()).codeOrType();
        currencies
            .typesOf(code)
            .forEach(type -> named.computeIfAbsent(type, any -> new HashSet<>()).add(code));
      }
    }
  }

  private Passage resolve(Passage passage) {
    boolean asItIs =
        Stream.concat(passage.amounts().stream(), passage.supposed().stream())
            .allMatch(amount -> meant(amount) == null);
    return asItIs
        ? passage
        : passage.with(
            passage.amounts().stream().map(this::resolve).toList(),
            passage.supposed().stream().map(this::resolve).toList());
  }

  private Amount resolve(Amount amount) {
    String code = meant(amount);
    return code == null ? amount : amount.in(code);
  }

  private @Nullable String meant(Amount amount) {
    Set<String> codes = isOpen(amount) ? named.getOrDefault(amount.unit(), Set.of()) : Set.of();
    return codes.size() == 1 ? codes.iterator().next() : null;
  }
}
