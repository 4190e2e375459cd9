package costwire.ingest.page;

/** Counts text in units that mean the same in every script. */
final class Letters {
  /** Any but the plain one. */
  private static final byte SPACE = 1;

  private static final byte INVISIBLE = 2;
  private static final byte STOP = 4;
  private static final byte SYLLABLE = 8;
  private static final byte IDEOGRAPH = 16;

  /** The plain space, which stands between words as it is. */
  private static final byte BLANK = 32;

  /** In tenths of a Latin letter. */
  private static final int LETTER_WEIGHT = 10;

  private static final int SYLLABLE_WEIGHT = 20;
  private static final int IDEOGRAPH_WEIGHT = 25;

  /** What each UTF-16 unit is: every character of every page is asked for. */
  private static final byte[] KIND = kinds();

  private Letters() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    mark(kinds, SPACE, '\0', ' ');
    kinds[' '] = BLANK;
    mark(kinds, SPACE, '\u2000', '\u200a');
    for (char space : "\u00a0\u2028\u2029\u202f\u3000".toCharArray()) {
      kinds[space] |= SPACE;
    }
    for (char unseen : "\u00ad\u200b\u2060\ufeff".toCharArray()) {
      kinds[unseen] |= INVISIBLE;
    }
    String stops =
        ".!?\u2026\u3002\uff01\uff1f\uff61\uff0e\u061f\u06d4\u0964\u0965\u1362\u104b\u17d4\u0589";
    for (char stop : stops.toCharArray()) {
      kinds[stop] |= STOP;
    }
    mark(kinds, SYLLABLE, '\u1100', '\u11ff');
    mark(kinds, SYLLABLE, '\u3041', '\u30ff');
    mark(kinds, SYLLABLE, '\uac00', '\ud7a3');
    mark(kinds, IDEOGRAPH, '\u3400', '\u9fff');
    mark(kinds, IDEOGRAPH, '\uf900', '\ufaff');
    return kinds;
  }

  private static void mark(byte[] kinds, byte kind, char from, char to) {
    for (int c = from; c <= to; c++) {
      kinds[c] |= kind;
    }
  }

  /**
   * How much a character says, in tenths of a Latin letter: an ideograph or a syllable says more.
   */
  static int weight(char c) {
    byte kind = KIND[c];
    if ((kind & (SYLLABLE | IDEOGRAPH)) == 0) {
      return LETTER_WEIGHT;
    }
    return (kind & IDEOGRAPH) == 0 ? SYLLABLE_WEIGHT : IDEOGRAPH_WEIGHT;
  }

  /** How much a text says, in Latin letters. */
  static int of(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      weight +=
          Character.isHighSurrogate(c)
              ? 0
              : Character.isLowSurrogate(c) ? IDEOGRAPH_WEIGHT : weight(c);
    }
    return weight / LETTER_WEIGHT;
  }

  /** Whether a text says so much, in Latin letters; looks no further than it takes to know. */
  static boolean areAtLeast(int least, String text) {
    // A pair of surrogates says more than two letters, the first of them alone nothing.
    return of(text.substring(0, Math.min(text.length(), 2 * least))) >= least;
  }

  /** Whether a sentence may end with it, in any script. */
  static boolean isStop(char c) {
    return (KIND[c] & STOP) != 0;
  }

  /** Whether it takes no room or ends up as a plain space. */
  static boolean isSpace(char c) {
    return (KIND[c] & (SPACE | BLANK)) != 0;
  }

  /** Left by editors and templates; says nothing to a reader, and splits words for a machine. */
  static boolean isInvisible(char c) {
    return (KIND[c] & INVISIBLE) != 0;
  }

  /** Whether a reader sees it: it is neither a space nor invisible. */
  static boolean isSeen(char c) {
    return (KIND[c] & (SPACE | BLANK | INVISIBLE)) == 0;
  }

  /** Whether it stays as it is behind another: it is seen, or a blank behind no other blank. */
  static boolean joins(char before, char c) {
    return (KIND[c] & (SPACE | INVISIBLE | (KIND[before] & BLANK))) == 0;
  }
}
