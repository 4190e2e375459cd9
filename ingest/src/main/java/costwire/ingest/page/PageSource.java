package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.CharBuffer;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** A page as it came, parsed as far as it matters; the rest of it at need. */
final class PageSource {
  final Document document;
  final @Nullable URI url;

  /** Null where nothing was taken out: selectors of a site may ask for anything. */
  private final @Nullable Sieve sieve;

  PageSource(byte[] page, @Nullable String contentType, @Nullable URI url) {
    String address = url == null ? "" : url.toString();
    Sieve sifted = Sites.standard().know(url) ? null : Sieve.of(page);
    CharBuffer left = sifted == null ? null : PageCharset.utf8(sifted.left(), page, contentType);
    this.url = url;
    this.sieve = left == null ? null : sifted;
    this.document =
        left == null ? Markup.parse(page, contentType, address) : Markup.parse(left, address);
  }

  List<Element> scripts() {
    Elements scripts = document.getElementsByTag("script");
    if (sieve != null) {
      Document taken = Markup.parse(new String(sieve.scripts(), UTF_8), document.location());
      scripts.addAll(taken.getElementsByTag("script"));
    }
    return scripts;
  }
}
