package costwire.ingest.page;

import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** An element's attributes, with what its class says. */
final class Marks {
  private static final Marks NONE = new Marks(new Attributes(), "", Look.NONE, "");

  private final Attributes attributes;
  final String classes;
  final Look look;
  final String id;

  private Marks(Attributes attributes, String classes, Look look, String id) {
    this.attributes = attributes;
    this.classes = classes;
    this.look = look;
    this.id = id;
  }

  static Marks of(Element element) {
    if (element.attributesSize() == 0) {
      return NONE;
    }
    Attributes attributes = element.attributes();
    String classes = attributes.get("class");
    return new Marks(attributes, classes, Look.of(classes), attributes.get("id"));
  }

  @SuppressWarnings("ReferenceEquality") // the very one
  boolean isNone() {
    return this == NONE;
  }

  /** Empty where there is none. */
  String get(String name) {
    return attributes.get(name);
  }

  boolean has(String name) {
    return attributes.hasKey(name);
  }

  /** Whether nobody sees the element until a script shows it. */
  boolean isPutAway() {
    String style = get("style");
    boolean styledAway =
        style.length() > 8
            && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
    return styledAway || has("hidden") || "true".equals(get("aria-hidden"));
  }

  /** Whether its text is set in the middle. */
  boolean isCentred() {
    String style = get("style");
    return get("align").equalsIgnoreCase("center")
        || look.centred()
        || (style.contains("center") && style.contains("text-align"));
  }
}
