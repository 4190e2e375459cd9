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
    int length = -1;
    for (int i = 0; i < markup.length(); i++) {
      char c = markup.charAt(i);
      if (length < 0) {
        length = c == '<' ? 0 : -1;
      } else if (length == 0 ? !opens(c) : ends(c)) {
        length = c == '<' ? 0 : -1;
      } else if (c != '/' && ++length > MOST) {
        mended = mended == null ? new StringBuilder(markup.length() + 16) : mended;
        mended.append(markup, copied, i).append(' ');
        copied = i;
        length = -1;
      }
    }
    return mended == null ? markup : mended.append(markup, copied, markup.length()).toString();
  }

  /** What may stand right behind the bracket of a tag. */
  private static boolean opens(char c) {
    return c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean ends(char c) {
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
