package costwire.ingest.source;

import costwire.ingest.Article;
import costwire.ingest.Reading;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.ArticleId;
import costwire.ingest.page.Dates;
import costwire.ingest.page.Languages;
import costwire.ingest.page.Links;
import costwire.ingest.page.PageReader;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pages and texts of a web archive. Places are where records begin. Pictures, redirects,
 * requests and visits that found nothing new are passed over.
 */
final class Warc implements Drafts {
  /** Room for an HTTP header above a page of the longest that is read. */
  private static final int HTTP_HEADER = 1 << 16;

  private final Tape tape;
  private final WarcRecords records;
  private final String name;
  private final int maxBytes;
  private final Clock clock;

  Warc(Tape tape, String name, int maxBytes, Clock clock) {
    this.tape = tape;
    this.records = new WarcRecords(tape, maxBytes + HTTP_HEADER);
    this.name = name;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  @Override
  public @Nullable Draft next() throws IOException {
    WarcRecord record = records.next();
    if (record == null) {
      return null;
    }
    String place = name + ":" + record.start();
    return new Draft(
        place, () -> read(record, place), record.block(), record.next(), tape.consumed());
  }

  private @Nullable Reading read(WarcRecord record, String place) {
    WarcHeader header = record.header();
    if (header == null) {
      return new Reading.Refused(place, String.valueOf(record.fault()));
    }
    URI url = Links.resolve(null, header.target());
    try {
      Article article = article(record, header, url);
      return article == null ? null : new Reading.Of(article, place, note(header));
    } catch (UnreadableException e) {
      String where = url == null ? "" : " (" + url + ")";
      return new Reading.Refused(place, e.getMessage() + where);
    }
  }

  /** Null if the record is none of an article's kinds. */
  private @Nullable Article article(WarcRecord record, WarcHeader header, @Nullable URI url) {
    switch (header.type()) {
      case "response":
        return response(record, header, url);
      case "resource":
        return header.mediaType().contains("html")
            ? page(whole(record), header.contentType(), url, header)
            : null;
      case "conversion":
        return header.mediaType().equals("text/plain") ? text(record, header, url) : null;
      default:
        return null;
    }
  }

  private @Nullable Article response(WarcRecord record, WarcHeader header, @Nullable URI url) {
    if (!header.mediaType().equals("application/http") && !header.mediaType().isEmpty()) {
      return null;
    }
    HttpBlock http = new HttpBlock(record.block());
    if (http.status() != 200 || !http.isHtml()) {
      return null;
    }
    whole(record);
    return page(http.body(maxBytes), http.contentType(), url, header);
  }

  private byte[] whole(WarcRecord record) {
    if (record.cut() || record.block().length > maxBytes + HTTP_HEADER) {
      throw new UnreadableException("larger than " + (maxBytes >> 20) + " MiB");
    }
    return record.block();
  }

  private Article page(byte[] body, @Nullable String type, @Nullable URI url, WarcHeader header) {
    return PageReader.read(body, type, url, fetchedAt(header));
  }

  /** Text that somebody else took out of a page: it has no title of its own. */
  private Article text(WarcRecord record, WarcHeader header, @Nullable URI url) {
    String text = PlainText.of(whole(record));
    return Article.of(url == null ? ArticleId.of("", text) : ArticleId.of(url), "", text)
        .url(url == null ? null : url.toString())
        .publisher(url == null ? null : url.getHost())
        .fetchedAt(fetchedAt(header))
        .language(Languages.code(header.language()))
        .build();
  }

  private Instant fetchedAt(WarcHeader header) {
    Instant stated = Dates.notAfter(Dates.read(header.date()), clock.instant());
    return Objects.requireNonNullElseGet(stated, clock::instant);
  }

  private @Nullable String note(WarcHeader header) {
    if (Dates.notAfter(Dates.read(header.date()), clock.instant()) == null) {
      String date = header.date();
      return "WARC-Date left out: \""
          + (date.length() > 40 ? date.substring(0, 40) + "…" : date)
          + "\" cannot be when it was read";
    }
    return header.isTruncated() ? "the crawler cut it short" : null;
  }

  @Override
  public void close() throws IOException {
    tape.close();
  }
}
