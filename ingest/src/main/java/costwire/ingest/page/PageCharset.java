package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which charset a page is in. A byte order mark is certain, and so is UTF-8 that is well-formed;
 * then the header, the page's own word and at last its bytes are asked.
 */
public final class PageCharset {
  /** In front of some pages: it says their charset, and nothing to readers. */
  private static final String MARK = "\ufeff";

  private static final int PRESCAN = 4_096;
  private static final int SAMPLE = 16_384;

  private static final Pattern NAME =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");

  /** What browsers read where pages say this. */
  private static final Map<String, String> WEB_NAMES =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("big5", "Big5-HKSCS"));

  private PageCharset() {}

  /** The page as text. What is malformed in its charset becomes U+FFFD. */
  public static String decode(byte[] page, @Nullable String contentType) {
    Charset mark = marked(page);
    if (mark != null) {
      return decoded(page, mark);
    }
    String utf8 = new String(page, UTF_8);
    boolean wellFormed = utf8.indexOf('\ufffd') < 0;
    Charset charset =
        wellFormed && utf8.length() < page.length ? UTF_8 : unmarked(page, contentType, wellFormed);
    return charset.equals(UTF_8) ? utf8 : new String(page, charset);
  }

  private static String decoded(byte[] page, Charset charset) {
    String text = new String(page, charset);
    return text.startsWith(MARK) ? text.substring(1) : text;
  }

  /**
   * What is left of a page whose other bytes say nothing, as text: looked at and read in one pass.
   *
   * @return null if it is not in UTF-8, or not all of it
   */
  static @Nullable CharBuffer utf8(byte[] left, byte[] page, @Nullable String contentType) {
    CharBuffer text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(left));
    } catch (CharacterCodingException e) {
      return null;
    }
    boolean plain = text.length() == left.length;
    if (plain && !unmarked(page, contentType, true).equals(UTF_8)) {
      return null;
    }
    return text.length() > 0 && text.charAt(0) == MARK.charAt(0) ? text.position(1) : text;
  }

  private static Charset unmarked(byte[] page, @Nullable String contentType, boolean plain) {
    String start = new String(page, 0, Math.min(page.length, PRESCAN), ISO_8859_1);
    Charset header = named(contentType);
    Charset stated = header == null ? named(start) : header;
    if (plain) {
      // Seven-bit charsets such as ISO-2022-JP look like plain ASCII.
      return stated == null ? UTF_8 : stated;
    }
    return stated == null || stated.equals(UTF_8) ? detected(page, stated) : stated;
  }

  private static @Nullable Charset marked(byte[] page) {
    if (page.length >= 3
        && page[0] == (byte) 0xef
        && page[1] == (byte) 0xbb
        && page[2] == (byte) 0xbf) {
      return UTF_8;
    }
    if (page.length >= 2 && page[0] == (byte) 0xfe && page[1] == (byte) 0xff) {
      return UTF_16BE;
    }
    return page.length >= 2 && page[0] == (byte) 0xff && page[1] == (byte) 0xfe ? UTF_16LE : null;
  }

  private static @Nullable Charset named(@Nullable String text) {
    Matcher match = NAME.matcher(text == null ? "" : text);
    if (!match.find()) {
      return null;
    }
    String name = match.group(1).toLowerCase(Locale.ROOT);
    try {
      Charset charset = Charset.forName(WEB_NAMES.getOrDefault(name, name));
      // A page whose declaration could be read byte by byte is not in UTF-16.
      return charset.name().startsWith("UTF-16") || !charset.canEncode() ? UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** Pages that say UTF-8 and are broken in one place are UTF-8 broken in one place. */
  private static Charset detected(byte[] page, @Nullable Charset stated) {
    if (stated != null && malformed(page) * 100L < nonAscii(page)) {
      return stated;
    }
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    int from = firstNonAscii(page);
    byte[] sample = Arrays.copyOfRange(page, from, Math.min(page.length, from + SAMPLE));
    CharsetMatch match = detector.setText(sample).detect();
    Charset found = match == null ? null : named("charset=" + match.getName());
    return found == null || found.equals(UTF_8)
        ? stated == null ? Charset.forName("windows-1252") : stated
        : found;
  }

  private static int firstNonAscii(byte[] page) {
    for (int i = 0; i < page.length; i++) {
      if (page[i] < 0) {
        return i;
      }
    }
    return 0;
  }

  private static long nonAscii(byte[] page) {
    long count = 0;
    for (byte b : page) {
      count += b < 0 ? 1 : 0;
    }
    return count;
  }

  private static long malformed(byte[] page) {
    return new String(page, UTF_8).chars().filter(c -> c == 0xfffd).count();
  }
}
