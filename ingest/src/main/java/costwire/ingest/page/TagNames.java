package costwire.ingest.page;

/**
 * Keeps the names of tags short: jsoup 1.24 copies a name anew with each piece of it that it reads,
 * so that one of a megabyte takes gigabytes and minutes.
 */
public final class TagNames {
  /** Longer than any element's name. */
  private static final int MOST = 200;

  private TagNames() {}

  /** The same markup with a blank in every name that is too long; one walk. */
  public static String bounded(String markup) {
    StringBuilder mended = null;
    int copied = 0;
    int next = 0;
    for (int tag = markup.indexOf('<'); tag >= 0; tag = markup.indexOf('<', next)) {
      int from = markup.startsWith("/", tag + 1) ? tag + 2 : tag + 1;
      // A bracket within a name is a part of it.
      boolean named = from < markup.length() && opens(markup.charAt(from));
      next = named ? nameEnd(markup, from) : from;
      if (next > from + MOST) {
        next = from + MOST;
        mended = mended == null ? new StringBuilder(markup.length() + 16) : mended;
        mended.append(markup, copied, next).append(' ');
        copied = next;
      }
    }
    return mended == null ? markup : mended.append(markup, copied, markup.length()).toString();
  }

  /** Where the name that begins here ends; looks no further than a name goes. */
  private static int nameEnd(CharSequence markup, int from) {
    int most = Math.min(markup.length(), from + MOST + 1);
    int at = from;
    while (at < most && !ends(markup.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * Whether {@link #bounded} would change nothing; says no sometimes where it would not. A name
   * that is too long covers a character of every {@link #MOST}: those alone are looked at, and what
   * stands around them.
   */
  static boolean areShort(CharSequence markup) {
    for (int at = MOST; at < markup.length(); at += MOST) {
      int start = nameStart(markup, at);
      if (start >= 0 && nameEnd(markup, start) - start > MOST) {
        return false;
      }
    }
    return true;
  }

  /**
   * The earliest place before this one where a name may begin that covers it; -1: there is none.
   */
  private static int nameStart(CharSequence markup, int at) {
    int start = -1;
    int least = Math.max(0, at - MOST - 1);
    for (int i = at; i >= least && !ends(markup.charAt(i)); i--) {
      start = markup.charAt(i) == '<' ? i + 1 : start;
      boolean closes = i > 1 && markup.charAt(i - 1) == '/' && markup.charAt(i - 2) == '<';
      start = closes ? i : start;
    }
    return start;
  }

  private static boolean opens(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean ends(char c) {
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
