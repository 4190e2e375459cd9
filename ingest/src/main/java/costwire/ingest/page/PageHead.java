package costwire.ingest.page;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
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
  private static final int MAX_HEADINGS = 50;

  private final Map<String, String> meta = new HashMap<>();
  private final List<String> headings = new ArrayList<>();
  private final JsonLd data = new JsonLd();
  private final Bylines bylines = new Bylines();
  private final PageDates dates = new PageDates();
  private final Robots robots = new Robots();
  private final Paywall paywall = new Paywall();
  private String title = "";
  private @Nullable String headline;
  private @Nullable ZoneId zone;
  private @Nullable String lang;
  private @Nullable String canonical;

  void see(Element element, String tag) {
    switch (tag) {
      case "html" ->
          lang = element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang");
      case "meta" -> seeMeta(element);
      case "title" -> title = title.isEmpty() ? clean(element.text()) : title;
      case "h1", "h2", "h3" -> seeHeading(element);
      case "script" -> seeScript(element);
      case "link" -> seeLink(element);
      default -> seeOther(element, tag);
    }
  }

  private void seeHeading(Element element) {
    if (headings.size() < MAX_HEADINGS) {
      headings.add(clean(element.text()));
    }
  }

  private void seeMeta(Element element) {
    for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
      String name = element.attr(key).toLowerCase(Locale.ROOT);
      String content = element.attr("content");
      if (!name.isEmpty() && !content.isBlank()) {
        robots.see(name, content);
        bylines.seeMeta(name, content);
        meta.putIfAbsent(name, clean(content));
      }
    }
  }

  private void seeScript(Element element) {
    if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      data.see(element.data());
    }
  }

  private void seeLink(Element element) {
    if (canonical == null && element.attr("rel").equalsIgnoreCase("canonical")) {
      canonical = element.attr("href");
    }
  }

  private void seeOther(Element element, String tag) {
    if (element.attributesSize() == 0) {
      return;
    }
    String classes = element.attr("class");
    String id = element.id();
    dates.see(element, tag);
    bylines.see(element, classes);
    paywall.see(classes);
    paywall.see(id);
  }

  /** A first-level heading that holds the outlet's name or picture, not the article's title. */
  boolean isLogo(Element heading) {
    String text = clean(heading.text());
    String site = meta.getOrDefault("og:site_name", "");
    String named = heading.attr("class") + " " + heading.id();
    return text.isEmpty()
        || text.equalsIgnoreCase(site)
        || named.contains("logo")
        || named.contains("site-title");
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
      return headings.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
    return withoutSite(stated);
  }

  /** The heading that the stated title begins with, or else the longest that it holds. */
  private String heading(String stated) {
    String best = "";
    for (String heading : headings) {
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
    return url == null || url.getHost() == null ? null : url.getHost().replaceFirst("^www\\.", "");
  }

  /** The names in its byline; none if it has none. */
  List<String> authors(@Nullable String publisher) {
    return bylines.names(data.authors(), publisher);
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
