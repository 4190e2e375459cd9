package costwire.deploy.newsroom;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * An invented news outlet.
 *
 * @param host its name on the web that is not there, under {@code .example}
 * @param lang BCP 47 tag of what it prints
 * @param feed which format its feed has: {@code rss} or {@code atom}
 * @param page which layout its pages have
 * @param charset of its pages; its feed is always UTF-8
 * @param charsetIn where its pages declare that: {@code header} or {@code meta}
 */
record Outlet(
    String host,
    String name,
    String lang,
    String feed,
    String page,
    Charset charset,
    String charsetIn) {

  /** Its path prefix, without slashes. */
  String path() {
    return host.substring(0, host.indexOf('.'));
  }

  Locale locale() {
    return Locale.forLanguageTag(lang);
  }

  /** As HTML's {@code dir} wants it. */
  String direction() {
    return switch (locale().getLanguage()) {
      case "ar", "fa", "he", "iw" -> "rtl";
      default -> "ltr";
    };
  }

  String feedType() {
    return "application/" + feed + "+xml";
  }

  boolean declaresCharsetInMeta() {
    return charsetIn.equals("meta");
  }
}
