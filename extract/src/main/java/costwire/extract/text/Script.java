package costwire.extract.text;

import java.lang.Character.UnicodeScript;

/** How the characters of a writing system run together into words. */
public enum Script {
  /** Latin, Greek, Cyrillic, Arabic, Devanagari …: words are parted by spaces. */
  ALPHABETIC,
  /** The Latin letters, kept apart so that {@code Nvidia的H800} falls into three. */
  LATIN,
  /** Parted by spaces, but particles cling to the word's end. */
  HANGUL,
  /** No spaces at all. */
  CONTINUOUS;

  public static Script of(char c) {
    if (c < 0x250) {
      return LATIN;
    }
    if (Character.isSurrogate(c)) {
      return CONTINUOUS;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case LATIN -> LATIN;
      case HANGUL -> HANGUL;
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, BOPOMOFO -> CONTINUOUS;
      default -> c == 'ー' || c == '々' || c == '〇' ? CONTINUOUS : ALPHABETIC;
    };
  }

  /** Letters, and what clings to them: combining marks, the joiners of Persian and Hindi. */
  static boolean isLetter(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (Character.isLetter(c) || Character.isSurrogate(c) || c == '〇' || c == '々' || c == 'ー') {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == 0x200C
        || c == 0x200D
        || c == 0x00AD;
  }

  /**
   * Whether digits belong to the word before them: names such as GPT-4 and А100 are written in
   * Latin, Greek and Cyrillic letters, while Arabic and Hebrew write prepositions onto numbers.
   */
  static boolean takesDigits(char c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.LATIN
        || script == UnicodeScript.GREEK
        || script == UnicodeScript.CYRILLIC;
  }

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c > 0x80 && Character.isDigit(c));
  }
}
