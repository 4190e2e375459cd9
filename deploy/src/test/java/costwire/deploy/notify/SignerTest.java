package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
  private static String secret(String prefix, int bytes) {
    return prefix + Base64.getEncoder().encodeToString(new byte[bytes]);
  }

  @ParameterizedTest
  @CsvSource({"whsec_, 24, 'v1,'", "whsec_, 64, 'v1,'", "whsk_, 32, 'v1a,'", "whsk_, 64, 'v1a,'"})
  void takesKeysOfTheRightLength(String prefix, int bytes, String wanted) {
    assertThat(Signer.of(secret(prefix, bytes)).sign("msg_1", 1, new byte[0])).startsWith(wanted);
  }

  @ParameterizedTest
  @CsvSource({"whsec_, 23", "whsec_, 65", "whsec_, 0", "whsk_, 24", "whsk_, 33", "whsk_, 48"})
  void refusesKeysOfAnother(String prefix, int bytes) {
    refuses(secret(prefix, bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS-",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n",
        " whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      })
  void refuses(String secret) {
    assertThatThrownBy(() -> Signer.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whsec_")
        .hasMessageNotContaining("MfKQ");
  }

  @Test
  void makesSecretsThatItTakesAndNeverTheSameTwice() {
    assertThat(IntStream.range(0, 100).mapToObj(i -> Signer.newSecret()))
        .doesNotHaveDuplicates()
        .allSatisfy(
            secret ->
                assertThat(Signer.of(secret).sign("msg_1", 1, "{}".getBytes(UTF_8)))
                    .matches("v1,[A-Za-z0-9+/]{43}="));
  }
}
