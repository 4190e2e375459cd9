package costwire.extract;

import costwire.extract.claim.Draft;
import costwire.extract.claim.Drafts;
import costwire.extract.claim.Located;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Currencies;
import costwire.extract.rate.Rates;
import costwire.extract.text.Han;
import costwire.extract.text.Languages;
import costwire.ingest.Article;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way into the extraction: an article in, its claims out. Pure: no clock, no network, no Kafka;
 * the same article gives the same claims. Safe for use by many threads.
 */
public final class Extractor {
  /** Of this extractor; claims carry it. */
  public static final String VERSION = "1";

  /** Characters of title and text that tell the language. */
  private static final int SAMPLE = 4_000;

  private final Languages languages;
  private final Drafts drafts;
  private final ClaimFactory factory;

  private Extractor(Languages languages, Drafts drafts, Rates rates) {
    this.languages = languages;
    this.drafts = drafts;
    this.factory = new ClaimFactory(rates);
  }

  /** The extractor with the lexicons, catalogues and models that come with it. */
  public static Extractor standard() {
    return Standard.EXTRACTOR;
  }

  /**
   * This extractor, with rates of exchange in the XML in which the European Central Bank publishes
   * them before its own.
   *
   * @throws IllegalArgumentException if it is no such file
   */
  public Extractor convertingBy(InputStream ecbXml) {
    return new Extractor(languages, drafts, Rates.standard().with(ecbXml));
  }

  /** Read once: the catalogues and the language model take seconds. */
  private static final class Standard {
    static final Extractor EXTRACTOR =
        new Extractor(Languages.standard(), new Drafts(), Rates.standard());
  }

  /** The article's claims, in the order of their quotes: those of the title first. */
  public List<Claim> extract(Article article) {
    if (!mayHaveClaims(article)) {
      return List.of();
    }
    String language = language(article);
    String locale = locale(article, language);
    List<Claim> claims = new ArrayList<>();
    for (Draft draft : drafts.of(language, article.title(), article.text())) {
      claims.add(factory.claim(article, language, locale, draft));
    }
    return List.copyOf(claims);
  }

  /** Whether the article has words of compute in any language; most have none. */
  boolean mayHaveClaims(Article article) {
    return drafts.mayBeIn(article.title(), article.text());
  }

  /** Every amount of money, chip and duration in the article, claim or not, in order. */
  public List<Entity> entities(Article article) {
    String language = language(article);
    String locale = locale(article, language);
    List<Entity> entities = new ArrayList<>();
    for (Located found : drafts.amounts(language, article.title(), article.text())) {
      entities.add(entity(article, locale, found));
    }
    return List.copyOf(entities);
  }

  /**
   * What the article is written in: found out from its text; the page's word for it may be wrong.
   */
  private String language(Article article) {
    String sample = sample(article);
    String said = article.language();
    String found = drafts.language(sample, languages.of(sample));
    return found.equals(Languages.UNKNOWN) && said != null ? said : found;
  }

  /** The language, and how it is written where that tells whose money is meant. */
  private static String locale(Article article, String language) {
    return language.equals("zh") && Han.isTraditional(sample(article)) ? "zh-Hant" : language;
  }

  private static String sample(Article article) {
    String whole = article.title() + "\n" + article.text();
    return whole.length() > SAMPLE ? whole.substring(0, SAMPLE) : whole;
  }

  private static Entity entity(Article article, String locale, Located found) {
    Amount amount = found.amount();
    int start = found.passage().startOf(amount);
    int end = found.passage().endOf(amount);
    String field = found.passage().inTitle() ? article.title() : article.text();
    boolean counted = amount.quantity() != null;
    return new Entity(
        article.id(),
        found.passage().inTitle() ? "title" : "text",
        start,
        end,
        field.substring(start, end),
        kind(amount),
        amount.low(),
        amount.best(),
        amount.high(),
        counted ? unit(amount, locale, article.publisher()) : null,
        counted ? amount.bound() : null,
        amount.per(),
        amount.chip() == null ? null : amount.chip().id());
  }

  private static Entity.Kind kind(Amount amount) {
    return switch (amount.measure()) {
      case COST -> Entity.Kind.MONEY;
      case CHIPS, CHIP_HOURS -> Entity.Kind.CHIP;
      case DURATION -> Entity.Kind.DURATION;
    };
  }

  static String unit(Amount amount, String locale, @Nullable String publisher) {
    return Currencies.standard().resolve(amount.unit(), locale, publisher);
  }
}
