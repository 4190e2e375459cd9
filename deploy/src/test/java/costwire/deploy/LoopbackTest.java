package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for this machine may write without a token. */
class LoopbackTest {
  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "LocalHost, true",
    "127.0.0.1, true",
    "127.9.8.7, true",
    "::1, true",
    "[::1], true",
    "::ffff:127.0.0.1, true",
    "0.0.0.0, false",
    "::, false",
    "10.0.0.1, false",
    "[2001:db8::1], false",
    "1:2:, false",
    "localhost.evil.example, false",
    "127.0.0.1.evil.example, false",
    "127.1, false",
    "'', false",
  })
  void isToldByItsNameOrAddress(String host, boolean loopback) {
    assertThat(Loopback.is(host)).isEqualTo(loopback);
  }
}
