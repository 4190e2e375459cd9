package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.charset.Charset;
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
    Charset charset = PageCharset.of(page, contentType);
    boolean sifts = charset.equals(UTF_8) && !Sites.standard().know(url);
    this.url = url;
    this.sieve = sifts ? Sieve.of(page) : null;
    byte[] left = sieve == null ? page : sieve.left();
    this.document = Markup.parse(left, charset, url == null ? "" : url.toString());
  }

  List<Element> scripts() {
    Elements scripts = document.getElementsByTag("script");
    if (sieve != null) {
      Document taken = Markup.parse(sieve.scripts(), UTF_8, document.location());
      scripts.addAll(taken.getElementsByTag("script"));
    }
    return scripts;
  }
}
