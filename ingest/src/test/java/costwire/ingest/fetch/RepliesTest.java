package costwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told of a request that failed. */
class RepliesTest {
  private static final Replies REPLIES =
      new Replies(FetchSettings.DEFAULT.timeout(Duration.ofSeconds(3)), Clock.systemUTC());

  static Stream<Arguments> failures() {
    String late = "took longer than 3000 ms";
    return Stream.of(
        arguments(new TimeoutException(), late),
        // As the connection says it when its own limit ends first.
        arguments(new SocketTimeoutException("3 SECONDS"), late),
        arguments(new InterruptedIOException("3 SECONDS"), late),
        arguments(new CompletionException(new TimeoutException()), late),
        arguments(new UnknownHostException("x.example"), "no such host: x.example"),
        arguments(new IOException("reset"), "reset"),
        arguments(new IOException(), "IOException"),
        arguments(null, "no reply"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsSaidInWords(@Nullable Throwable error, String words) {
    assertThat(REPLIES.failure(error))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(words));
  }
}
