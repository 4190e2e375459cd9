package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** What other threads and processes bring about, sooner or later. */
public final class Eventually {
  private static final Duration ALLOWED = Duration.ofMinutes(2);

  private Eventually() {}

  /** Fails if it does not come about within two minutes: only what is broken takes as long. */
  public static void await(Callable<Boolean> state) throws Exception {
    long start = System.nanoTime();
    while (!state.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ALLOWED);
      Thread.sleep(50);
    }
  }
}
