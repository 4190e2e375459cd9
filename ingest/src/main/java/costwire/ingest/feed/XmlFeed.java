package costwire.ingest.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import costwire.ingest.FeedEntry;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.Languages;
import costwire.ingest.page.Links;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** RSS, RDF and Atom. */
final class XmlFeed {
  private XmlFeed() {}

  static List<FeedEntry> read(byte[] body, URI url) {
    SyndFeed feed;
    try {
      // English names of days and months, whatever the machine speaks.
      feed = new SyndFeedInput(false, Locale.US).build(SafeXml.read(body));
    } catch (FeedException | IllegalArgumentException e) {
      throw new UnreadableException("not a feed: XML that is neither RSS nor Atom");
    }
    return feed.getEntries().stream()
        .limit(FeedReader.MAX_ENTRIES)
        .map(entry -> entry(entry, feed, url))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable FeedEntry entry(SyndEntry entry, SyndFeed feed, URI url) {
    URI link = Links.resolve(url, entry.getLink());
    String id = entry.getUri();
    if (link == null) {
      link = Links.resolve(null, id);
    }
    if ((id == null || id.isBlank()) && link == null) {
      return null;
    }
    return new FeedEntry(
        url.toString(),
        id == null || id.isBlank() ? String.valueOf(link) : id.strip(),
        link == null ? null : link.toString(),
        Plain.text(entry.getTitle()),
        instant(entry.getPublishedDate()),
        instant(entry.getUpdatedDate()),
        authors(entry),
        language(entry, feed),
        summary(entry));
  }

  private static List<String> authors(SyndEntry entry) {
    Stream<String> people = entry.getAuthors().stream().map(SyndPerson::getName);
    Stream<String> author = Stream.of(entry).map(SyndEntry::getAuthor);
    return Stream.concat(people, author)
        .map(Plain::text)
        .filter(name -> !name.isEmpty())
        .distinct()
        .limit(20)
        .toList();
  }

  private static @Nullable String language(SyndEntry entry, SyndFeed feed) {
    String own =
        entry.getModule(DCModule.URI) instanceof DCModule core
            ? Languages.code(core.getLanguage())
            : null;
    return own == null ? Languages.code(feed.getLanguage()) : own;
  }

  private static @Nullable String summary(SyndEntry entry) {
    SyndContent description = entry.getDescription();
    if (description != null && description.getValue() != null) {
      return Plain.textOrNull(description.getValue());
    }
    return entry.getContents().stream()
        .map(content -> Plain.textOrNull(content.getValue()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
