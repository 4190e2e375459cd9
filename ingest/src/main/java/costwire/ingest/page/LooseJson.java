package costwire.ingest.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import costwire.stream.Json;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON as pages write it: wrapped in comments, with broken lines in its strings, commas left
 * behind, and cut off. What stands before the first place that cannot be read is kept.
 */
final class LooseJson {
  private static final int MAX_LENGTH = 2 << 20;

  private static final ObjectReader READER =
      Json.mapper()
          .readerFor(JsonNode.class)
          .withFeatures(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER);

  private static final Pattern WRAPPERS =
      Pattern.compile("<!--|-->|(?://|/\\*)?\\s{0,3}<!\\[CDATA\\[(?:\\s{0,3}\\*/)?");

  private LooseJson() {}

  /** Null if nothing of it can be read or it is too long to. */
  static @Nullable JsonNode read(String script) {
    if (script.length() > MAX_LENGTH) {
      return null;
    }
    try (TokenBuffer tokens = new TokenBuffer(Json.mapper(), false)) {
      copy(unwrapped(script), tokens);
      try (JsonParser copied = tokens.asParser()) {
        return READER.readTree(copied);
      }
    } catch (IOException e) {
      return null;
    }
  }

  private static String unwrapped(String script) {
    int start = 0;
    while (start < script.length() && script.charAt(start) != '{' && script.charAt(start) != '[') {
      start++;
    }
    String head = WRAPPERS.matcher(script.substring(0, start)).replaceAll("");
    // "[" may be that of a CDATA section.
    boolean marked = head.strip().endsWith("<!") || head.strip().equals("//");
    if (marked && script.startsWith("[CDATA[", start)) {
      return unwrapped(script.substring(start + "[CDATA[".length()));
    }
    return script.substring(start);
  }

  /** Copies the first value; what is open where it breaks off is closed. */
  private static void copy(String script, TokenBuffer to) throws IOException {
    int depth = 0;
    boolean named = false;
    try (JsonParser from = READER.createParser(script)) {
      for (JsonToken token = from.nextToken(); token != null; token = from.nextToken()) {
        to.copyCurrentEvent(from);
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        named = token == JsonToken.FIELD_NAME;
        if (depth == 0) {
          return;
        }
      }
    } catch (IOException e) {
      // What is whole so far is kept below.
    }
    if (named) {
      to.writeNull();
    }
    while (!to.getOutputContext().inRoot()) {
      if (to.getOutputContext().inObject()) {
        to.writeEndObject();
      } else {
        to.writeEndArray();
      }
    }
  }
}
