package costwire.extract.read;

import costwire.extract.Measure;
import costwire.extract.catalogue.Catalogue;
import costwire.extract.catalogue.Chip;
import costwire.extract.catalogue.Mention;
import costwire.extract.entity.Amount;
import costwire.extract.entity.ChipFinder;
import costwire.extract.entity.Conversions;
import costwire.extract.entity.DurationFinder;
import costwire.extract.entity.ElidedUnits;
import costwire.extract.entity.MoneyFinder;
import costwire.extract.entity.Suppositions;
import costwire.extract.lexicon.Currencies;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Reading;
import costwire.extract.number.Quantity;
import costwire.extract.text.BreakSentenceDetector;
import costwire.extract.text.LexicalTokenizer;
import costwire.extract.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.util.Span;

/** Reads articles of one language: sentences, tokens, names, amounts. */
public final class ArticleReader {
  private final Lexicon lexicon;
  private final Catalogue catalogue;
  private final SentenceDetector sentences;
  private final Tokenizer tokenizer;
  private final ChipFinder chips;
  private final MoneyFinder money;
  private final DurationFinder durations;

  public ArticleReader(Lexicon lexicon, Catalogue catalogue) {
    this.lexicon = lexicon;
    this.catalogue = catalogue;
    this.sentences = new BreakSentenceDetector(lexicon.code(), lexicon.abbreviations());
    this.tokenizer =
        new LexicalTokenizer(
            lexicon.words().or(catalogue.words()),
            Currencies.standard().prefixes(),
            lexicon.groupsBySpace());
    this.chips = new ChipFinder(lexicon, catalogue);
    this.money = new MoneyFinder(lexicon);
    this.durations = new DurationFinder(lexicon);
  }

  /** The sentences of a field, read. */
  public List<Passage> read(String field, boolean inTitle) {
    List<Passage> passages = new ArrayList<>();
    ElidedUnits elided = new ElidedUnits();
    Suppositions suppositions = new Suppositions();
    for (Span span : sentences.sentPosDetect(field)) {
      Sentence sentence = sentence(field, span);
      if (sentence.size() > 0) {
        Reading reading = Reading.of(sentence, lexicon);
        List<Mention> mentions = catalogue.mentions(reading);
        List<Amount> amounts =
            elided.complete(
                reading, amounts(reading, mentions), number -> isNamed(number, mentions));
        List<Amount> supposed =
            suppositions.in(reading, amounts, number -> isNamed(number, mentions));
        passages.add(new Passage(inTitle, sentence, reading, mentions, amounts, supposed));
      }
    }
    return passages;
  }

  private Sentence sentence(String field, Span span) {
    String text = field.substring(span.getStart(), span.getEnd());
    Span[] tokens = tokenizer.tokenizePos(text);
    String[] words = Span.spansToStrings(tokens, text);
    Span[] placed = new Span[tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      placed[i] = new Span(tokens[i], span.getStart());
    }
    return new Sentence(text, span.getStart(), placed, words);
  }

  /**
   * The amounts of every kind; where two want the same words, the one that explains more has them.
   */
  private List<Amount> amounts(Reading reading, List<Mention> mentions) {
    List<Amount> all = new ArrayList<>(chips.find(reading));
    all.addAll(money.find(reading));
    all.addAll(durations.find(reading));
    all.sort(Comparator.comparingInt(ArticleReader::precedence).thenComparingInt(Span::getStart));
    List<Amount> kept = new ArrayList<>();
    for (Amount amount : all) {
      if (kept.stream().noneMatch(amount::intersects)
          && !isMaker(amount, all)
          && mentions.stream().noneMatch(mention -> isPartOf(amount, mention))) {
        kept.add(amount);
      }
    }
    kept.sort(Comparator.comparingInt(Span::getStart));
    return Conversions.bounded(reading, kept);
  }

  /** 11 912 AMD chips are no Armenian drams: a chip's name in the count was read as a currency. */
  private static boolean isMaker(Amount sum, List<Amount> all) {
    return sum.measure() == Measure.COST
        && all.stream()
            .anyMatch(
                chips ->
                    chips.measure() == Measure.CHIPS
                        && chips.quantity() != null
                        && chips.length() > sum.length()
                        && chips.contains(sum));
  }

  /** The 40 of Falcon 40B and the 36 of 36Kr count nothing, nor does the 5090 of a card money. */
  private static boolean isPartOf(Amount amount, Mention mention) {
    Quantity quantity = amount.quantity();
    return quantity != null
        && (!(mention.entry() instanceof Chip)
            || (amount.measure() == Measure.COST && mention.getStart() < quantity.from()))
        && !mention.isWeak()
        && mention.contains(quantity.from());
  }

  private static boolean isNamed(Span number, List<Mention> mentions) {
    return mentions.stream().anyMatch(mention -> mention.intersects(number));
  }

  private static int precedence(Amount amount) {
    if (amount.quantity() == null) {
      return 3;
    }
    return amount.measure() == Measure.CHIP_HOURS ? 0 : amount.measure() == Measure.COST ? 1 : 2;
  }
}
