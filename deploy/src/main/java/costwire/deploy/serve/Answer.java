package costwire.deploy.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.stream.Json;
import io.javalin.http.Context;
import java.io.UncheckedIOException;

/** Answers in JSON. */
final class Answer {
  private static final int BRIEF = 80;

  private Answer() {}

  static void json(Context context, Object value) {
    try {
      context.result(Json.mapper().writeValueAsBytes(value)).contentType("application/json");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a client sent, short enough to be told back. */
  static String brief(String text) {
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
  }
}
