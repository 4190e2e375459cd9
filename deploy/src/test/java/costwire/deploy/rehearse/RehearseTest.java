package costwire.deploy.rehearse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** The rehearsal, a small one: receivers of every conduct, two processes, one of them killed. */
class RehearseTest {
  @Test
  void alertsArriveOnceAndInOrderThoughReceiversFailAndProcessesAreKilled() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(told, true, UTF_8);
    boolean good = Rehearse.run(150, 22, 2, 1, 15_000, 1, "streams", out, out);
    assertThat(good).as(told.toString(UTF_8)).isTrue();
  }
}
