package costwire.ingest.page;

/** Counts text in units that mean the same in every script. */
final class Letters {
  private Letters() {}

  /**
   * How much a character says, in tenths of a Latin letter: an ideograph or a syllable says more.
   */
  static int weight(int c) {
    if (c < 0x1100) {
      return 10;
    }
    if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c >= 0x20000) {
      return 25;
    }
    boolean kana = c >= 0x3041 && c <= 0x30ff;
    boolean hangul = (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff);
    return kana || hangul ? 20 : 10;
  }

  /** How much a text says, in Latin letters. */
  static int of(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      weight += Character.isHighSurrogate(c) ? 0 : Character.isLowSurrogate(c) ? 25 : weight(c);
    }
    return weight / 10;
  }

  /** Whether a sentence may end with it, in any script. */
  static boolean isStop(char c) {
    if (c < 0x80) {
      return c == '.' || c == '!' || c == '?';
    }
    switch (c) {
      case '\u2026', '\u3002', '\uff01', '\uff1f', '\uff61', '\uff0e':
      case '\u061f', '\u06d4', '\u0964', '\u0965', '\u1362', '\u104b', '\u17d4', '\u0589':
        return true;
      default:
        return false;
    }
  }

  /** Whether it takes no room or ends up as a plain space. */
  static boolean isSpace(char c) {
    if ((c > ' ' && c < '\u00a0') || (c > '\u00a0' && c < '\u2000') || c > '\u3000') {
      return false;
    }
    return c <= ' '
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u202f';
  }

  /** Left by editors and templates; says nothing to a reader, and splits words for a machine. */
  static boolean isInvisible(char c) {
    if (c < '\u00ad' || (c > '\u2060' && c < '\ufeff')) {
      return false;
    }
    return c == '\u00ad' || c == '\ufeff' || c == '\u200b' || c == '\u2060';
  }
}
