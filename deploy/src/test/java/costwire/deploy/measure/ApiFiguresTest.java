package costwire.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;

import costwire.deploy.measure.OpenLoop.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiFiguresTest {
  private static final ReadRequest CLAIMS = new ReadRequest("/api/claims", "api/claims", false);
  private static final ReadRequest KNOWN = new ReadRequest("known", "api/estimates", true);
  private static final Followed WHOLE = new Followed(2, 8, 16, 0, 0, 0, 2, List.of(1L));

  @Test
  void slownessIsNoFailure() {
    Reply slow = new Reply(CLAIMS, 200, 0, Long.MAX_VALUE, 0, "");
    assertThat(figures(List.of(slow), WHOLE).failures()).isEmpty();
  }

  @Test
  void whatIsNotWantedIsCountedByRouteAndReason() {
    List<Reply> replies =
        List.of(reply(CLAIMS, 503), reply(CLAIMS, 503), reply(CLAIMS, 304), reply(KNOWN, 304));
    assertThat(figures(replies, WHOLE).failures())
        .containsExactly("1 x /api/claims: status 304", "2 x /api/claims: status 503");
  }

  @Test
  void eventsThatAreMissingOrDoubledAreFailures() {
    Followed broken = new Followed(2, 8, 15, 1, 3, 1, 2, List.of());
    assertThat(figures(List.of(), broken).failures())
        .containsExactly("1 events missing, 3 received twice, 1 clients hung up on");
  }

  private static Reply reply(ReadRequest request, int status) {
    return new Reply(request, status, 0, 0, 0, "status " + status);
  }

  private static ApiFigures figures(List<Reply> real, Followed stream) {
    return new ApiFigures(ApiLoad.QUICK, real, List.of(), stream, WHOLE);
  }
}
