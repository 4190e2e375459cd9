package costwire.ingest.source;

import costwire.ingest.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.entity.DeflateInputStream;

/**
 * Undoes what a body was packed with. Some archives keep it as it travelled, others decode it and
 * leave the headers as they were: the bytes decide. (jwarc believes the headers, takes one coding
 * and no zlib header, and waits forever where deflated bytes break off.)
 */
final class ContentCoding {
  private ContentCoding() {}

  /**
   * The body, unpacked.
   *
   * @param codings values of {@code Content-Encoding}
   * @param most longest, in bytes
   * @throws UnreadableException if it is longer or packed in a way that is not read
   * @throws IOException if it is damaged
   */
  static byte[] undone(byte[] body, List<String> codings, int most) throws IOException {
    byte[] bytes = body;
    for (String coding : String.join(",", codings).toLowerCase(Locale.ROOT).split(",")) {
      bytes = undone(bytes, coding.strip(), most);
    }
    if (bytes.length > most) {
      throw new UnreadableException("larger than " + (most >> 20) + " MiB");
    }
    return bytes;
  }

  private static byte[] undone(byte[] body, String coding, int most) throws IOException {
    InputStream in = new ByteArrayInputStream(body);
    switch (coding) {
      case "", "identity", "none", "utf-8":
        return body;
      case "gzip", "x-gzip":
        return isGzip(body) ? new GZIPInputStream(in).readNBytes(most + 1) : body;
      default:
        // Decoded by the crawler, as most do, it reads as text.
        if (isMarkup(body)) {
          return body;
        }
        if (!coding.equals("deflate")) {
          throw new UnreadableException("its body is packed as " + word(coding));
        }
        try (InputStream inflated = new DeflateInputStream(in)) {
          return inflated.readNBytes(most + 1);
        }
    }
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** Whether the first thing that is not blank is a tag; a byte order mark is fine. */
  private static boolean isMarkup(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '<') {
        return true;
      }
      if (b >= 0 && b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return false;
  }

  private static String word(String coding) {
    String plain = coding.replaceAll("[^a-z0-9-]", "");
    String brief = plain.length() > 20 ? plain.substring(0, 20) : plain;
    return brief + ", which is not read";
  }
}
