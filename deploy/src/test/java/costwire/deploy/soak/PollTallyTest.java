package costwire.deploy.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PollTallyTest {
  private final PollTally tally = new PollTally();

  @Test
  void countsPollsOfWhatHadNotChangedAndThoseAnswered304() {
    tally.polled("/feed", "a", true, false);
    tally.polled("/feed", "a", true, true);
    tally.polled("/feed", "a", true, false);
    tally.polled("/feed", "b", true, false);
    tally.polled("/feed", "b", false, false);
    tally.polled("/other", "b", true, false);
    assertThat(tally.unchanged()).isEqualTo(2);
    assertThat(tally.answeredUnchanged()).isOne();
    assertThat(tally.hasGiven("/feed", "b")).isTrue();
    assertThat(tally.hasGiven("/feed", "a")).isFalse();
  }

  @Test
  void theFirstPollOfAnEndedFeedIsNoFault() {
    tally.afterTheEnd("/feed");
    tally.afterTheEnd("/other");
    assertThat(tally.beyondTheEnd()).isZero();
    tally.afterTheEnd("/feed");
    assertThat(tally.beyondTheEnd()).isOne();
  }
}
