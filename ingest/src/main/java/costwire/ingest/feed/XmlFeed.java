package costwire.ingest.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import costwire.ingest.FeedEntry;
import costwire.ingest.Listing;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.Dates;
import costwire.ingest.page.Languages;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** RSS, RDF and Atom. */
final class XmlFeed {
  private XmlFeed() {}

  static Listing read(Element root, URI url) {
    List<Element> items = Markup.taken(root, "item", "entry");
    PollingHints hints = PollingHints.of(root, url);
    SyndFeed feed;
    try {
      boolean atom = root.getName().equals("feed");
      // English names of days and months, whatever the machine speaks.
      feed =
          new SyndFeedInput(false, Locale.US)
              .build(atom ? AtomTree.of(root, items, url) : RssTree.of(root, items, url));
    } catch (FeedException | IllegalArgumentException e) {
      throw new UnreadableException("not a feed: XML that is neither RSS nor Atom");
    }
    String language = language(feed.getModule(DCModule.URI), feed.getLanguage());
    Entries entries = new Entries();
    for (SyndEntry entry : feed.getEntries()) {
      String link = entry.getLink();
      entries.add(entry.getUri(), link, id -> entry(id, entry, language, url));
    }
    return hints.listing(Plain.textOrNull(feed.getTitle()), language, entries.list());
  }

  private static FeedEntry entry(String id, SyndEntry entry, @Nullable String language, URI url) {
    return new FeedEntry(
        url.toString(),
        id,
        entry.getLink(),
        Plain.text(entry.getTitle()),
        instant(entry.getPublishedDate()),
        updated(entry),
        authors(entry),
        language(entry.getModule(DCModule.URI), language),
        summary(entry));
  }

  private static List<String> authors(SyndEntry entry) {
    Stream<String> people = entry.getAuthors().stream().map(SyndPerson::getName);
    Stream<String> creators =
        entry.getModule(DCModule.URI) instanceof DCModule core
            ? core.getCreators().stream()
            : Stream.empty();
    return Stream.concat(people, creators)
        .map(Plain::text)
        .filter(name -> !name.isEmpty())
        .distinct()
        .limit(People.MAX)
        .toList();
  }

  private static @Nullable String language(@Nullable Object module, @Nullable String otherwise) {
    String own = module instanceof DCModule core ? Languages.code(core.getLanguage()) : null;
    return own == null ? Languages.code(otherwise) : own;
  }

  private static @Nullable String summary(SyndEntry entry) {
    Stream<SyndContent> description = Stream.ofNullable(entry.getDescription());
    return Stream.concat(description, entry.getContents().stream())
        .map(content -> Plain.textOrNull(content.getValue()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** RSS has no such date of its own. */
  private static @Nullable Instant updated(SyndEntry entry) {
    Instant own = instant(entry.getUpdatedDate());
    return own != null
        ? own
        : entry.getForeignMarkup().stream()
            .filter(element -> element.getName().equals("updated"))
            .map(element -> Dates.read(element.getText()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
