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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.Message;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The pages and texts of a web archive. Places are where records begin. Pictures, redirects,
 * requests and visits that found nothing new are passed over.
 */
final class Warc implements Drafts {
  /** Room for an HTTP header above a page of the longest that is read. */
  private static final int HTTP_HEADER = 1 << 16;

  /** Longest list of what a body was coded in to travel. */
  private static final int MAX_CODING = 1_000;

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
    RawRecord record = records.next();
    if (record == null) {
      return null;
    }
    String place = name + ":" + record.start();
    return new Draft(
        place, () -> read(record, place), record.bytes(), record.next(), tape.consumed());
  }

  private @Nullable Reading read(RawRecord raw, String place) {
    if (raw.fault() != null) {
      return new Reading.Refused(place, raw.fault());
    }
    try {
      return raw.parsed() instanceof WarcTargetRecord record ? read(raw, record, place) : null;
    } catch (IOException e) {
      return new Reading.Refused(place, "its header cannot be read: " + e.getMessage());
    }
  }

  private @Nullable Reading read(RawRecord raw, WarcTargetRecord record, String place)
      throws IOException {
    URI url = null;
    try {
      url = Links.resolve(null, stated(record::target));
      Article article = article(raw, record, url);
      return article == null ? null : new Reading.Of(article, place, note(record));
    } catch (UnreadableException e) {
      String where = url == null ? "" : " (" + url + ")";
      return new Reading.Refused(place, e.getMessage() + where);
    }
  }

  /** Null if the record is none of an article's kinds. */
  private @Nullable Article article(RawRecord raw, WarcTargetRecord record, @Nullable URI url)
      throws IOException {
    String type = field(record, "Content-Type");
    if (record instanceof WarcResponse response && (type.isEmpty() || is(MediaType.HTTP, record))) {
      return response(raw, response, url);
    } else if (record instanceof WarcResource && isHtml(type) && !type.isEmpty()) {
      return PageReader.read(whole(raw, record), type, url, fetchedAt(record));
    } else if (record instanceof WarcConversion && is(MediaType.PLAIN_TEXT, record)) {
      return text(whole(raw, record), record, url);
    }
    return null;
  }

  private static boolean is(MediaType type, WarcRecord record) {
    return type.equals(stated(() -> record.contentType().base()));
  }

  /** A field of the header as jwarc reads it, which has no error of its own for those that err. */
  private static <T> @Nullable T stated(Supplier<@Nullable T> field) {
    try {
      return field.get();
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("its header cannot be read: " + e.getMessage());
    }
  }

  private @Nullable Article response(RawRecord raw, WarcResponse record, @Nullable URI url) {
    HttpResponse head = head(raw);
    String type = head.headers().first("Content-Type").orElse(null);
    if (head.status() != 200 || !isHtml(type)) {
      return null;
    }
    try {
      List<String> codings = head.headers().all("Content-Encoding");
      byte[] body = ContentCoding.undone(whole(raw, record.http()), codings, maxBytes);
      return PageReader.read(body, type, url, fetchedAt(record));
    } catch (IOException e) {
      throw new UnreadableException("its body cannot be decoded: " + e.getMessage());
    }
  }

  /** Alone, because jwarc takes time quadratic in blanks to see whether a body came in chunks. */
  private static HttpResponse head(RawRecord raw) {
    try {
      HttpResponse head = HttpResponse.parseWithoutBody(raw.parsed().body(), null);
      if (String.join(",", head.headers().all("Transfer-Encoding")).length() <= MAX_CODING) {
        return head;
      }
    } catch (IOException e) {
      // Said below.
    }
    throw new UnreadableException("its HTTP header cannot be read");
  }

  /** Whether it is a page by its own word, or says nothing. */
  private static boolean isHtml(@Nullable String type) {
    return type == null || type.isEmpty() || type.toLowerCase(Locale.ROOT).contains("html");
  }

  private byte[] whole(RawRecord raw, Message message) throws IOException {
    if (raw.cut()) {
      throw new UnreadableException("larger than " + (maxBytes >> 20) + " MiB");
    }
    return message.body().stream().readAllBytes();
  }

  /** Text that somebody else took out of a page: it has no title of its own. */
  private Article text(byte[] block, WarcRecord record, @Nullable URI url) {
    String text = PlainText.of(block);
    return Article.of(url == null ? ArticleId.of("", text) : ArticleId.of(url), "", text)
        .url(url == null ? null : url.toString())
        .publisher(url == null ? null : url.getHost())
        .fetchedAt(fetchedAt(record))
        .language(Languages.code(field(record, "WARC-Identified-Content-Language")))
        .build();
  }

  private Instant fetchedAt(WarcRecord record) {
    return Objects.requireNonNullElseGet(date(record), clock::instant);
  }

  /** Read by us: what jwarc does with a date that is none is to fail. */
  private @Nullable Instant date(WarcRecord record) {
    return Dates.notAfter(Dates.read(field(record, "WARC-Date")), clock.instant());
  }

  private @Nullable String note(WarcRecord record) {
    if (date(record) == null) {
      String date = field(record, "WARC-Date");
      return "WARC-Date left out: \""
          + (date.length() > 40 ? date.substring(0, 40) + "…" : date)
          + "\" cannot be when it was read";
    }
    return field(record, "WARC-Truncated").isEmpty() ? null : "the crawler cut it short";
  }

  private static String field(WarcRecord record, String name) {
    return record.headers().first(name).orElse("");
  }

  @Override
  public void close() throws IOException {
    tape.close();
  }
}
