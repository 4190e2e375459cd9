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
    for (int tag = markup.indexOf('<'); tag >= 0; tag = markup.indexOf('<', tag + 1)) {
      int from = markup.startsWith("/", tag + 1) ? tag + 2 : tag + 1;
      if (isTooLong(markup, from)) {
        mended = mended == null ? new StringBuilder(markup.length() + 16) : mended;
        mended.append(markup, copied, from + MOST).append(' ');
        copied = from + MOST;
      }
    }
    return mended == null ? markup : mended.append(markup, copied, markup.length()).toString();
  }

  /** Whether a name begins here that does not end in time. */
  private static boolean isTooLong(String markup, int from) {
    if (markup.length() <= from + MOST || !opens(markup.charAt(from))) {
      return false;
    }
    int at = from;
    while (at <= from + MOST && !ends(markup.charAt(at))) {
      at++;
    }
    return at > from + MOST;
  }

  private static boolean opens(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean ends(char c) {
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
