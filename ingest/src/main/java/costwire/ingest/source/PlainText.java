package costwire.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.ingest.UnreadableException;
import costwire.ingest.page.Sniff;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Bytes that are an article's text and nothing else. */
final class PlainText {
  private PlainText() {}

  /**
   * @throws UnreadableException if they are no text in UTF-8
   */
  static String of(byte[] bytes) {
    String refusal = Sniff.notText(bytes);
    if (refusal != null) {
      throw new UnreadableException(refusal);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text = UTF_8.newDecoder().decode(buffer).toString().replace("\ufeff", "").strip();
      if (text.isEmpty()) {
        throw new UnreadableException("the text is empty");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new UnreadableException("not UTF-8 (byte " + (buffer.position() + 1) + ")");
    }
  }
}
