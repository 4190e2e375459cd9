package costwire.ingest.page;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What a page says about its article, gathered on the walk; the most trusted source wins. */
final class PageHead {
  private static final int MAX_HEADINGS = 50;
  private static final List<String> META_NAMES =
      List.of("property", "name", "itemprop", "http-equiv");

  private final Map<String, String> meta = new HashMap<>();
  private final List<Element> headings = new ArrayList<>();
  private final JsonLd data = new JsonLd();
  private final Bylines bylines = new Bylines();
  private final PageDates dates = new PageDates();
  private final Robots robots = new Robots();
  private final Paywall paywall = new Paywall();
  private String title = "";

  /** Text of the heading seen last, if it is of the first level. */
  private String latest = "";

  private @Nullable String headline;
  private @Nullable List<String> authors;

  /** The publisher that the authors were told from. */
  private @Nullable String outlet;

  private @Nullable ZoneId zone;
  private @Nullable String lang;
  private @Nullable String canonical;

  void see(Element element, String tag, Marks marks) {
    switch (tag) {
      case "html" -> lang = marks.has("lang") ? marks.get("lang") : marks.get("xml:lang");
      case "meta" -> seeMeta(marks);
      case "title" -> title = title.isEmpty() ? clean(element.text()) : title;
      case "h1", "h2", "h3" -> seeHeading(element);
      case "script" -> seeScript(element, marks);
      case "link" -> seeLink(marks);
      default -> seeOther(element, tag, marks);
    }
  }

  private void seeHeading(Element element) {
    latest = element.normalName().equals("h1") ? clean(element.text()) : "";
    if (headings.size() < MAX_HEADINGS) {
      headings.add(element);
    }
  }

  private void seeMeta(Marks marks) {
    for (String key : META_NAMES) {
      String name = marks.get(key).toLowerCase(Locale.ROOT);
      String content = name.isEmpty() ? "" : marks.get("content");
      if (!content.isBlank()) {
        robots.see(name, content);
        bylines.seeMeta(name, content);
        meta.putIfAbsent(name, clean(content));
      }
    }
  }

  private void seeScript(Element element, Marks marks) {
    if (marks.get("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      data.see(element.data());
    }
  }

  private void seeLink(Marks marks) {
    if (canonical == null && marks.rel.equalsIgnoreCase("canonical")) {
      canonical = marks.get("href");
    }
  }

  private void seeOther(Element element, String tag, Marks marks) {
    if (marks.isNone()) {
      return;
    }
    dates.see(element, tag, marks);
    bylines.see(element, marks);
    paywall.see(marks);
  }

  /** Whether the heading seen last holds the outlet's name or picture, not the article's title. */
  boolean isLogo(Marks marks) {
    return latest.isEmpty()
        || latest.equalsIgnoreCase(meta.getOrDefault("og:site_name", ""))
        || named(marks, "logo")
        || named(marks, "site-title");
  }

  private static boolean named(Marks marks, String name) {
    return marks.classes.contains(name) || marks.id.contains(name);
  }

  @Nullable String body() {
    return data.body();
  }

  /** Why its publisher wants it in no index, in words; null if it may be kept. */
  @Nullable String unlisted() {
    return robots.refusal();
  }

  String title() {
    if (headline == null) {
      headline = chosenTitle();
    }
    return headline;
  }

  private String chosenTitle() {
    String given = data.headline();
    if (given != null) {
      return clean(unescaped(given));
    }
    String stated = meta.getOrDefault("og:title", title);
    String heading = heading(stated);
    if (!heading.isEmpty()) {
      return heading;
    }
    if (stated.isEmpty()) {
      return headings.stream()
          .map(element -> clean(element.text()))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse("");
    }
    return withoutSite(stated);
  }

  /** The heading that the stated title begins with, or else the longest that it holds. */
  private String heading(String stated) {
    String best = "";
    for (Element element : headings) {
      String heading = clean(element.text());
      boolean held = stated.contains(heading) || title.contains(heading);
      boolean starts = stated.startsWith(heading) || title.startsWith(heading);
      if (heading.length() >= 10 && starts) {
        return heading;
      }
      boolean outlet = heading.equalsIgnoreCase(meta.get("og:site_name"));
      best =
          heading.length() >= 10 && held && !outlet && heading.length() > best.length()
              ? heading
              : best;
    }
    return best;
  }

  private String withoutSite(String stated) {
    String site = meta.getOrDefault("og:site_name", "");
    int cut = stated.length() - site.length();
    if (!site.isEmpty() && cut > 3 && stated.regionMatches(true, cut, site, 0, site.length())) {
      return stated
          .substring(0, cut)
          .replaceFirst("\\s{0,9}[-_|\u2013\u2014\u00b7:\u00bb\uff5c\uff1a]\\s*$", "");
    }
    return stated;
  }

  @Nullable String publisher(@Nullable URI url) {
    String site = meta.get("og:site_name");
    if (site != null) {
      return site;
    }
    String stated = data.publisher();
    if (stated != null) {
      return clean(unescaped(stated));
    }
    for (String name : List.of("dc.publisher", "publisher", "citation_publisher")) {
      if (meta.containsKey(name)) {
        return meta.get(name);
      }
    }
    return url == null || url.getHost() == null ? null : withoutWww(url.getHost());
  }

  private static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** The names in its byline; none if it has none. */
  List<String> authors(@Nullable String publisher, List<Block> blocks) {
    if (authors == null || !Objects.equals(publisher, outlet)) {
      outlet = publisher;
      List<String> named = bylines.names(data.authors(), publisher);
      authors = named.isEmpty() ? WrittenByline.names(blocks, title(), publisher) : named;
    }
    return authors;
  }

  boolean paywalled() {
    return paywall.stands(data.free(), meta);
  }

  /** Never later than the page was read; null if the page bears no date. */
  @Nullable Instant published(@Nullable URI url, Instant read, List<Block> blocks) {
    Instant stated = dates.published(data.published(), meta, zone(url), read);
    if (stated != null) {
      return stated;
    }
    Instant written = dates.written(blocks, title(), tag(), zone(url), read);
    return written != null
        ? written
        : Dates.notAfter(Dates.inAddress(url == null ? null : url.getPath()), read);
  }

  /** Never later than the page was read nor before it was published; null if it does not say. */
  @Nullable Instant modified(@Nullable URI url, Instant read, @Nullable Instant published) {
    Instant changed = dates.modified(data.modified(), meta, zone(url), read);
    boolean early = changed != null && published != null && changed.isBefore(published);
    return early ? null : changed;
  }

  private ZoneId zone(@Nullable URI url) {
    if (zone == null) {
      zone = Zones.of(tag(), url);
    }
    return zone;
  }

  /** The most telling language tag: one with a country, if there is one. */
  private @Nullable String tag() {
    String locale = meta.get("og:locale");
    boolean bare = lang == null || lang.indexOf('-') < 0;
    // "en_US" is what a plug-in writes by itself.
    if (!bare || locale == null || locale.startsWith("en_US")) {
      return lang;
    }
    return lang == null || locale.startsWith(lang) ? locale : lang;
  }

  @Nullable String language() {
    for (String tag : new @Nullable String[] {lang, meta.get("og:locale")}) {
      String code = Languages.code(tag);
      if (code != null) {
        return code;
      }
    }
    String code = Languages.code(data.language());
    return code != null ? code : Languages.code(meta.get("content-language"));
  }

  /** The page's own name for itself; null if it has none, or none that is to be believed. */
  @Nullable URI canonical(@Nullable URI url) {
    for (String address : new @Nullable String[] {canonical, meta.get("og:url")}) {
      URI uri = address == null || address.isBlank() ? null : Links.resolve(url, address);
      if (uri != null && Canonical.isBelieved(url, uri)) {
        return uri;
      }
    }
    return null;
  }

  private static String unescaped(@Nullable String text) {
    return text == null ? "" : Parser.unescapeEntities(text, false);
  }

  static String clean(String text) {
    RunOfText run = new RunOfText();
    run.append(text, false);
    return run.take();
  }
}
