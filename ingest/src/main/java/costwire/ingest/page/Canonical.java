package costwire.ingest.page;

import costwire.ingest.Site;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page's word for its own address is to be believed: a template may give its section's,
 * and a hostile page another outlet's.
 */
final class Canonical {
  private static final Pattern ARTICLE =
      Pattern.compile("[^-_]+(?:[-_][^-_]+){2,}.*|.*\\d{4,}.*|.{30,}");

  private static final Set<String> VARIANTS =
      Set.of(
          "amp", "amp.html", "print", "print.html", "printable", "all", "index.html", "index.php");

  private static final int SLUG = 12;

  private Canonical() {}

  /**
   * @param page where it was read, as {@link Variants} has it; null if unknown
   * @return whether both are the same article's address as far as their looks tell
   */
  static boolean isBelieved(@Nullable URI page, URI stated) {
    if (page == null) {
      return true;
    }
    URI read = Variants.main(page);
    if (isFront(stated) && !isFront(read)) {
      return false;
    }
    return sameOutlet(read, stated) ? !isSection(read, stated) : sameSlug(read, stated);
  }

  /** Whether two hosts belong to one owner, by the list of public suffixes. */
  static boolean sameOutlet(URI one, URI other) {
    String host = String.valueOf(one.getHost());
    return Site.of(host).equals(Site.of(String.valueOf(other.getHost())));
  }

  private static boolean isFront(URI uri) {
    return path(uri).length() <= 1 && uri.getRawQuery() == null;
  }

  private static boolean isSection(URI read, URI stated) {
    String path = path(read);
    String above = path(stated).replaceFirst("/+$", "");
    if (stated.getRawQuery() != null || above.equals(path.replaceFirst("/+$", ""))) {
      return false;
    }
    if (path.startsWith(above + "/")) {
      String rest = path.substring(above.length() + 1).replaceFirst("/+$", "");
      boolean variant = VARIANTS.contains(rest) || rest.matches("(?:page/?)?\\d{1,3}");
      return !variant && !isArticle(last(above));
    }
    return isArticle(last(path)) && !isArticle(last(above)) && above.split("/", 9).length <= 3;
  }

  /** A copy bears the name of what it copies. */
  private static boolean sameSlug(URI read, URI stated) {
    String slug = last(path(read));
    return slug.length() >= SLUG && isArticle(slug) && slug.equals(last(path(stated)));
  }

  private static boolean isArticle(String segment) {
    return ARTICLE.matcher(segment).matches();
  }

  private static String last(String path) {
    String whole = path.replaceFirst("/+$", "");
    return whole.substring(whole.lastIndexOf('/') + 1);
  }

  private static String path(URI uri) {
    return uri.getRawPath() == null ? "" : uri.getRawPath();
  }
}
