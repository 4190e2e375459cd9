package costwire.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import costwire.ingest.Article;
import costwire.ingest.Reading;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.ArticleId;
import costwire.ingest.page.Dates;
import costwire.ingest.page.Languages;
import costwire.ingest.page.Links;
import costwire.stream.Json;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as one line of JSON. Everything but {@code text} may be missing; a date that cannot be
 * is left out with a note, and the article kept.
 */
final class ArticleLine {
  private static final ObjectReader READER = Json.mapper().readerFor(JsonNode.class);

  private ArticleLine() {}

  static Reading read(String line, String place, Instant now) {
    try {
      JsonNode json = READER.readTree(line);
      if (json == null || !json.isObject()) {
        return new Reading.Refused(place, "not a JSON object");
      }
      return article(json, place, now);
    } catch (JsonProcessingException e) {
      return new Reading.Refused(place, "not JSON: " + brief(e));
    } catch (UnreadableException e) {
      return new Reading.Refused(place, String.valueOf(e.getMessage()));
    }
  }

  private static Reading article(JsonNode json, String place, Instant now) {
    String text = string(json, "text");
    if (text == null) {
      throw new UnreadableException(json.has("text") ? "the text is empty" : "it has no text");
    }
    String title = string(json, "title");
    String url = string(json, "url");
    String id = string(json, "id");
    String stated = string(json, "publishedAt");
    Instant date = Dates.read(stated);
    Instant published = Dates.notAfter(date, now);
    Article article =
        new Article(
            id == null ? derivedId(url, title == null ? "" : title, text) : id,
            url,
            string(json, "publisher"),
            published,
            Dates.read(string(json, "fetchedAt")),
            title == null ? "" : title,
            text,
            Languages.code(string(json, "language")),
            string(json, "feed"),
            string(json, "canonicalUrl"));
    return new Reading.Of(
        article, place, stated == null || published != null ? null : note(stated, date));
  }

  private static String note(String stated, @Nullable Instant date) {
    return "publishedAt left out: \""
        + (stated.length() > 40 ? stated.substring(0, 40) + "…" : stated)
        + (date == null ? "\" is not an ISO 8601 date" : "\" cannot be when it was published");
  }

  private static String derivedId(@Nullable String url, String title, String text) {
    URI address = Links.resolve(null, url);
    return address == null ? ArticleId.of(title, text) : ArticleId.of(address);
  }

  /** Null where it is missing, null or blank. */
  private static @Nullable String string(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (field.equals("id") && value.isIntegralNumber()) {
      return value.asText();
    }
    if (!value.isTextual()) {
      throw new UnreadableException(field + " is not a string");
    }
    return value.textValue().isBlank() ? null : value.textValue();
  }

  private static String brief(JsonProcessingException e) {
    String message = e.getOriginalMessage().split("\\R", 2)[0];
    String cut = message.length() > 160 ? message.substring(0, 160) + "…" : message;
    return e.getLocation() == null ? cut : cut + " (column " + e.getLocation().getColumnNr() + ")";
  }
}
