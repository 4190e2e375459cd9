package costwire.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Verifier;

/** Mends markup before it is parsed, in one pass. */
final class Tidy {
  /** Tags beyond are cut off: bounds the tree of what is read. */
  private static final int MAX_TAGS = 400_000;

  /** As are ampersands to be mended: each becomes five characters. */
  private static final int MAX_BARE = 100_000;

  private static final String CDATA = "<![CDATA[";
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Tidy() {}

  /**
   * Ampersands that begin no reference become one that stands for themselves, so that no parser
   * takes the {@code &copy} of an address for a sign; what is literal stays as it is.
   */
  static String markup(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    Matcher reference = REFERENCE.matcher(text);
    int tags = 0;
    int bare = 0;
    for (int at = 0; at < text.length() && tags < MAX_TAGS && bare < MAX_BARE; at++) {
      char c = text.charAt(at);
      if (c == '<' && text.startsWith(CDATA, at)) {
        int end = text.indexOf("]]>", at);
        int next = end < 0 ? text.length() : end + 3;
        out.append(text, at, next);
        at = next - 1;
      } else if (c == '&' && !reference.region(at, text.length()).lookingAt()) {
        out.append("&amp;");
        bare++;
      } else {
        out.append(c);
      }
      tags += c == '<' ? 1 : 0;
    }
    return out.toString();
  }

  /** Without what XML cannot carry; control characters of a mistaken charset as they were meant. */
  static String legal(String text) {
    if (text.chars().noneMatch(Tidy::isOdd)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static boolean isOdd(int c) {
    return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || c >= 0xd800;
  }

  private static void append(StringBuilder out, int c) {
    if (c >= 0x80 && c < 0xa0) {
      String meant = new String(Character.toString(c).getBytes(ISO_8859_1), WINDOWS);
      out.append(meant.equals("\ufffd") ? " " : meant);
    } else if (c == 0x0b || c == '\f' || c == '\r') {
      out.append(' ');
    } else if (Verifier.isXMLCharacter(c)) {
      out.appendCodePoint(c);
    }
  }
}
