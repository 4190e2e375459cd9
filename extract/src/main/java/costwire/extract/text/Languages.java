package costwire.extract.text;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Finds out which language a text is in: by its script where that is one language's own, else with
 * OpenNLP's model of 103 languages.
 */
public final class Languages {
  /** What a text too short to tell is in. */
  public static final String UNKNOWN = "und";

  /** Characters looked at: enough to tell, and the model's time grows with them. */
  private static final int SAMPLE = 1_500;

  /** Where words are looked for. */
  private static final int LOOKED_AT = 40_000;

  /** In the scripts that part their words; the longest compounds are shorter. */
  private static final Pattern NO_WORD =
      Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{IsArabic}\\p{IsHebrew}]{100,}+");

  private static final int FEWEST_LETTERS = 8;
  private static final String MODEL = "/langdetect-183.bin";

  private static final Map<UnicodeScript, String> SCRIPTS =
      new EnumMap<>(
          Map.of(
              UnicodeScript.GREEK, "el",
              UnicodeScript.HEBREW, "he",
              UnicodeScript.THAI, "th",
              UnicodeScript.HANGUL, "ko",
              UnicodeScript.BENGALI, "bn"));

  /**
   * Languages whose news is read with the lexicon of a wider one, and those that the model takes a
   * short text of it for.
   */
  private static final Map<String, String> WIDER =
      Map.ofEntries(
          Map.entry("cmn", "zh"),
          Map.entry("arb", "ar"),
          Map.entry("pes", "fa"),
          Map.entry("pnb", "ur"),
          Map.entry("nob", "no"),
          Map.entry("nno", "no"),
          Map.entry("nb", "no"),
          Map.entry("nn", "no"),
          Map.entry("bs", "hr"),
          Map.entry("lvs", "lv"),
          Map.entry("ekk", "et"),
          Map.entry("ind", "id"),
          Map.entry("su", "id"),
          Map.entry("jv", "id"));

  private final LanguageDetector detector;

  private Languages(LanguageDetector detector) {
    this.detector = detector;
  }

  /** The detector with the model that comes on the class path. */
  public static Languages standard() {
    try (InputStream model = Languages.class.getResourceAsStream(MODEL)) {
      if (model == null) {
        throw new IllegalStateException(
            "the language model " + MODEL + " is not on the class path");
      }
      return new Languages(new LanguageDetectorME(new LanguageDetectorModel(model)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** ISO 639-1 code (639-3 where there is none), or {@link #UNKNOWN}. */
  public String of(String text) {
    String sample = sample(text);
    Map<UnicodeScript, Integer> letters = lettersByScript(sample);
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    if (all < FEWEST_LETTERS) {
      return UNKNOWN;
    }
    int kana =
        letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
    int han = letters.getOrDefault(UnicodeScript.HAN, 0);
    // Company names in Latin letters may outnumber the characters around them.
    if ((kana + han) * 4 > all) {
      return kana * 8 > han ? "ja" : "zh";
    }
    for (Map.Entry<UnicodeScript, String> script : SCRIPTS.entrySet()) {
      if (letters.getOrDefault(script.getKey(), 0) * 3 > all) {
        return script.getValue();
      }
    }
    return narrow(detector.predictLanguage(withoutDigits(sample)).getLang());
  }

  /** The beginning of what is words: a page may begin with one of ten thousand letters. */
  private static String sample(String text) {
    String beginning = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    String words = NO_WORD.matcher(beginning).replaceAll(" ");
    return words.length() > SAMPLE ? words.substring(0, SAMPLE) : words;
  }

  /** The model knows Devanagari digits from Marathi alone, and Hindi has them too. */
  private static String withoutDigits(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      if (Character.isDigit(out.charAt(i))) {
        out.setCharAt(i, ' ');
      }
    }
    return out.toString();
  }

  private static String narrow(String code) {
    String wider = WIDER.get(code);
    if (wider != null) {
      return wider;
    }
    String two = ULocale.forLanguageTag(code).getLanguage();
    return WIDER.getOrDefault(two, two.isEmpty() ? UNKNOWN : two);
  }

  private static Map<UnicodeScript, Integer> lettersByScript(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        counts.merge(UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    return counts;
  }
}
