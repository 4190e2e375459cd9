package costwire.deploy.newsroom;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import costwire.stream.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints outlets' feeds and pages for one address of the newsroom. */
final class Press {
  /** After so many paragraphs a page breaks in with a link to another story. */
  private static final int OPENING = 2;

  private final URI base;

  Press(URI base) {
    this.base = base;
  }

  URI address(Outlet outlet, String file) {
    return base.resolve("/" + outlet.path() + "/" + file);
  }

  URI feedAddress(Outlet outlet) {
    return address(outlet, "feed.xml");
  }

  Sheet feed(Outlet outlet, List<Story> stories) {
    Instant updated = stories.get(0).publishedAt();
    Map<String, Object> values = new HashMap<>(masthead(outlet));
    values.put("front", base);
    values.put("updated", updated);
    values.put("updatedHttp", HttpDate.print(updated));
    values.put("stories", entries(outlet, stories));
    return Sheet.of(
        outlet.feedType() + "; charset=utf-8",
        Archive.template("feed/" + outlet.feed() + ".xml").fill(values),
        StandardCharsets.UTF_8,
        updated);
  }

  Sheet page(Outlet outlet, Story story) {
    Map<String, Object> values = new HashMap<>(masthead(outlet));
    values.putAll(furniture(outlet, story));
    values.putAll(entry(outlet, story));
    values.put(
        "publishedText",
        new DateTimeFormatterBuilder()
            .appendLocalized(FormatStyle.LONG, null)
            .toFormatter(outlet.locale())
            .withZone(ZoneOffset.UTC)
            .format(story.publishedAt())
            // Later JDKs part day and year by a narrow space, which older charsets lack.
            .replace('\u202f', ' '));
    List<String> paragraphs = story.paragraphs();
    int opening = Math.min(OPENING, paragraphs.size());
    values.put("opening", paragraphs.subList(0, opening));
    values.put("rest", paragraphs.subList(opening, paragraphs.size()));
    values.put("jsonLd", jsonLd(outlet, story));
    boolean inMeta = outlet.declaresCharsetInMeta();
    values.put("metaCharset", inMeta ? List.of(outlet.charset().name()) : List.of());
    return Sheet.of(
        inMeta ? "text/html" : "text/html; charset=" + outlet.charset().name(),
        Archive.template("page/" + outlet.page() + ".html").fill(values),
        outlet.charset(),
        story.publishedAt());
  }

  /** The list of all outlets, for a human who wants to look. */
  Sheet front(Map<Outlet, List<Story>> issue) {
    List<Map<String, Object>> outlets =
        issue.entrySet().stream()
            .map(
                e -> {
                  Map<String, Object> values = new HashMap<>(masthead(e.getKey()));
                  values.put("stories", entries(e.getKey(), e.getValue()));
                  return values;
                })
            .toList();
    Instant latest =
        issue.values().stream()
            .flatMap(List::stream)
            .map(Story::publishedAt)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    return Sheet.of(
        "text/html; charset=utf-8",
        Archive.template("page/front.html").fill(Map.of("outlets", outlets)),
        StandardCharsets.UTF_8,
        latest);
  }

  private Map<String, Object> masthead(Outlet outlet) {
    return Map.of(
        "outlet", outlet.name(),
        "host", outlet.host(),
        "lang", outlet.lang(),
        "dir", outlet.direction(),
        "feed", feedAddress(outlet),
        "feedType", outlet.feedType());
  }

  private List<Map<String, Object>> entries(Outlet outlet, List<Story> stories) {
    return stories.stream().map(story -> entry(outlet, story)).toList();
  }

  private Map<String, Object> entry(Outlet outlet, Story story) {
    return Map.of(
        "id", story.id(),
        "title", story.title(),
        "address", address(outlet, story.id()),
        "summary", story.paragraphs().get(0),
        "published", story.publishedAt(),
        "publishedHttp", HttpDate.print(story.publishedAt()));
  }

  private static Map<String, Object> furniture(Outlet outlet, Story story) {
    Furniture furniture = Archive.furniture(outlet.lang());
    List<String> traps = furniture.traps();
    Map<String, Object> values = Json.mapper().convertValue(furniture, new TypeReference<>() {});
    values.put("trap", traps.get(Math.floorMod(story.id().hashCode(), traps.size())));
    return values;
  }

  private String jsonLd(Outlet outlet, Story story) {
    ObjectNode article = Json.mapper().createObjectNode();
    article.put("@context", "https://schema.org").put("@type", "NewsArticle");
    article.put("headline", story.title()).put("inLanguage", story.lang());
    article.put("datePublished", story.publishedAt().toString());
    article
        .putObject("mainEntityOfPage")
        .put("@type", "WebPage")
        .put("@id", address(outlet, story.id()).toString());
    article.putObject("publisher").put("@type", "NewsMediaOrganization").put("name", outlet.name());
    // "</script>" in a headline must not end the script.
    return article.toString().replace("<", "\\u003c");
  }
}
