package costwire.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import costwire.ingest.FeedEntry;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.Dates;
import costwire.ingest.page.Languages;
import costwire.ingest.page.Links;
import costwire.stream.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {
  private JsonFeed() {}

  static List<FeedEntry> read(byte[] body, URI url) {
    JsonNode feed;
    try {
      feed = Json.mapper().readTree(body);
    } catch (IOException e) {
      throw new UnreadableException("not a feed: broken JSON");
    }
    JsonNode items = feed.get("items");
    if (items == null || !items.isArray()) {
      throw new UnreadableException("not a feed: JSON without items");
    }
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : items) {
      FeedEntry entry = entry(item, feed, url);
      if (entry != null && entries.size() < FeedReader.MAX_ENTRIES) {
        entries.add(entry);
      }
    }
    return List.copyOf(entries);
  }

  /** Null if it has neither an id nor an address. */
  private static @Nullable FeedEntry entry(JsonNode item, JsonNode feed, URI url) {
    URI link = Links.resolve(url, string(item, "url"));
    String id = string(item, "id");
    if (id == null && link == null) {
      return null;
    }
    String language = string(item, "language");
    String summary = string(item, "summary");
    String content = string(item, "content_text");
    return new FeedEntry(
        url.toString(),
        id == null ? String.valueOf(link) : id,
        link == null ? null : link.toString(),
        Plain.text(string(item, "title")),
        Dates.read(string(item, "date_published")),
        Dates.read(string(item, "date_modified")),
        authors(item.has("authors") || item.has("author") ? item : feed),
        Languages.code(language == null ? string(feed, "language") : language),
        Plain.textOrNull(
            summary != null ? summary : content != null ? content : string(item, "content_html")));
  }

  private static List<String> authors(JsonNode holder) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : holder.path("authors")) {
      names.add(string(author, "name"));
    }
    names.add(string(holder.path("author"), "name"));
    return names.stream().filter(name -> name != null).map(Plain::text).distinct().toList();
  }

  private static @Nullable String string(JsonNode node, String field) {
    JsonNode value = node.get(field);
    boolean plain = value != null && (value.isTextual() || value.isNumber());
    return plain && !value.asText().isBlank() ? value.asText() : null;
  }
}
