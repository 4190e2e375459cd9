package costwire.extract.text;

import com.ibm.icu.text.Transliterator;

/** How Chinese is written: in Taiwan and Hong Kong otherwise than on the mainland. */
public final class Han {
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");

  private Han() {}

  /** Whether more characters have their old form than their new one. */
  public static boolean isTraditional(String text) {
    return changed(text, SIMPLIFIED) > changed(text, TRADITIONAL);
  }

  private static int changed(String text, Transliterator how) {
    String other = how.transliterate(text);
    int most = Math.min(text.length(), other.length());
    int changed = 0;
    for (int i = 0; i < most; i++) {
      changed += text.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return changed;
  }
}
