package costwire.ingest.page;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What a page says about its article, gathered on the walk; the most trusted source wins. */
final class PageHead {
  private static final List<String> DATES =
      List.of(
          "article:published_time",
          "og:published_time",
          "og:article:published_time",
          "datepublished",
          "parsely-pub-date",
          "sailthru.date",
          "dc.date.issued",
          "dcterms.created",
          "dc.date",
          "pubdate",
          "publishdate",
          "publish_date",
          "publication_date",
          "date");

  private final Map<String, String> meta = new HashMap<>();
  private final List<String> headings = new ArrayList<>();
  private String title = "";
  private @Nullable JsonLd data;
  private @Nullable String lang;
  private @Nullable String canonical;
  private @Nullable String firstTime;
  private @Nullable String pubTime;

  void see(Element element, String tag) {
    switch (tag) {
      case "html" ->
          lang = element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang");
      case "meta" -> seeMeta(element);
      case "title" -> title = title.isEmpty() ? clean(element.text()) : title;
      case "h1" -> headings.add(clean(element.text()));
      case "time" -> seeTime(element);
      case "script" -> seeScript(element);
      case "link" -> seeLink(element);
      default -> seeProperty(element);
    }
  }

  private void seeMeta(Element element) {
    for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
      String name = element.attr(key).toLowerCase(Locale.ROOT);
      String content = element.attr("content");
      if (!name.isEmpty() && !content.isBlank()) {
        meta.putIfAbsent(name, clean(content));
      }
    }
  }

  private void seeTime(Element element) {
    String when = element.attr("datetime");
    if (Dates.read(when) == null) {
      return;
    }
    firstTime = firstTime == null ? when : firstTime;
    boolean published =
        element.hasAttr("pubdate") || element.attr("itemprop").contains("datePublished");
    pubTime = pubTime == null && published ? when : pubTime;
  }

  private void seeScript(Element element) {
    if (data == null && element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      data = JsonLd.read(element.data());
    }
  }

  private void seeLink(Element element) {
    if (canonical == null && element.attr("rel").equalsIgnoreCase("canonical")) {
      canonical = element.attr("href");
    }
  }

  private void seeProperty(Element element) {
    if (element.attributesSize() > 0 && element.attr("itemprop").equals("datePublished")) {
      String when = element.hasAttr("content") ? element.attr("content") : element.attr("datetime");
      pubTime = pubTime == null && Dates.read(when) != null ? when : pubTime;
    }
  }

  /** A first-level heading that holds the outlet's name or picture, not the article's title. */
  boolean isLogo(Element heading) {
    String text = clean(heading.text());
    String site = meta.getOrDefault("og:site_name", "");
    return text.isEmpty() || text.equalsIgnoreCase(site);
  }

  @Nullable String body() {
    return data == null ? null : data.body();
  }

  String title() {
    if (data != null && data.headline() != null) {
      return clean(unescaped(data.headline()));
    }
    String stated = meta.getOrDefault("og:title", title);
    for (String heading : headings) {
      if (heading.length() >= 10 && (stated.contains(heading) || title.contains(heading))) {
        return heading;
      }
    }
    if (stated.isEmpty()) {
      return headings.stream().filter(heading -> !heading.isEmpty()).findFirst().orElse("");
    }
    return withoutSite(stated);
  }

  private String withoutSite(String stated) {
    String site = meta.getOrDefault("og:site_name", "");
    int cut = stated.length() - site.length();
    if (!site.isEmpty() && cut > 3 && stated.regionMatches(true, cut, site, 0, site.length())) {
      return stated
          .substring(0, cut)
          .replaceFirst("\\s*[-_|\u2013\u2014\u00b7:\u00bb\uff5c\uff1a]\\s*$", "");
    }
    return stated;
  }

  @Nullable String publisher(@Nullable URI url) {
    String site = meta.get("og:site_name");
    if (site != null) {
      return site;
    }
    if (data != null && data.publisher() != null) {
      return clean(unescaped(data.publisher()));
    }
    for (String name : List.of("dc.publisher", "publisher", "citation_publisher")) {
      if (meta.containsKey(name)) {
        return meta.get(name);
      }
    }
    return url == null || url.getHost() == null ? null : url.getHost().replaceFirst("^www\\.", "");
  }

  /** Never later than the page was read; null if the page bears no date. */
  @Nullable Instant published(@Nullable URI url, Instant read) {
    List<@Nullable String> found = new ArrayList<>();
    found.add(data == null ? null : data.published());
    DATES.forEach(name -> found.add(meta.get(name)));
    found.add(pubTime);
    found.add(firstTime);
    for (String text : found) {
      Instant date = Dates.notAfter(Dates.read(text), read);
      if (date != null) {
        return date;
      }
    }
    return Dates.notAfter(Dates.inAddress(url == null ? null : url.getPath()), read);
  }

  @Nullable String language() {
    for (String tag : new @Nullable String[] {lang, meta.get("og:locale")}) {
      String code = Languages.code(tag);
      if (code != null) {
        return code;
      }
    }
    String code = Languages.code(data == null ? null : data.language());
    return code != null ? code : Languages.code(meta.get("content-language"));
  }

  /** The page's own name for itself; null if it has none, or one that is the whole site's. */
  @Nullable URI canonical(@Nullable URI url) {
    for (String address : new @Nullable String[] {canonical, meta.get("og:url")}) {
      URI uri = address == null || address.isBlank() ? null : Links.resolve(url, address);
      boolean front = uri != null && uri.getRawPath().length() <= 1 && uri.getRawQuery() == null;
      boolean misled = front && url != null && url.getRawPath().length() > 1;
      if (uri != null && !misled) {
        return uri;
      }
    }
    return null;
  }

  private static String unescaped(@Nullable String text) {
    return text == null ? "" : Parser.unescapeEntities(text, false);
  }

  private static String clean(String text) {
    RunOfText run = new RunOfText();
    run.append(text, false);
    return run.take();
  }
}
