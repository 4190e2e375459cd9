package costwire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import costwire.ingest.FeedEntry;
import costwire.ingest.Listing;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.Languages;
import costwire.ingest.page.Links;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {
  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(64)
                      .maxTokenCount(500_000)
                      .build())
              .build());

  private JsonFeed() {}

  static Listing read(String text, URI url) {
    JsonNode feed;
    try {
      feed = MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UnreadableException("not a feed: broken JSON");
    }
    JsonNode items = feed.get("items");
    if (items == null || !items.isArray()) {
      throw new UnreadableException("not a feed: JSON without items");
    }
    Entries entries = new Entries();
    String language = Languages.code(string(feed, "language"));
    for (JsonNode item : items) {
      URI link = link(item, url);
      String address = link == null ? null : link.toString();
      entries.add(string(item, "id"), address, id -> entry(id, address, item, feed, language, url));
    }
    URI self = Links.resolve(url, string(feed, "feed_url"));
    return new Listing(
        Plain.textOrNull(string(feed, "title")),
        language,
        entries.list(),
        List.of(),
        null,
        Set.of(),
        Set.of(),
        hub(feed, url),
        self == null ? null : self.toString());
  }

  /** Its page; for a note on somebody else's page, that one. */
  private static @Nullable URI link(JsonNode item, URI url) {
    URI own = Links.resolve(url, string(item, "url"));
    String id = string(item, "id");
    URI named = own == null && id != null && id.startsWith("http") ? Links.resolve(null, id) : own;
    return named == null ? Links.resolve(null, string(item, "external_url")) : named;
  }

  private static FeedEntry entry(
      String id,
      @Nullable String address,
      JsonNode item,
      JsonNode feed,
      @Nullable String language,
      URI url) {
    String own = Languages.code(string(item, "language"));
    String summary = string(item, "summary");
    String content = string(item, "content_text");
    return new FeedEntry(
        url.toString(),
        id,
        address,
        Plain.text(string(item, "title")),
        FeedDates.read(string(item, "date_published"), language),
        FeedDates.read(string(item, "date_modified"), language),
        authors(item.has("authors") || item.has("author") ? item : feed),
        own == null ? language : own,
        Plain.textOrNull(
            summary != null ? summary : content != null ? content : string(item, "content_html")));
  }

  private static List<String> authors(JsonNode holder) {
    List<@Nullable String> names = new ArrayList<>();
    for (JsonNode author : holder.path("authors")) {
      names.add(People.name(author.isTextual() ? author.asText() : string(author, "name")));
    }
    JsonNode one = holder.path("author");
    names.add(People.name(one.isTextual() ? one.asText() : string(one, "name")));
    return names.stream().filter(Objects::nonNull).distinct().limit(People.MAX).toList();
  }

  private static @Nullable String hub(JsonNode feed, URI url) {
    for (JsonNode hub : feed.path("hubs")) {
      URI address = Links.resolve(url, string(hub, "url"));
      if (address != null && "websub".equalsIgnoreCase(string(hub, "type"))) {
        return address.toString();
      }
    }
    return null;
  }

  private static @Nullable String string(JsonNode node, String field) {
    JsonNode value = node.get(field);
    boolean plain = value != null && (value.isTextual() || value.isNumber());
    return plain && !value.asText().isBlank() ? value.asText().strip() : null;
  }
}
