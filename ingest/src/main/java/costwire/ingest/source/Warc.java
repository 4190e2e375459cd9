package costwire.ingest.source;

import costwire.ingest.Reading;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.Links;
import costwire.ingest.page.PageReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The HTML pages of a web archive. Places are byte offsets of records, so that reading can be taken
 * up again; pictures, redirects and the like are passed over.
 */
final class Warc implements Readings {
  private final WarcReader reader;
  private final String name;
  private final int maxBytes;

  Warc(InputStream in, String name, int maxBytes) throws IOException {
    this.reader = new WarcReader(in);
    this.name = name;
    this.maxBytes = maxBytes;
  }

  @Override
  public @Nullable Reading next() throws IOException {
    for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
      if (next.get() instanceof WarcResponse response) {
        String place = name + ":" + reader.position();
        Reading reading = page(response, place);
        if (reading != null) {
          return reading;
        }
      }
    }
    return null;
  }

  private @Nullable Reading page(WarcResponse response, String place) throws IOException {
    try {
      HttpResponse http = response.http();
      String type = http.headers().first("Content-Type").orElse(null);
      if (http.status() != 200 || !isHtml(type)) {
        return null;
      }
      byte[] body = http.bodyDecoded().stream().readNBytes(maxBytes + 1);
      if (body.length > maxBytes) {
        return new Reading.Refused(place, "larger than " + (maxBytes >> 20) + " MiB");
      }
      URI url = Links.resolve(null, response.target());
      return new Reading.Of(PageReader.read(body, type, url, response.date()), place, null);
    } catch (UnreadableException | ParsingException e) {
      return new Reading.Refused(place, response.target() + ": " + e.getMessage());
    }
  }

  private static boolean isHtml(@Nullable String type) {
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return lower.contains("html") || lower.isEmpty();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
