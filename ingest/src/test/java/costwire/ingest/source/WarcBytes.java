package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Records of web archives, byte by byte, so that they can be broken at any. */
final class WarcBytes {
  static final String DATE = "2025-03-01T10:00:00Z";

  private WarcBytes() {}

  static byte[] response(String url, byte[] page) {
    return exchange(url, http("200 OK", "Content-Type: text/html; charset=utf-8", page));
  }

  static byte[] http(String status, String fields, byte[] body) {
    String lines = fields.isEmpty() ? "" : fields.replace("\n", "\r\n") + "\r\n";
    return join(("HTTP/1.1 " + status + "\r\n" + lines + "\r\n").getBytes(UTF_8), body);
  }

  static byte[] exchange(String url, byte[] http) {
    return record("response", url, "application/http; msgtype=response", DATE, http, http.length);
  }

  static byte[] record(
      String type, String url, String media, String date, byte[] block, long length) {
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
            + "WARC-Date: "
            + date
            + "\r\nContent-Type: "
            + media
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    return join(header.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
