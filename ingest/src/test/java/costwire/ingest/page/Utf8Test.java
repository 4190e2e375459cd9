package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void agreesWithTheJdkOnAnyBytes() {
    Random random = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = i % 2 == 0 ? noise(random) : damaged(random);
      assertThat(Utf8.of(bytes)).isEqualTo(expected(bytes));
    }
  }

  private static Utf8 expected(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.length() == bytes.length ? Utf8.PLAIN : Utf8.WELL_FORMED;
    } catch (CharacterCodingException e) {
      return Utf8.MALFORMED;
    }
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(6)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Text of every kind, whole or with a byte of it changed. */
  private static byte[] damaged(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(20); i >= 0; i--) {
      int[] most = {0x80, 0x800, 0xd800, 0x110000};
      int c = random.nextInt(most[random.nextInt(most.length)]);
      text.appendCodePoint(c >= 0xd800 && c < 0xe000 ? 'x' : c);
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    if (random.nextBoolean()) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }
}
