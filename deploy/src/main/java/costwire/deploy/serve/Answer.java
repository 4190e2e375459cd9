package costwire.deploy.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.stream.CloudEvents;
import costwire.stream.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Answers, and the tags by which a client that has one already is told so. */
final class Answer {
  private static final int BRIEF = 80;

  private Answer() {}

  /** As JSON; of what is read, whoever has it already gets none. */
  static void json(Context context, Object value) {
    state(context, bytes(value), Route.JSON);
  }

  /**
   * The state of something. Its tag is made of its bytes, so that all instances give the same one,
   * before and after a restart.
   */
  static void state(Context context, byte[] body, String type) {
    boolean reads = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
    if (!reads || !isKnown(context, tag(CloudEvents.id(body)))) {
      context.result(body).contentType(type);
    }
  }

  static byte[] bytes(Object value) {
    try {
      return Json.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Weak: it is the same packed or not. */
  static String tag(String digest) {
    return "W/\"" + digest + "\"";
  }

  /** Marks the answer; whether the client has it already, and is told so. */
  static boolean isKnown(Context context, String tag) {
    context.header("ETag", tag).header("Cache-Control", "no-cache");
    boolean known = matches(context.header("If-None-Match"), tag);
    if (known) {
      context.status(304);
    }
    return known;
  }

  private static boolean matches(@Nullable String wanted, String tag) {
    String opaque = tag.substring(tag.indexOf('"'));
    return wanted != null && (wanted.strip().equals("*") || wanted.contains(opaque));
  }

  /** What a client sent, short enough to be told back. */
  static String brief(String text) {
    return text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
  }
}
