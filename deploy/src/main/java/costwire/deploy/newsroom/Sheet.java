package costwire.deploy.newsroom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A printed page or feed, as it goes over the wire. */
@SuppressWarnings("ArrayRecordComponent") // bytes for the wire; nobody compares sheets
record Sheet(String contentType, byte[] body, String etag, Instant lastModified) {

  /**
   * @throws IllegalStateException if the charset lacks a character of the text: a page with
   *     question marks would be a worse sample than none
   */
  static Sheet of(String contentType, String text, Charset charset, Instant lastModified) {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] body = new byte[encoded.remaining()];
      encoded.get(body);
      return new Sheet(contentType, body, etag(body), lastModified);
    } catch (CharacterCodingException e) {
      throw new IllegalStateException(charset + " cannot hold: " + text, e);
    }
  }

  private static String etag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
