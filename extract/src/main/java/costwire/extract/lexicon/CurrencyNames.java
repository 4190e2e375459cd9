package costwire.extract.lexicon;

import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.text.CurrencyMetaInfo.CurrencyFilter;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What CLDR calls the world's currencies in a language, in every plural form. */
final class CurrencyNames {
  /** Any day of the present; the currencies in use then are the ones looked for. */
  @SuppressWarnings("JavaUtilDate") // ICU asks for one
  private static final Date IN_USE = new Date(1_735_689_600_000L);

  private static final List<String> CODES =
      List.copyOf(
          new TreeSet<>(
              CurrencyMetaInfo.getInstance()
                  .currencies(CurrencyFilter.onDate(IN_USE).withTender())));

  private CurrencyNames() {}

  static List<String> codes() {
    return CODES;
  }

  /** Names by ISO code. */
  static Map<String, Set<String>> in(String language) {
    ULocale locale = ULocale.forLanguageTag(language);
    PluralRules plurals = PluralRules.forLocale(locale);
    Map<String, Set<String>> names = new TreeMap<>();
    for (String code : CODES) {
      Currency currency = Currency.getInstance(code);
      Set<String> forms = new TreeSet<>();
      forms.add(currency.getName(locale, Currency.LONG_NAME, null));
      for (String plural : plurals.getKeywords()) {
        forms.add(currency.getName(locale, Currency.PLURAL_LONG_NAME, plural, null));
      }
      forms.removeIf(name -> name == null || name.equals(code));
      names.put(code, forms);
    }
    return names;
  }
}
