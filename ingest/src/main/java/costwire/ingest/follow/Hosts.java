package costwire.ingest.follow;

import costwire.ingest.page.Links;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whose server an address is on. */
final class Hosts {
  private Hosts() {}

  /** Host and port; the whole address where it names none. */
  static String of(@Nullable String address) {
    URI url = Links.resolve(null, address);
    return url == null ? String.valueOf(address) : url.getHost() + ":" + url.getPort();
  }
}
