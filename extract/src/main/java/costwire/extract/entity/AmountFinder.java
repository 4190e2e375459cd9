package costwire.extract.entity;

import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Reading;
import costwire.extract.number.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** A name finder whose names are amounts: each span knows its value. */
public abstract class AmountFinder implements TokenNameFinder {
  /** No sum, count or time on earth is as large: what is was misread. */
  private static final BigDecimal BEYOND = BigDecimal.TEN.pow(24);

  private final Lexicon lexicon;

  AmountFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public Span[] find(String[] tokens) {
    return find(Reading.of(tokens, lexicon)).toArray(Span[]::new);
  }

  /** The amounts of a sentence, in order, none overlapping another. */
  public List<Amount> find(Reading reading) {
    List<Amount> found = new ArrayList<>();
    Search search = search(reading);
    for (int i = 0; i < reading.size(); ) {
      Amount amount = search.at(i);
      if (amount != null && isConceivable(amount) && search.counts(amount)) {
        found.add(amount);
      }
      i = amount == null ? i + 1 : Math.max(i + 1, amount.getEnd());
    }
    return found;
  }

  private static boolean isConceivable(Amount amount) {
    Quantity quantity = amount.quantity();
    return quantity == null || quantity.high().compareTo(BEYOND) < 0;
  }

  abstract Search search(Reading reading);

  @Override
  public void clearAdaptiveData() {
    // Every sentence is read by itself.
  }

  /** Reads one sentence. */
  interface Search {
    /** The amount that begins at the token, or null. */
    @Nullable Amount at(int token);

    /** Whether the amount is one for the words around it. */
    default boolean counts(Amount amount) {
      return true;
    }
  }
}
