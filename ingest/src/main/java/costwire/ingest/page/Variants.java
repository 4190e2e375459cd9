package costwire.ingest.page;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The main page behind AMP pages, print views and links that say who sent the reader. */
final class Variants {
  /** Parameters that say who sent the reader or how the page is shown, not what is read. */
  private static final Pattern IDLE =
      Pattern.compile(
          "(?i)(?:utm_?[a-z_]*|hsa_[a-z]+|mtm_[a-z]+|pk_[a-z]+|piwik_[a-z]+|matomo_[a-z]+|ga_[a-z]+"
              + "|_hs[a-z]+|guce_[a-z_]*|guccounter|at_[a-z]+|wt_[a-z_]+|dm_i|trk[a-z_]*|mkt_tok|mc_[a-z]+"
              + "|fbclid|fb_[a-z_]+|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|li_fat_id|igshid"
              + "|igsh|yclid|ysclid|_openstat|rb_clickid|_ga|_gl|epik|srsltid|vero_[a-z]+|oly_[a-z_]+|s_cid"
              + "|s_kwcid|ef_id|cmpid|cmp|cid|ncid|icid|mbid|ocid|ito|smid|smtyp|sh|share|shared|xtor|spm"
              + "|ref|ref_src|ref_url|referer|referrer|source|src|sref|soc_src|soc_trk|partner|campaign"
              + "|campaign_id|emc|nl|nlid|instance_id|segment_id|regi_id|te|user_id|via|feature|from|rss"
              + "|feedtype|wprov|taid|tpcc|sfmc_[a-z]+|sharetoken|st|reflink|mod|leadsource|_r|__twitter_[a-z]+"
              + "|cmsid|ns_[a-z]+|intcmp|int_[a-z]+|itm_[a-z]+|algo_[a-z]+|outputtype|output|amp|amp_js_v|amp_gsa"
              + "|usqp|print|printable|printview|view|m|replytocom|nocache|cachebust|_)"
              + "(?:=(.*))?");

  /** These name articles at some sites: a number or a slug of theirs is not idle. */
  private static final Set<String> AMBIGUOUS =
      Set.of(
          "cid",
          "st",
          "te",
          "mod",
          "source",
          "src",
          "from",
          "share",
          "sh",
          "ref",
          "via",
          "feature",
          "partner",
          "campaign",
          "nl",
          "emc",
          "cmp",
          "m",
          "view",
          "print",
          "output",
          "amp",
          "user_id",
          "_");

  /** A number, or words with two hyphens between them. */
  private static final Pattern NAMES_AN_ARTICLE = Pattern.compile("\\d{2,}|[^-]+-[^-]+-.+");

  private static final Pattern GOOGLE = Pattern.compile("(?:www\\.)?google\\.[a-z.]{2,6}");

  private static final Pattern CACHED =
      Pattern.compile("/(?:amp/|[a-z]{1,3}/(?:s/)?)(?:s/)?([^/]+\\.[^/]+)(/.*)?");

  private static final Pattern HOST = Pattern.compile("^(?:www\\d?|amp|m|mobile)\\.(?=.+\\.)");
  private static final Pattern PATH =
      Pattern.compile(
          "(?i)^/amp(?=/.)|/(?:amp|print|printable)(?:\\.html?)?/?$|/index\\.(?:html?|php)$");
  private static final Pattern SLASHES = Pattern.compile("/+$");
  private static final Pattern SUFFIX = Pattern.compile("(?i)\\.amp(?=\\.html?$|$)");

  private Variants() {}

  /** The address that an AMP cache keeps a copy of; the address itself if it is none of those. */
  static URI main(URI url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    if (!isCache(host, path)) {
      return url;
    }
    Matcher cached = CACHED.matcher(path);
    if (cached.matches()) {
      String rest = cached.group(2) == null ? "/" : cached.group(2);
      String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
      URI main = Links.resolve(null, "https://" + cached.group(1) + rest + query);
      return main == null ? url : main;
    }
    return url;
  }

  private static boolean isCache(String host, String path) {
    boolean google = path.startsWith("/amp/") && GOOGLE.matcher(host).matches();
    return google
        || host.equals("cdn.ampproject.org")
        || host.endsWith(".cdn.ampproject.org")
        || host.endsWith(".bing-amp.com");
  }

  /** What all addresses of one article have in common. */
  static String key(URI address) {
    URI url = main(address);
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    int port = url.getPort();
    boolean usual = port < 0 || port == 80 || port == 443;
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    path = SUFFIX.matcher(PATH.matcher(path).replaceAll("")).replaceFirst("");
    String query = query(url.getRawQuery());
    return HOST.matcher(host).replaceFirst("")
        + (usual ? "" : ":" + port)
        + SLASHES.matcher(path).replaceFirst("")
        + (query.isEmpty() ? "" : "?" + query);
  }

  private static String query(@Nullable String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&", 200))
            .filter(part -> !part.isEmpty() && !isIdle(part))
            .sorted()
            .collect(Collectors.joining("&"));
  }

  private static boolean isIdle(String part) {
    Matcher idle = IDLE.matcher(part);
    if (!idle.matches()) {
      return false;
    }
    String name = part.split("=", 2)[0].toLowerCase(Locale.ROOT);
    String value = idle.group(1) == null ? "" : idle.group(1);
    return !AMBIGUOUS.contains(name) || !NAMES_AN_ARTICLE.matcher(value).matches();
  }
}
