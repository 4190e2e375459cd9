package costwire.ingest.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at bytes that may be UTF-8 without reading them. */
enum Utf8 {
  /** Seven bits, which look the same in nearly every charset. */
  PLAIN,
  WELL_FORMED,
  MALFORMED;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long HIGH_BITS = 0x8080808080808080L;

  static Utf8 of(byte[] bytes) {
    Utf8 found = PLAIN;
    int at = afterPlain(bytes, 0);
    while (at < bytes.length) {
      int length = sequence(bytes, at);
      if (length == 0) {
        return MALFORMED;
      }
      found = WELL_FORMED;
      at = afterPlain(bytes, at + length);
    }
    return found;
  }

  private static int afterPlain(byte[] bytes, int from) {
    int at = from;
    while (at + 8 <= bytes.length && ((long) EIGHT.get(bytes, at) & HIGH_BITS) == 0) {
      at += 8;
    }
    while (at < bytes.length && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** Length of the character that begins here; 0 if none does. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    // No longer than need be, no surrogates, nothing beyond U+10FFFF.
    int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
