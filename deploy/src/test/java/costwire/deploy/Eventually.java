package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** What other threads and processes bring about, sooner or later. */
public final class Eventually {
  private static final Duration ALLOWED = Duration.ofSeconds(60);

  private Eventually() {}

  /** Fails if it does not come about within a minute. */
  public static void await(Callable<Boolean> state) throws Exception {
    Instant deadline = Instant.now().plus(ALLOWED);
    while (!state.call()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
