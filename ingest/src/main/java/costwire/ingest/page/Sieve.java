package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes out of a page, before it is parsed, what no reader of articles looks at: comments, the
 * insides of styles and of scripts that state no facts, and most attributes. That is the larger
 * part of many a page, and parsing takes longer than all else.
 *
 * <p>Follows the markup as the parser would. From the first thing on that could be read in two ways
 * the page stays as it is.
 */
final class Sieve {
  private static final long ID = name("id");
  private static final long REL = name("rel");
  private static final long ROLE = name("role");
  private static final long CLASS = name("class");
  private static final long STYLE = name("style");
  private static final long ALIGN = name("align");
  private static final long TITLE = name("title");
  private static final long HIDDEN = name("hidden");
  private static final long CONTENT = name("content");
  private static final long PUBDATE = name("pubdate");
  private static final long ITEMPROP = name("itemprop");
  private static final long DATETIME = name("datetime");
  private static final byte[] ARIA_HIDDEN = "aria-hidden".getBytes(US_ASCII);
  private static final byte[] STAMP = "data-date-time".getBytes(US_ASCII);

  private static final long A = name("a");
  private static final long IMG = name("img");
  private static final long XMP = name("xmp");
  private static final long ABBR = name("abbr");
  private static final long HTML = name("html");
  private static final long LINK = name("link");
  private static final long META = name("meta");
  private static final long TIME = name("time");
  private static final long INPUT = name("input");
  private static final long BUTTON = name("button");
  private static final long IFRAME = name("iframe");
  private static final long SCRIPT = name("script");
  private static final long NOEMBED = name("noembed");
  private static final long NOFRAMES = name("noframes");
  private static final long TEXTAREA = name("textarea");
  private static final byte[] SCRIPT_END = "</script>".getBytes(US_ASCII);
  private static final byte[] PLAINTEXT = "plaintext".getBytes(US_ASCII);

  private static final byte[] CDATA = "![cdata[".getBytes(US_ASCII);
  private static final byte[] FACTS = "ld+json".getBytes(US_ASCII);

  /** Names of more letters than a long has bytes are compared one by one. */
  private static final int PACKED = 8;

  private static final byte SPACE = 1;
  private static final byte NAME_END = 2;
  private static final byte ATTRIBUTE_END = 4;

  /** What each byte is. */
  private static final byte[] KIND = kinds();

  private final byte[] in;
  private final byte[] out;
  private int at;

  /** From here on nothing was copied yet. */
  private int pending;

  private int size;

  /** Where the scripts begin and end that were left out. */
  private final List<int[]> scripts = new ArrayList<>();

  private Sieve(byte[] page) {
    this.in = page;
    this.out = new byte[page.length];
  }

  /**
   * @param page in UTF-8
   */
  static Sieve of(byte[] page) {
    Sieve sieve = new Sieve(page);
    sieve.run();
    return sieve;
  }

  /** The page without what was taken out. */
  byte[] left() {
    return Arrays.copyOf(out, size);
  }

  /** The scripts whose insides were taken out, whole. */
  byte[] scripts() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (int[] script : scripts) {
      whole.write(in, script[0], script[1] - script[0]);
      whole.writeBytes(SCRIPT_END);
    }
    return whole.toByteArray();
  }

  private void run() {
    at = find('<', 0);
    while (at >= 0 && passMarkup()) {
      at = find('<', at);
    }
    drop(in.length, in.length);
  }

  /** Goes behind what begins at a bracket; false where that cannot be told for certain. */
  private boolean passMarkup() {
    int c = at + 1 < in.length ? in[at + 1] : -1;
    if (isLetter(c)) {
      return passTag();
    }
    switch (c) {
      case '/':
        return passEndTag();
      case '!':
        return passDeclaration();
      case '?':
        return goBehind(find('>', at + 2));
      default:
        at++;
        return c >= 0;
    }
  }

  private boolean goBehind(int last) {
    at = last + 1;
    return last >= 0;
  }

  private boolean passDeclaration() {
    if (stands('-', at + 2) && stands('-', at + 3)) {
      return passComment();
    }
    return goBehind(says(CDATA, at + 1) ? endOfData(at + 1) : find('>', at + 2));
  }

  private int endOfData(int from) {
    int end = find(']', from);
    while (end >= 0 && !(stands(']', end + 1) && stands('>', end + 2))) {
      end = find(']', end + 1);
    }
    return end < 0 ? -1 : end + 2;
  }

  private boolean passComment() {
    int end = endOfComment(at + 4);
    if (end >= 0) {
      drop(at, end);
      at = end;
    }
    return end >= 0;
  }

  private int endOfComment(int from) {
    int i = behindDashes(from);
    if (stands('>', i)) {
      return i + 1;
    }
    for (int dash = find('-', i); dash >= 0; dash = find('-', i)) {
      i = behindDashes(dash);
      if (i - dash > 1 && stands('>', i)) {
        return i + 1;
      }
      if (i - dash > 1 && stands('!', i)) {
        // Ends some comments, and not others.
        return -1;
      }
    }
    return -1;
  }

  private int behindDashes(int from) {
    int i = from;
    while (stands('-', i)) {
      i++;
    }
    return i;
  }

  private boolean passEndTag() {
    int c = at + 2 < in.length ? in[at + 2] : -1;
    if (c < 0) {
      return false;
    }
    int i = at + 2;
    while (i < in.length && in[i] != '>') {
      if (isLetter(c) && (isQuote(in[i]) || in[i] == '<')) {
        return false;
      }
      i++;
    }
    return goBehind(i < in.length ? i : -1);
  }

  private boolean passTag() {
    int start = at + 1;
    int i = start;
    while (i < in.length && !is(NAME_END, in[i])) {
      i++;
    }
    if (i - start == PLAINTEXT.length && says(PLAINTEXT, start)) {
      return false;
    }
    long tag = packed(start, i);
    int end = passAttributes(i, tag, keepsAll(tag));
    if (end < 0) {
      return false;
    }
    at = end + 1;
    return !holdsRawText(tag) || (in[end - 1] != '/' && passRawText(tag, start, i));
  }

  private static boolean keepsAll(long tag) {
    return tag == META
        || tag == LINK
        || tag == SCRIPT
        || tag == TIME
        || tag == HTML
        || tag == INPUT
        || tag == BUTTON
        || tag == ABBR;
  }

  private static boolean holdsRawText(long tag) {
    return tag == SCRIPT
        || tag == STYLE
        || tag == TITLE
        || tag == TEXTAREA
        || tag == IFRAME
        || tag == NOFRAMES
        || tag == NOEMBED
        || tag == XMP;
  }

  /** Where the tag ends that goes on here; -1 where that cannot be told for certain. */
  private int passAttributes(int from, long tag, boolean all) {
    int i = from;
    while (i < in.length && in[i] != '>') {
      if (is(SPACE, in[i]) || in[i] == '/') {
        i++;
        continue;
      }
      int start = i;
      int end = endOfName(i);
      i = end < 0 ? -1 : endOfValue(end);
      if (i < 0) {
        return -1;
      }
      if (!all && !isKept(start, end, tag)) {
        if (in[start - 1] == '/') {
          return -1;
        }
        drop(start, i);
      }
    }
    return i < in.length ? i : -1;
  }

  private int endOfName(int from) {
    int i = from;
    while (i < in.length && !is(ATTRIBUTE_END, in[i])) {
      i++;
    }
    boolean odd = i == from || i == in.length || in[i] == '<' || in[i] == 0 || isQuote(in[i]);
    return odd ? -1 : i;
  }

  private int endOfValue(int from) {
    int i = behindSpace(from);
    if (!stands('=', i)) {
      return i;
    }
    i = behindSpace(i + 1);
    if (i < in.length && isQuote(in[i])) {
      int end = find(in[i], i + 1);
      return end < 0 ? -1 : end + 1;
    }
    while (i < in.length && in[i] != '>' && !is(SPACE, in[i])) {
      i++;
    }
    return i;
  }

  private boolean isKept(int from, int to, long tag) {
    long name = packed(from, to);
    switch (to - from) {
      case 2:
        return name == ID;
      case 3:
        return name == REL;
      case 4:
        return name == ROLE;
      case 5:
        return name == CLASS
            || name == STYLE
            || name == ALIGN
            || (name == TITLE && tag != A && tag != IMG);
      case 6:
        return name == HIDDEN;
      case 7:
        return name == CONTENT || name == PUBDATE;
      case 8:
        return name == ITEMPROP || name == DATETIME;
      case 11:
        return says(ARIA_HIDDEN, from);
      case 14:
        return says(STAMP, from);
      default:
        return false;
    }
  }

  /** Stops in front of the end tag; drops what is in between unless it is for readers. */
  private boolean passRawText(long tag, int name, int nameEnd) {
    int start = at;
    int end = endOfRawText(tag, name, nameEnd);
    if (end < 0) {
      return false;
    }
    boolean script = tag == SCRIPT && !saysAnywhere(FACTS, nameEnd, start);
    if (script) {
      scripts.add(new int[] {name - 1, end});
    }
    if (script || tag == STYLE) {
      drop(start, end);
    }
    at = end;
    return true;
  }

  private int endOfRawText(long tag, int name, int nameEnd) {
    int length = nameEnd - name;
    boolean escaped = false;
    for (int i = find('<', at); i >= 0; i = find('<', i + 1)) {
      boolean closes = stands('/', i + 1);
      int from = closes ? i + 2 : i + 1;
      int to = from + length;
      boolean same = to < in.length && packed(from, to) == tag;
      if (closes && same && (is(SPACE, in[to]) || in[to] == '/' || in[to] == '>')) {
        return i;
      }
      escaped |= tag == SCRIPT && stands('!', i + 1) && stands('-', i + 2) && stands('-', i + 3);
      if (escaped && same && !closes) {
        return -1;
      }
    }
    return -1;
  }

  /** Leaves bytes out. */
  private void drop(int from, int to) {
    System.arraycopy(in, pending, out, size, from - pending);
    size += from - pending;
    pending = to;
  }

  private int find(int c, int from) {
    for (int i = from; i < in.length; i++) {
      if (in[i] == c) {
        return i;
      }
    }
    return -1;
  }

  private int behindSpace(int from) {
    int i = from;
    while (i < in.length && is(SPACE, in[i])) {
      i++;
    }
    return i;
  }

  private boolean stands(int c, int place) {
    return place < in.length && in[place] == c;
  }

  /** Whether these lower-case letters stand here, in whatever case. */
  private boolean says(byte[] what, int from) {
    if (from + what.length > in.length) {
      return false;
    }
    for (int i = 0; i < what.length; i++) {
      if (lower(in[from + i]) != what[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean saysAnywhere(byte[] what, int from, int to) {
    for (int i = from; i + what.length <= to; i++) {
      if (says(what, i)) {
        return true;
      }
    }
    return false;
  }

  /** A name in lower case as a number; 0 if it is too long for one. */
  private long packed(int from, int to) {
    long name = 0;
    for (int i = from; i < to && to - from <= PACKED; i++) {
      name = (name << Byte.SIZE) | (lower(in[i]) & 0xff);
    }
    return name;
  }

  private static long name(String text) {
    long name = 0;
    for (int i = 0; i < text.length(); i++) {
      name = (name << Byte.SIZE) | text.charAt(i);
    }
    return name;
  }

  private static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  private static boolean isLetter(int c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
  }

  private static boolean isQuote(int c) {
    return c == '"' || c == '\'';
  }

  private static boolean is(byte kind, byte b) {
    return (KIND[b & 0xff] & kind) != 0;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[1 << Byte.SIZE];
    for (char space : " \n\t\r\f".toCharArray()) {
      kinds[space] = SPACE | NAME_END | ATTRIBUTE_END;
    }
    for (char end : "></\0".toCharArray()) {
      kinds[end] = NAME_END | ATTRIBUTE_END;
    }
    for (char end : "=\"'".toCharArray()) {
      kinds[end] = ATTRIBUTE_END;
    }
    return kinds;
  }
}
