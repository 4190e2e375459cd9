package costwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HostTurnsTest {
  private static final Duration REST = Duration.ofSeconds(1);

  private final Deque<Runnable> resting = new ArrayDeque<>();
  private final List<Duration> rests = new ArrayList<>();
  private final HostTurns turns =
      new HostTurns(
          rest -> {
            rests.add(rest);
            return resting::add;
          });
  private final List<String> started = new ArrayList<>();

  @Test
  void startsTheNextAtAHostWhenTheFirstIsDoneAndTheHostHasRested() {
    CompletableFuture<String> first = take("h", "1");
    take("h", "2");
    assertThat(started).containsExactly("1");
    first.complete("done");
    assertThat(started).containsExactly("1");
    assertThat(rests).containsExactly(REST);
    resting.remove().run();
    assertThat(started).containsExactly("1", "2");
  }

  @Test
  void letsOtherHostsGoOn() {
    take("h", "1");
    take("i", "2");
    assertThat(started).containsExactly("1", "2");
  }

  @Test
  void goesOnAfterAFailure() {
    CompletableFuture<String> first = take("h", "1");
    take("h", "2");
    first.completeExceptionally(new IllegalStateException("broken"));
    resting.remove().run();
    assertThat(started).containsExactly("1", "2");
  }

  @Test
  void forgetsHostsThatNobodyWaitsFor() {
    take("h", "1").complete("done");
    assertThat(turns.hosts()).isEqualTo(1);
    resting.remove().run();
    assertThat(turns.hosts()).isZero();
  }

  private CompletableFuture<String> take(String host, String name) {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletableFuture<String> taken =
        turns.take(
            host,
            () -> REST,
            () -> {
              started.add(name);
              return work;
            });
    assertThat(taken.isDone()).isFalse();
    return work;
  }
}
