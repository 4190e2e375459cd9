package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.stream.Json;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as it goes to a webhook.
 *
 * @param headers all but the signature's
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Post(Map<String, String> headers, byte[] body) {
  private static final String TYPE = "Content-Type";
  private static final String JSON = "application/json";

  /** As much as Discord takes in one message. */
  private static final int DISCORD = 2_000;

  /** Slack takes more than a reader does. */
  private static final int LONG = 3_500;

  /** In bytes: what is longer, ntfy makes a file of. */
  private static final int NTFY = 4_096;

  static Post of(Subscription subscription, Delivery delivery, Deliver.Format format) {
    Headline headline = Headline.of(subscription, delivery);
    return switch (format) {
      case STANDARD -> new Post(Map.of(TYPE, JSON), Payload.of(subscription, delivery));
      case SLACK -> json(Map.of("text", slack(headline.text(LONG))));
      case DISCORD ->
          json(
              Map.of(
                  "content",
                  headline.text(DISCORD),
                  "allowed_mentions",
                  Map.of("parse", List.of())));
      case NTFY -> ntfy(headline);
    };
  }

  /** Slack's three characters; nothing in the text can then mention or link. */
  private static String slack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Post ntfy(Headline headline) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(TYPE, "text/plain; charset=utf-8");
    // A header holds ASCII: what is more is encoded as in mail.
    String title = Base64.getEncoder().encodeToString(headline.title().getBytes(UTF_8));
    headers.put("Title", "=?UTF-8?B?" + title + "?=");
    return new Post(headers, cut(String.join("\n", headline.sentences())));
  }

  /** Between two characters, not within one. */
  private static byte[] cut(String text) {
    byte[] whole = text.getBytes(UTF_8);
    if (whole.length <= NTFY) {
      return whole;
    }
    byte[] dots = "…".getBytes(UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(NTFY);
    bytes.limit(NTFY - dots.length);
    UTF_8.newEncoder().encode(CharBuffer.wrap(text), bytes, true);
    bytes.limit(NTFY).put(dots);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static Post json(Map<String, Object> body) {
    try {
      return new Post(Map.of(TYPE, JSON), Json.mapper().writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
