package costwire.ingest.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what bytes are before a parser sees them, whatever their label says. */
public final class Sniff {
  private static final int LOOK = 2_048;

  private static final List<Magic> MAGICS =
      List.of(
          new Magic("%PDF-", "a PDF document"),
          new Magic("PK\u0003\u0004", "a ZIP archive"),
          new Magic("\u001f\u008b", "a gzip archive"),
          new Magic("\u0089PNG", "a PNG picture"),
          new Magic("GIF8", "a GIF picture"),
          new Magic("\u00ff\u00d8\u00ff", "a JPEG picture"),
          new Magic("RIFF", "a RIFF media file"),
          new Magic("\u007fELF", "a program"),
          new Magic("MZ\u0090", "a program"),
          new Magic("7z\u00bc\u00af", "a 7z archive"),
          new Magic("ID3", "a sound file"),
          new Magic("OggS", "a sound file"));

  private Sniff() {}

  /** What it is instead of text, in words; null if it may be text. */
  public static @Nullable String notText(byte[] bytes) {
    if (bytes.length == 0) {
      return "empty";
    }
    for (Magic magic : MAGICS) {
      if (magic.starts(bytes)) {
        return magic.what + ", not text";
      }
    }
    boolean wide = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xfe) == 0xfe;
    int controls = 0;
    int look = Math.min(LOOK, bytes.length);
    for (int i = 0; i < look && !wide; i++) {
      int b = bytes[i] & 0xff;
      boolean text = b >= 0x20 || b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1b;
      controls += text ? 0 : 1;
    }
    return controls * 50 > look ? "binary, not text" : null;
  }

  private record Magic(String start, String what) {
    boolean starts(byte[] bytes) {
      for (int i = 0; i < start.length(); i++) {
        if (i >= bytes.length || (bytes[i] & 0xff) != start.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
