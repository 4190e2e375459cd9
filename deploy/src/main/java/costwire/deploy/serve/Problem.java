package costwire.deploy.serve;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Why a request was not answered, as RFC 9457 wants it told. */
record Problem(String title, int status, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String detail) {
    return new Problem(HttpStatus.forStatus(status).getMessage(), status, detail);
  }

  byte[] bytes() {
    return Answer.bytes(this);
  }

  void answer(Context context) {
    context.status(status).result(bytes()).contentType(MEDIA_TYPE);
  }

  /** A request that cannot be answered as it is. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String detail) {
      super(detail, null, false, false);
      this.status = status;
    }

    Problem problem() {
      return Problem.of(status, String.valueOf(getMessage()));
    }
  }
}
