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
import java.util.ArrayList;
import java.util.List;
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
    String stated = string(json, "title");
    String title = stated == null ? "" : stated;
    String url = string(json, "url");
    String id = string(json, "id");
    String dated = string(json, "publishedAt");
    Instant date = Dates.read(dated);
    Instant published = Dates.notAfter(date, now);
    Article article =
        Article.of(id == null ? derivedId(url, title, text) : id, title, text)
            .url(url)
            .publisher(string(json, "publisher"))
            .publishedAt(published)
            .modifiedAt(Dates.notAfter(Dates.read(string(json, "modifiedAt")), now))
            .fetchedAt(Dates.read(string(json, "fetchedAt")))
            .authors(strings(json, "authors"))
            .language(Languages.code(string(json, "language")))
            .feed(string(json, "feed"))
            .canonicalUrl(string(json, "canonicalUrl"))
            .paywalled(json.path("paywalled").asBoolean())
            .build();
    return new Reading.Of(
        article, place, dated == null || published != null ? null : note(dated, date));
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

  private static List<String> strings(JsonNode json, String field) {
    JsonNode values = json.path(field);
    if (!values.isMissingNode() && !values.isNull() && !values.isArray()) {
      throw new UnreadableException(field + " is no list");
    }
    List<String> strings = new ArrayList<>();
    values.forEach(value -> strings.add(value.asText()));
    return strings;
  }

  private static String brief(JsonProcessingException e) {
    String message = e.getOriginalMessage().split("\\R", 2)[0];
    String cut = message.length() > 160 ? message.substring(0, 160) + "…" : message;
    return e.getLocation() == null ? cut : cut + " (column " + e.getLocation().getColumnNr() + ")";
  }
}
