package costwire.ingest.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * What a hostile server sends, step by step, steps parted by " ; ". A step is a word and what
 * belongs to it; backslash escapes as in Java.
 *
 * <pre>
 * raw TEXT          bytes as they stand
 * ok                a status line of success and the header Connection
 * head NAME: VALUE  a header
 * body              the end of the headers
 * text TEXT         bytes as they stand, UTF-8
 * times N TEXT      the text N times
 * gzip N TEXT       the text N times, packed
 * hex DIGITS        bytes
 * drip N MS TEXT    the text N times with a rest after each
 * hang              nothing more, until the client hangs up
 * reset             the connection is torn down
 * </pre>
 */
record Script(List<String> steps) {
  static Script of(String text) {
    return new Script(Arrays.stream(text.split(" ; ")).map(String::strip).toList());
  }

  /** Plays it; a client that hangs up ends it. */
  void play(Socket socket, CountDownLatch closing) throws IOException {
    OutputStream out = socket.getOutputStream();
    for (String step : steps) {
      int space = step.indexOf(' ');
      String word = space < 0 ? step : step.substring(0, space);
      String rest = space < 0 ? "" : step.substring(space + 1);
      switch (word) {
        case "raw" -> out.write(unescaped(rest).getBytes(ISO_8859_1));
        case "ok" -> out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n".getBytes(ISO_8859_1));
        case "head" -> out.write((unescaped(rest) + "\r\n").getBytes(ISO_8859_1));
        case "body" -> out.write("\r\n".getBytes(ISO_8859_1));
        case "text" -> out.write(unescaped(rest).getBytes(UTF_8));
        case "times" -> pour(out, rest);
        case "gzip" -> out.write(packed(rest));
        case "hex" -> out.write(HexFormat.of().parseHex(rest));
        case "drip" -> drip(out, rest, closing);
        case "hang" -> await(closing, 60_000);
        case "reset" -> socket.setSoLinger(true, 0);
        default -> throw new IOException("no such step: " + step);
      }
      out.flush();
    }
  }

  private static void pour(OutputStream out, String rest) throws IOException {
    String[] parts = rest.split(" ", 2);
    byte[] bytes = unescaped(parts[1]).getBytes(UTF_8);
    int times = Integer.parseInt(parts[0]);
    ByteArrayOutputStream some = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      some.write(bytes);
      if (some.size() > 1 << 16 || i == times - 1) {
        some.writeTo(out);
        some.reset();
      }
    }
  }

  private static byte[] packed(String rest) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      pour(gzip, rest);
    }
    return packed.toByteArray();
  }

  private static void drip(OutputStream out, String rest, CountDownLatch closing)
      throws IOException {
    String[] parts = rest.split(" ", 3);
    byte[] bytes = unescaped(parts[2]).getBytes(UTF_8);
    for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
      out.write(bytes);
      out.flush();
      if (await(closing, Integer.parseInt(parts[1]))) {
        return;
      }
    }
  }

  private static boolean await(CountDownLatch closing, int millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static String unescaped(String text) {
    return text.translateEscapes();
  }
}
