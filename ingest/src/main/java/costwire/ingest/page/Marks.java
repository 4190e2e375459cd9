package costwire.ingest.page;

import java.util.Locale;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** An element's attributes, with what its class says; those that many ask for are at hand. */
final class Marks {
  private static final Marks NONE = new Marks(new Attributes());

  private final Attributes attributes;
  final Look look;
  String classes = "";
  String id = "";
  String rel = "";
  String itemprop = "";
  String role = "";

  /** Whether it has {@code data-date-time}. */
  boolean stamped;

  private String style = "";
  private String align = "";
  private boolean hidden;

  private Marks(Attributes attributes) {
    this.attributes = attributes;
    for (Attribute attribute : attributes) {
      see(attribute.getKey(), attribute.getValue());
    }
    this.look = Look.of(classes);
  }

  private void see(String name, String value) {
    switch (name) {
      case "class" -> classes = value;
      case "id" -> id = value;
      case "rel" -> rel = value;
      case "itemprop" -> itemprop = value;
      case "role" -> role = value;
      case "style" -> style = value;
      case "align" -> align = value;
      case "data-date-time" -> stamped = true;
      case "hidden" -> hidden = true;
      case "aria-hidden" -> hidden |= value.equals("true");
      default -> {}
    }
  }

  static Marks of(Element element) {
    return element.attributesSize() == 0 ? NONE : new Marks(element.attributes());
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
    boolean styledAway =
        style.length() > 8
            && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
    return styledAway || hidden;
  }

  /** Whether its text is set in the middle. */
  boolean isCentred() {
    return align.equalsIgnoreCase("center")
        || look.centred()
        || (style.contains("center") && style.contains("text-align"));
  }
}
