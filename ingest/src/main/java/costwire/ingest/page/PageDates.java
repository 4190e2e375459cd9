package costwire.ingest.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** When an article was published and changed, by the most trusted word of its page. */
final class PageDates {
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:published_time",
          "og:article:published_time",
          "article:published",
          "datepublished",
          "parsely-pub-date",
          "sailthru.date",
          "dc.date.issued",
          "dcterms.issued",
          "dcterms.created",
          "dcterms.date",
          "dc.date",
          "dc.date.created",
          "citation_publication_date",
          "citation_date",
          "article_date_original",
          "cxenseparse:recs:publishtime",
          "pubdate",
          "pub_date",
          "publishdate",
          "publish-date",
          "publish_date",
          "published",
          "published-date",
          "publication_date",
          "originalpublicationdate",
          "date");

  private static final List<String> MODIFIED =
      List.of(
          "article:modified_time",
          "og:updated_time",
          "article:updated",
          "datemodified",
          "dcterms.modified",
          "dc.date.modified",
          "last-modified",
          "lastmod",
          "updated_time");

  private static final List<String> STAMPS =
      List.of("datetime", "content", "data-date-time", "title");

  /** So near the title a date is the article's. */
  private static final int BEFORE = 8;

  private static final int BEHIND = 12;
  private static final int LONGEST = 160;
  private static final int MOST_NAMED = 5;

  private @Nullable String firstTime;
  private @Nullable String pubTime;
  private @Nullable String modTime;

  /** What is written in elements that are named for it. */
  private final List<String> named = new ArrayList<>();

  void see(Element element, String tag, Marks marks) {
    boolean time = tag.equals("time");
    if (named.size() < MOST_NAMED && (time || marks.look.dated())) {
      seeNamed(element);
    }
    String property = marks.itemprop;
    if (!time && property.isEmpty() && !marks.stamped && !tag.equals("abbr")) {
      return;
    }
    if (property.contains("dateModified")) {
      modTime = modTime == null ? when(marks) : modTime;
    } else if (property.contains("datePublished") || marks.has("pubdate")) {
      pubTime = pubTime == null ? when(marks) : pubTime;
    } else if (time || marks.stamped || marks.classes.contains("published")) {
      firstTime = firstTime == null ? when(marks) : firstTime;
    }
  }

  private void seeNamed(Element element) {
    String text = Line.isShort(element, LONGEST) ? element.text() : "";
    if (text.length() <= LONGEST && text.chars().anyMatch(Character::isDigit)) {
      named.add(text);
    }
  }

  /** Null where it bears no date that can be read. */
  private static @Nullable String when(Marks marks) {
    for (String name : STAMPS) {
      if (marks.has(name)) {
        return Dates.read(marks.get(name)) == null ? null : marks.get(name);
      }
    }
    return null;
  }

  @Nullable Instant published(
      @Nullable String data, Map<String, String> meta, ZoneId zone, Instant read) {
    List<@Nullable String> found = new ArrayList<>();
    found.add(data);
    PUBLISHED.forEach(name -> found.add(meta.get(name)));
    found.add(pubTime);
    found.add(firstTime);
    return first(found, zone, read);
  }

  @Nullable Instant modified(
      @Nullable String data, Map<String, String> meta, ZoneId zone, Instant read) {
    List<@Nullable String> found = new ArrayList<>();
    found.add(data);
    MODIFIED.forEach(name -> found.add(meta.get(name)));
    found.add(modTime);
    return first(found, zone, read);
  }

  private static @Nullable Instant first(List<@Nullable String> found, ZoneId zone, Instant read) {
    for (String text : found) {
      Instant date = Dates.notAfter(Dates.read(text, zone), read);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** The date that is written out near the title. */
  @Nullable Instant written(
      List<Block> blocks, String title, @Nullable String tag, ZoneId zone, Instant read) {
    int heading = heading(blocks, title);
    WrittenDates dates = WrittenDates.in(tag);
    for (int step = 0; step <= BEHIND; step++) {
      for (int at : new int[] {heading + step, step <= BEFORE ? heading - step : -1}) {
        boolean there = at >= 0 && at < blocks.size() && blocks.get(at).text.length() <= LONGEST;
        boolean said = there && !blocks.get(at).isProse();
        Instant date = said ? dates.read(blocks.get(at).text, zone) : null;
        date = Dates.notAfter(date, read);
        if (date != null) {
          return date;
        }
      }
    }
    for (String text : named) {
      Instant date = Dates.notAfter(dates.read(text, zone), read);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** The block that says the title, or the first heading, or the first block. */
  static int heading(List<Block> blocks, String title) {
    int first = 0;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      boolean says = block.text.length() < 400 && block.text.endsWith(title) && !title.isEmpty();
      if (says) {
        return i;
      }
      first = block.isHeading() ? i : first;
    }
    return first;
  }
}
