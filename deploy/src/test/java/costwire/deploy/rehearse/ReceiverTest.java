package costwire.deploy.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReceiverTest {
  @Test
  void whoWasAwayKnowsForHowLongTheyReallyWere() {
    try (Receiver receiver = Receiver.open("away", Conduct.AWAY, 1, Runnable::run)) {
      assertThat(receiver.wasAway(hours(12))).isFalse();
      for (int hour : new int[] {11, 13, 14, 90, 91, 92}) {
        receiver.look(hours(hour));
      }
      assertThat(receiver.wasAway(hours(12))).isFalse();
      assertThat(receiver.wasAway(hours(13))).isTrue();
      assertThat(receiver.wasAway(hours(90))).isTrue();
      assertThat(receiver.wasAway(hours(92))).isFalse();
    }
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
