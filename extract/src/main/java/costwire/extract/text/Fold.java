package costwire.extract.text;

import java.text.Normalizer;

/**
 * The form in which words are compared: lower case, digits of every script as ASCII, spelling
 * variants that carry no meaning made one (Greek accents, Arabic letter forms, wide Latin).
 */
public final class Fold {
  private Fold() {}

  /** The folded form of a word; its length may differ from the word's. */
  public static String of(String written) {
    String word = composed(written);
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = of(word.charAt(i));
      if (c != 0) {
        out.append(c);
      }
    }
    return out.isEmpty() ? word : out.toString();
  }

  /** Letters and accents that a text keeps apart, put together: e and ´ are é. */
  private static String composed(String word) {
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c >= 0x0300 && c <= 0x036F) || c == 0x3099 || c == 0x309A) {
        return Normalizer.normalize(word, Normalizer.Form.NFC);
      }
    }
    return word;
  }

  /** One character folded, or 0 for one that only decorates another. */
  public static char of(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    if (isDecoration(c)) {
      return 0;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return of((char) (c - 0xFEE0));
    }
    char mapped = mapped(c);
    return mapped != c ? mapped : withoutAccent(Character.toLowerCase(c));
  }

  private static boolean isDecoration(char c) {
    return (c >= 0x064B && c <= 0x065F) // Arabic vowel signs
        || c == 0x0670
        || c == 0x0640 // tatweel
        || (c >= 0x0591 && c <= 0x05C7 && c != 0x05BE) // Hebrew points, but the maqaf joins words
        || c == 0x0301 // stress marks in Cyrillic
        || c == 0x093C // the dot below of Hindi, and that of Bengali: part of the letter or not
        || c == 0x09BC
        || c == 0x00AD
        || c == 0x200D;
  }

  private static char mapped(char c) {
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ی', 'ئ' -> 'ي';
      case 'ک' -> 'ك';
      case 'ة', 'ۀ' -> 'ه';
      case 'ؤ' -> 'و';
      case 'ς' -> 'σ';
      // Letters of Hindi and Bengali that have their dot in them
      case '\u0958' -> '\u0915';
      case '\u0959' -> '\u0916';
      case '\u095A' -> '\u0917';
      case '\u095B' -> '\u091C';
      case '\u095E' -> '\u092B';
      case '\u095F' -> '\u092F';
      case '\u095C' -> '\u0921';
      case '\u095D' -> '\u0922';
      case '\u09DC' -> '\u09A1';
      case '\u09DD' -> '\u09A2';
      case '\u09DF' -> '\u09AF';
      case 'İ', 'ı' -> 'i';
      case 'ș', 'Ș' -> 'ş';
      case 'ț', 'Ț' -> 'ţ';
      case '’', '‘', 'ʼ', '′', '`', '´', '׳' -> '\'';
      case '“', '”', '„', '«', '»', '″', '‟', '״', '「', '」', '『', '』', '《', '》', '〈', '〉' -> '"';
      case '‐', '‑', '‒', '–', '—', '―', '−', '־', '﹣', '〜', '～' -> '-';
      case '、' -> ',';
      case '。' -> '.';
      default -> c;
    };
  }

  /** Greek and Cyrillic accents are optional in print; Latin ones tell words apart. */
  private static char withoutAccent(char c) {
    if ((c >= 0x0370 && c <= 0x03FF) || (c >= 0x1F00 && c <= 0x1FFF) || c == 'ё') {
      char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
      return base == 'ς' ? 'σ' : base;
    }
    return c;
  }
}
